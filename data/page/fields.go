package page

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"cstoread/model"
)

// dateSources are the places where a document's date can stand.
type dateSources struct {
	title, above string
	head         head
	body         []Block
	// tail is what follows the body up to the end of the document's own part
	// of the page.
	tail    []Block
	address string
}

// date takes the first source that has one: the title or a long date beside
// it, a numeric date after the title, a labelled field, a sign-off line, a
// date above the title, the address. A date inside the running text is never
// the document's: it is what the document talks about.
func (r *Result) date(s dateSources) model.Date {
	var titled *Found
	if d := Dates(s.title); len(d) > 0 {
		titled = &d[len(d)-1]
	}
	line := Dates(s.head.dateLine)
	switch {
	case titled != nil && titled.Date.Day > 0 && endsWithDate(s.title, *titled):
		if len(line) > 0 && r.Published.IsZero() && line[0].Date != titled.Date {
			r.Published = line[0].Date
		}
		return r.dated(*titled, "title", true)
	case len(line) > 0:
		return r.dated(line[0], "date line", true)
	}
	if d := Dates(s.head.labelled); len(d) > 0 {
		return r.dated(d[0], "labelled field", true)
	}
	if d, ok := signOff(s.body); ok {
		return r.dated(d, "sign-off line", true)
	}
	if d := Dates(s.above); len(d) > 0 {
		return r.dated(d[0], "date line above the title", false)
	}
	if titled != nil && titled.Date.Day > 0 {
		return r.dated(*titled, "title", false)
	}
	if d, ok := addressDate(s.address); ok {
		return r.dated(Found{Date: d}, "address", false)
	}
	if titled != nil {
		return r.dated(*titled, "title", false)
	}
	r.set(FieldDate, "", "", false)
	return model.Date{}
}

func (r *Result) dated(f Found, where string, sure bool) model.Date {
	r.set(FieldDate, f.Date.String(), where, sure && !f.Doubtful)
	return f.Date
}

// endsWithDate says that a title's date closes it, or stands in brackets, as
// the date of an occasion does: "…, Dushanbe, 16 September 2021", "(Moscow,
// 14 May 2002)". Elsewhere it dates an event the title speaks of.
func endsWithDate(t string, f Found) bool {
	rest := strings.Trim(t[f.End:], " .,;:)]")
	if rest == "" {
		return true
	}
	_, isPlace := placeIn(rest)
	return isPlace && letters(rest) < 40
}

// signOff finds a date in the last lines of a body, where a line is no more
// than a place and a date.
func signOff(body []Block) (Found, bool) {
	for i := len(body) - 1; i >= 0 && i >= len(body)-6; i-- {
		if isDateLine(body[i].Text) {
			return Dates(body[i].Text)[0], true
		}
		if doneAt().MatchString(body[i].Text) {
			if d := Dates(body[i].Text); len(d) > 0 {
				return d[len(d)-1], true
			}
		}
	}
	return Found{}, false
}

// doneAt opens the closing formula of a signed document.
var doneAt = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:done|signed|adopted|совершено|подписано|принято)\s+(?:at|in|on|в)(?:\s|$)`)
})

// addressDate reads /2019/11/27/ or a year that stands as a part of its own.
var addressParts = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[/=_-]((?:19|20)\d{2})(?:[/_-](\d{2})(?:[/_-](\d{2}))?)?(?:[/_.?&-]|$)`)
})

func addressDate(address string) (model.Date, bool) {
	m := addressParts().FindStringSubmatch(address)
	if m == nil {
		return model.Date{}, false
	}
	y, _ := strconv.Atoi(m[1])
	full, _, ok := single(m[1], number(m[2]), m[3])
	if ok && m[2] != "" {
		return full, true
	}
	return model.Date{Year: y}, true
}

// place takes a line of its own, the date line, the last line, the title.
func (r *Result) place(t string, h head, body []Block) string {
	if h.place != "" {
		where := "line of its own"
		if h.placeLine == h.dateLine {
			where = "date line"
		}
		r.set(FieldPlace, h.place, where, h.placeSure)
		return h.place
	}
	for i := len(body) - 1; i >= 0 && i >= len(body)-3; i-- {
		s := body[i].Text
		if letters(s) > 90 {
			continue
		}
		p, sure, ok := placeLine(withoutDate(s))
		if !ok {
			p, ok = placeBesideDate(s)
			sure = false
		}
		if ok && (sure || len(Dates(s)) > 0) {
			r.set(FieldPlace, p, "last line", sure)
			return p
		}
	}
	for i := len(body) - 1; i >= 0 && i >= len(body)-8; i-- {
		if !doneAt().MatchString(body[i].Text) {
			continue
		}
		if p, ok := placeAfterIn(withoutDate(body[i].Text)); ok {
			r.set(FieldPlace, p, "sign-off line", true)
			return p
		}
	}
	if p, ok := placeIn(t); ok {
		r.set(FieldPlace, p, "title", true)
		return p
	}
	if p, ok := placeAfterIn(t); ok {
		r.set(FieldPlace, p, "title", false)
		return p
	}
	r.set(FieldPlace, "", "", false)
	return ""
}

// placeAfterIn finds "in Bishkek" or "в Бишкеке" in a title.
func placeAfterIn(t string) (string, bool) {
	words := strings.FieldsFunc(t, func(r rune) bool { return unicode.IsSpace(r) })
	for i := len(words) - 1; i > 0; i-- {
		switch strings.ToLower(words[i-1]) {
		case "in", "at", "в":
		default:
			continue
		}
		from := i
		for len(words)-from > 1 && cityWord(words[from]) {
			from++
		}
		for n := min(3, len(words)-from); n > 0; n-- {
			if p, sure, ok := placeLine(strings.Join(words[from:from+n], " ")); ok && sure {
				return p, true
			}
		}
	}
	return "", false
}

// cityWord says that a word stands before a city's name: "in the city of".
func cityWord(w string) bool {
	switch strings.ToLower(w) {
	case "the", "city", "of", "г.", "гор.", "городе":
		return true
	}
	return false
}

// language takes the script of the text before the page's declaration, since
// a translation is often filed under the wrong one.
func language(p Page, body []Block) string {
	var latin, cyr int
	for _, b := range body {
		for _, c := range b.Text {
			switch {
			case unicode.Is(unicode.Cyrillic, c):
				cyr++
			case unicode.Is(unicode.Latin, c):
				latin++
			}
		}
	}
	declared, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(p.Language, "_", "-")), "-")
	switch {
	case latin+cyr == 0:
		return declared
	case cyr > latin:
		if declared != "" && declared != "en" && cyrillicLanguages[declared] {
			return declared
		}
		return cyrillicLanguage(body)
	case declared != "" && !cyrillicLanguages[declared]:
		return declared
	}
	return latinLanguage(body)
}

var cyrillicLanguages = map[string]bool{"ru": true, "be": true, "kk": true, "ky": true, "tg": true, "uk": true, "bg": true, "sr": true, "mn": true}

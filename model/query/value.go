package query

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"cstoread/model"
	"cstoread/model/fold"
)

// facet reads the values after a field's colon; start is where the field
// stands.
func (p *parser) facet(f Field, start int) Node {
	switch f {
	case FieldNear:
		p.value()
		p.problem(start, p.at, "near: stands between two words or phrases")
		return nil
	case FieldScope:
		p.scope(start)
		return nil
	}
	var nodes []Node
	for {
		at := p.at
		text := p.value()
		if strings.TrimSpace(text) == "" {
			p.problem(start, p.at, "expected "+expected(f)+" after "+p.src[start:at])
		} else if value, wrong := p.resolve(f, text); wrong != "" {
			p.problem(at, p.at, wrong)
		} else {
			nodes = append(nodes, value)
		}
		if !p.accept(',') {
			break
		}
	}
	return or(nodes...)
}

// scope reads the value of scope:, which says something of the whole query.
func (p *parser) scope(start int) {
	at := p.at
	code, wrong := oneOf(FieldScope, p.value())
	switch {
	case wrong != "":
		p.problem(at, p.at, wrong)
	case !p.top():
		p.problem(start, p.at, "scope: holds for the whole query; put it beside the other parts")
	default:
		p.wide = code == "statement"
	}
}

// expected says in a word what a field takes.
func expected(f Field) string {
	switch f {
	case FieldCountry, FieldTopic, FieldKind, FieldPlace, FieldLanguage:
		return "a " + string(f)
	case FieldIssuer, FieldInstrument:
		return "an " + string(f)
	case FieldResolution:
		return "a resolution, such as 2254,"
	case FieldYear:
		return "a year or 2015..2020"
	case FieldAfter, FieldBefore:
		return "a date, such as 2019-11-27 or 2019,"
	case FieldAdded:
		return "a time, such as 7d, 2w, 3m or 1y,"
	}
	return choices(f)
}

// choices lists the values of a field that has few.
func choices(f Field) string {
	list := valuesOf(f)
	if len(list) == 1 {
		return list[0]
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " or " + list[last]
}

// valuesOf lists all values of a field that has a fixed number of them.
func valuesOf(f Field) []string {
	switch f {
	case FieldScope:
		return []string{"statement", "paragraph"}
	case FieldIs:
		return []string{"unread", "read", "bookmarked", "doubtful"}
	case FieldHas:
		return []string{
			"country", "topic", "instrument", "resolution", "date", "place",
			"issuer", "kind", "language", "source", "notes", "translation",
		}
	case FieldKind:
		var kinds []string
		for _, k := range model.Kinds() {
			kinds = append(kinds, string(k))
		}
		return kinds
	}
	return nil
}

// resolve finds what text means for a field, or says what is wrong with it.
func (p *parser) resolve(f Field, text string) (value Facet, wrong string) {
	trimmed := strings.TrimSpace(text)
	var code string
	switch f {
	case FieldCountry, FieldTopic, FieldInstrument, FieldResolution:
		code, wrong = p.named(f, trimmed)
	case FieldPlace, FieldIssuer:
		if code = canonical(f, trimmed); code == "" {
			wrong = "expected " + expected(f) + ", not " + strconv.Quote(trimmed)
		}
	case FieldLanguage:
		code, wrong = language(trimmed)
	case FieldYear:
		code, wrong = years(trimmed)
	case FieldAfter, FieldBefore:
		code, wrong = date(trimmed)
	case FieldAdded:
		code, wrong = age(trimmed)
	default:
		code, wrong = oneOf(f, trimmed)
	}
	if wrong != "" {
		return Facet{}, wrong
	}
	return Facet{Field: f, Code: code, Text: text}, ""
}

// named looks a value up in the vocabulary.
func (p *parser) named(f Field, text string) (code, wrong string) {
	v := p.vocabulary
	if s, ok := v.(shelved); ok {
		v = s.Vocabulary
	}
	if v == nil {
		return text, ""
	}
	look := v.Instrument
	switch f {
	case FieldCountry:
		look = v.Country
	case FieldTopic:
		look = v.Topic
	}
	if code, ok := look(text); ok {
		return code, ""
	}
	if f == FieldResolution || f == FieldInstrument {
		if code, ok := resolution(text); ok {
			return code, ""
		}
	}
	return "", unknown(f, text, namesOf(v, f))
}

// resolutions are the ways to write a UN resolution that no vocabulary need
// know: its number, with or without its organ, its session and its year.
var resolutions = regexp.MustCompile(`(?i)^(?:([as])/res/)?(?:(\d{1,3})/)?(\d{1,4})(?: ?\((\d{4})\))?$`)

// resolution makes a symbol of such a way. A number alone is one of the
// Security Council, one with a session before it of the General Assembly.
func resolution(text string) (symbol string, ok bool) {
	m := resolutions.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	organ, session, number, year := strings.ToUpper(m[1]), m[2], m[3], m[4]
	switch {
	case session != "":
		if organ == "S" {
			return "", false
		}
		return "A/RES/" + session + "/" + number, true
	case organ == "A":
		return "A/RES/" + number, true
	case year != "":
		return "S/RES/" + number + " (" + year + ")", true
	}
	return "S/RES/" + number, true
}

// unknown says that a field has no such value, and which one is like it.
func unknown(f Field, text string, names []string) string {
	message := "no " + string(f) + " " + strconv.Quote(text)
	if s, ok := nearest(text, names); ok {
		if strings.Contains(s, " ") {
			s = strconv.Quote(s)
		}
		message += "; did you mean " + s + "?"
	}
	return message
}

// oneOf takes a value of a field that has few.
func oneOf(f Field, text string) (code, wrong string) {
	folded := fold.String(text)
	for _, v := range valuesOf(f) {
		if fold.String(v) == folded {
			return v, ""
		}
	}
	if s, ok := nearest(text, valuesOf(f)); ok {
		return "", "no " + string(f) + ": " + strconv.Quote(text) + "; did you mean " + s + "?"
	}
	return "", "expected " + choices(f) + ", not " + strconv.Quote(text)
}

// languages are the ones whose English names people type; any tag of two or
// three letters is taken as well.
var languages = map[string]string{
	"english": "en", "russian": "ru", "french": "fr", "spanish": "es",
	"arabic": "ar", "chinese": "zh", "german": "de", "armenian": "hy",
	"belarusian": "be", "kazakh": "kk", "kyrgyz": "ky", "tajik": "tg",
	"ukrainian": "uk", "uzbek": "uz", "turkish": "tr", "persian": "fa",
}

func language(text string) (code, wrong string) {
	folded := fold.String(text)
	if code, ok := languages[folded]; ok {
		return code, ""
	}
	tag, _, _ := strings.Cut(folded, "-")
	letters := strings.IndexFunc(tag, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) < 0
	if letters && (len(tag) == 2 || len(tag) == 3) {
		return folded, ""
	}
	var names []string
	for name := range languages {
		names = append(names, name)
	}
	return "", unknown(FieldLanguage, text, names)
}

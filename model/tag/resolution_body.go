package tag

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// body is who adopted a resolution.
type body uint8

const (
	bodyUnknown  body = iota
	bodyCouncil       // UN Security Council
	bodyAssembly      // UN General Assembly
	bodyUN            // one of the two: "UN resolution 194"
	bodyOther         // a parliament, the Human Rights Council, the IAEA, ...
)

// bodyWindow is how many words before "resolution" may separate it from the
// body that adopted it: "the Security Council has unanimously adopted
// resolution 2254".
const bodyWindow = 7

// bodyBefore looks for the body in the words before word i, the nearest first.
// Bodies other than the United Nations' two count only where they stand right
// before it ("European Parliament resolution") or are said to have adopted it.
func (x *scan) bodyBefore(i int) body {
	found, adopted := bodyUnknown, false
	for k := i - 1; k >= 0 && k >= i-bodyWindow; k-- {
		// What stands before a semicolon speaks of other things, and after a
		// number begins what was said of an earlier resolution.
		if x.words[k+1].sep == SepBreak && strings.ContainsAny(x.gap(k+1), ";:?!") || isDigits(x.wordText(k)) {
			break
		}
		adopted = adopted || x.oneOf(k, adopting)
		switch b := x.bodyAt(k); {
		case b == bodyUN:
			found = max(found, bodyUN)
		case b == bodyOther:
			if k == i-1 || k == i-2 && x.oneOf(k+1, "s") || adopted && k >= i-4 {
				return b
			}
		case b != bodyUnknown:
			return b
		}
	}
	return found
}

const adopting = "adopted|adopts|adopt|passed|passes|approved|приняла|принял|приняли"

// draftBefore says whether the resolution before which the words stand was
// only a draft: "draft resolution", "draft Security Council resolution".
func (x *scan) draftBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if x.oneOf(k, "draft|проект|проекта|проекту|проектом|проекте|проекты") {
			return true
		}
		if x.bodyAt(k) == bodyUnknown && !x.oneOf(k, bodyParts) {
			return false
		}
	}
	return false
}

// bodyAfter looks for the body in what follows word i, such as "of the UN
// Security Council" or "СБ ООН", and nothing but that. It returns the last
// word of it.
func (x *scan) bodyAfter(i int) (b body, last int) {
	found, linked := bodyUnknown, false
	for k := i + 1; k < len(x.words) && k <= i+8; k++ {
		if link := x.link(k); link != "" && link != "." {
			break
		}
		switch at := x.bodyAt(k); {
		case at == bodyUN:
			found, last = max(found, bodyUN), k
		case at != bodyUnknown:
			return at, k
		case x.oneOf(k, linkWords):
			linked = linked || x.oneOf(k, "of|by")
		case linked && k-i <= 5 && x.capitalWord(k):
			// "of the Human Rights Council": the name goes on.
		case x.oneOf(k, bodyParts):
		default:
			return found, last
		}
	}
	return found, last
}

const (
	linkWords = "of|the|by|от|организации|adopted"
	bodyParts = "u|n|united|nations|security|general|council|совета|совет|генеральной|объединенных|объединённых|наций"
)

// dateAfter skips the date of adoption, "of 15 March 2006", after word last
// and returns the last word of it, or last where there is none.
func (x *scan) dateAfter(last int) int {
	k := last + 1
	if k+3 >= len(x.words) || x.link(k) != "" || !x.oneOf(k, "of|dated|от") {
		return last
	}
	day, year := x.wordText(k+1), x.wordText(k+3)
	if !isDigits(day) || len(day) > 2 || !isDigits(year) || len(year) != 4 || !x.oneOf(k+2, months) {
		return last
	}
	if k+4 < len(x.words) && x.link(k+4) == "" && x.oneOf(k+4, "года|г") {
		return k + 4
	}
	return k + 3
}

const months = "january|february|march|april|may|june|july|august|september|october|november|december|" +
	"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"

// bodyAt says which body's name ends at word k.
func (x *scan) bodyAt(k int) body {
	if text := x.wordText(k); text == "" || bodyShapes[text[0]]&(1<<min(len(text), 31)) == 0 {
		return bodyUnknown // as nearly every word is
	}
	switch {
	case x.oneOf(k, "council|council's|councils"):
		return x.councilAt(k)
	case x.oneOf(k, "assembly"):
		switch {
		case x.before(k, "general"):
			return bodyAssembly
		case k > 0 && x.words[k].sep != SepBreak && x.capitalWord(k-1) && !x.oneOf(k-1, "the"):
			return bodyOther // the National Assembly
		}
		// In the United Nations' own papers "the Assembly" is the General one.
		return bodyUnknown
	case x.oneOf(k, "совет|совета|советом|совете|совету") && k+1 < len(x.words) && x.oneOf(k+1, "по"):
		return bodyOther
	case x.oneOf(k, "безопасности"):
		if x.before(k, "совет|совета|советом|совету|совете") {
			return bodyCouncil
		}
	case x.oneOf(k, "ассамблеи|ассамблея|ассамблеей|ассамблее"):
		if x.before(k, "генеральной|генеральная") {
			return bodyAssembly
		}
		return bodyOther
	case x.oneOf(k, "unsc|unscr|сб|совбеза"), x.wordText(k) == "SC", x.wordText(k) == "SCR":
		return bodyCouncil
	case x.oneOf(k, "unga|га|генассамблеи"), x.wordText(k) == "GA":
		return bodyAssembly
	case x.oneOf(k, "un|оон"), x.oneOf(k, "nations") && x.before(k, "united"),
		x.oneOf(k, "наций") && x.before(k, "объединенных|объединённых"):
		return bodyUN
	case x.oneOf(k, otherBodies):
		return bodyOther
	}
	return bodyUnknown
}

// bodyWords are the words that bodyAt compares, but for the other bodies.
const bodyWords = "council|council's|councils|assembly|совет|совета|советом|совете|совету|безопасности|" +
	"ассамблеи|ассамблея|ассамблеей|ассамблее|unsc|unscr|сб|совбеза|sc|scr|unga|га|генассамблеи|ga|un|оон|nations|наций|" + otherBodies

// bodyShapes holds, for each first byte in either case, the lengths of the
// words in bodyWords as bits, so that most words need no comparison.
var bodyShapes = func() (shapes [256]uint32) {
	for word := range strings.SplitSeq(bodyWords, "|") {
		length := uint32(1) << min(len(word), 31)
		for _, form := range []string{word, strings.ToUpper(word)} {
			shapes[form[0]] |= length
		}
	}
	return shapes
}()

// councilAt tells the Security Council from the other councils.
func (x *scan) councilAt(k int) body {
	switch {
	case x.before(k, "security"):
		if k >= 2 && x.oneOf(k-2, "national|peace") || k >= 3 && x.oneOf(k-2, "and") && x.oneOf(k-3, "peace") {
			return bodyOther
		}
		return bodyCouncil
	case x.before(k, "rights|european|social|ministerial|city|governing|executive|national|state|nordic|north|atlantic|permanent|affairs"):
		return bodyOther
	}
	return bodyUnknown
}

// otherBodies adopt resolutions that are none of the United Nations' two
// numbered rows. Words of the screen and the camera are here too.
const otherBodies = "hrc|congress|senate|house|parliament|parliamentary|duma|bundestag|knesset|rada|seimas|sejm|" +
	"iaea|board|governors|osce|pace|ecosoc|unesco|wha|icao|imo|itu|ilo|nato|eu|au|oas|oic|league|conference|commission|" +
	"committee|party|shareholders|court|union|fifa|congressional|joint|h|" +
	"screen|image|display|pixel|spatial|video|camera|print|native|" +
	"думы|парламента|магатэ|обсе|пасе|лиги|конгресса|сената|раду|рады"

// before says whether the word before k is one of the words.
func (x *scan) before(k int, words string) bool {
	return k > 0 && x.words[k].sep != SepBreak && x.oneOf(k-1, words)
}

// oneOf says whether word i is one of the words, which bars separate; case
// does not matter.
func (x *scan) oneOf(i int, words string) bool {
	text := x.wordText(i)
	var small [24]byte
	if len(text) > len(small) || len(text) == 0 {
		return false
	}
	for j := 0; j < len(text); j++ {
		c := text[j]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		small[j] = c
	}
	folded := small[:len(text)]
	if text[0] >= utf8.RuneSelf {
		folded = bytes.ToLower(folded)
	}
	for at := 0; ; {
		found := strings.Index(words[at:], string(folded))
		if found < 0 {
			return false
		}
		begin := at + found
		at = begin + len(folded)
		if (begin == 0 || words[begin-1] == '|') && (at == len(words) || words[at] == '|') {
			return true
		}
	}
}

// capitalWord says whether word i begins with a capital letter.
func (x *scan) capitalWord(i int) bool { return capital(x.wordText(i)) && !isDigits(x.wordText(i)) }

// gap is what stands between word i and the word before it.
func (x *scan) gap(i int) string {
	if i == 0 {
		return ""
	}
	return x.text[x.words[i-1].end:x.words[i].start]
}

// link is the mark between word k and the one before, without white space and
// without the parenthesis that closes a year; any dash is "-".
func (x *scan) link(k int) string {
	if x.dashed(k) {
		return "-"
	}
	mark := strings.TrimSpace(x.gap(k))
	if rest, ok := strings.CutPrefix(mark, ")"); ok {
		mark = strings.TrimSpace(rest)
		if strings.Trim(mark, "-‐‑–—−") == "" && mark != "" {
			return "-"
		}
	}
	return mark
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

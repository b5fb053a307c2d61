package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cstoread/model/fold"
)

// Sep says what stands between two words, as far as phrases care.
type Sep uint8

// The separators. Words of a phrase are joined by white space, a hyphen, an
// apostrophe or nothing; entries may also ask for the other ones. No phrase
// crosses a SepBreak.
const (
	SepJoin  Sep = iota
	SepDot       // "U.S.", "St. Lucia"
	SepComma     // "Korea, Republic of"
	SepParen     // "Iran (Islamic Republic of)"
	SepSlash
	SepDash // "Congo - Kinshasa"
	SepBreak
)

// word is one word of a text: where it stands, what the automaton knows of
// it, and what stands before it. Words are runs of letters and digits; an
// ampersand is the word "and".
type word struct {
	start, end int32
	known      uint32 // Image.Word of the automaton's last state
	whole      bool   // the automaton knows the whole word, not only a stem
	sep        Sep
}

// letterCode gives each byte of a folded word its number in the automaton's
// alphabet, capitals as small letters; 0 ends a word.
var letterCode = func() (t [256]uint8) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = uint8(c-'a') + 1
		case 'A' <= c && c <= 'Z':
			t[c] = uint8(c-'A') + 1
		case '0' <= c && c <= '9':
			t[c] = uint8(c-'0') + 27
		case c >= utf8.RuneSelf:
			t[c] = uint8(c-utf8.RuneSelf) + 37
		}
	}
	return t
}()

// LetterCode gives a byte's number in the automaton's alphabet.
func LetterCode(c byte) uint32 { return uint32(letterCode[c]) }

// words cuts text into words, appending them to dst.
func (m *Image) words(dst []word, text string) []word {
	cells := m.Cells
	prev := 0
	for i := 0; i < len(text); {
		c := text[i]
		code := letterCode[c]
		if code == 0 {
			if c == '&' {
				dst = append(dst, word{start: int32(i), end: int32(i + 1), known: m.lookup("and"), whole: true, sep: separator(text[prev:i])})
				prev = i + 1
			}
			i++
			continue
		}
		if c >= utf8.RuneSelf && !letterAt(text[i:]) {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		w := word{start: int32(i), sep: SepJoin}
		if i-prev != 1 || text[prev] != ' ' {
			w.sep = separator(text[prev:i])
		}
		state, whole := uint32(1), true
		cell := cells[1]
		for code != 0 && code < 37 {
			next := uint32(cell) + uint32(code)
			to := cells[next]
			if uint32(to>>32) != state {
				whole = false
				break
			}
			state, cell = next, to
			if i++; i == len(text) {
				break
			}
			code = letterCode[text[i]]
		}
		if !whole {
			for code != 0 && code < 37 {
				if i++; i == len(text) {
					break
				}
				code = letterCode[text[i]]
			}
		}
		if i < len(text) && (code != 0 || text[i] == '-') {
			state, whole, i = m.slowWord(text, i, state, whole)
		}
		w.end, w.known, w.whole = int32(i), m.Word[state], whole
		dst = append(dst, w)
		prev = i
	}
	return dst
}

// slowWord goes on with a word at text[i:] where it holds a character outside
// ASCII or is cut by a hyphen at the end of a line. Where no table knows what
// the hyphen joins, it is the word's own, and the word ends there.
func (m *Image) slowWord(text string, i int, state uint32, whole bool) (uint32, bool, int) {
	cut, cutState, cutWhole := -1, state, whole
	for i < len(text) {
		r, n := fold.Decode(text[i:])
		if r == '-' || r == '\u00ad' || r == '\u2010' {
			skip := fold.LineJoin(text[:i], text[i+n:])
			if skip == 0 && r != '\u00ad' {
				break
			}
			if skip > 0 && cut < 0 {
				cut, cutState, cutWhole = i, state, whole
			}
			i += n + skip
			continue
		}
		if !wordRune(r) {
			break
		}
		folded := fold.Rune(r)
		for j := 0; j < len(folded) && whole; j++ {
			state, whole = m.step(state, folded[j])
		}
		i += n
	}
	if known := whole && m.Word[state]&wordMask != 0; cut >= 0 && !known && m.Word[state]>>wordBits == 0 {
		return cutState, cutWhole, cut
	}
	return state, whole, i
}

// step is the state after one more byte; it stays where there is none.
func (m *Image) step(state uint32, c byte) (to uint32, ok bool) {
	to = uint32(m.Cells[state]) + uint32(letterCode[c])
	if uint32(m.Cells[to]>>32) != state {
		return state, false
	}
	return to, true
}

// letterAt says whether s begins with a letter or a digit.
func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordRune(r) && !unicode.Is(unicode.Mn, r)
}

// wordRune says whether r is part of a word. Marks are; the letters that
// serve as apostrophes are not.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return letterCode[r] != 0
	}
	if r >= 0x400 && r < 0x482 {
		return true
	}
	if r == utf8.RuneError || r == 'ʼ' || r == 'ʹ' {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// lookup finds a folded word in the automaton.
func (m *Image) lookup(folded string) uint32 {
	state := uint32(1)
	for i := 0; i < len(folded); i++ {
		to, ok := m.step(state, folded[i])
		if !ok {
			return 0
		}
		state = to
	}
	return m.Word[state] & wordMask
}

// separator classifies what stands between two words.
func separator(gap string) Sep {
	if gap == "" || gap == " " {
		return SepJoin
	}
	lines := 0
	marks := 0
	var mark rune
	before, after := false, false // white space before and after the mark
	for _, r := range gap {
		switch {
		case r == '\n':
			lines++
			fallthrough
		case unicode.IsSpace(r):
			if marks > 0 {
				after = true
			} else {
				before = true
			}
		case unicode.Is(unicode.Cf, r):
		default:
			marks++
			mark = r
		}
	}
	if lines > 1 || marks > 1 {
		return SepBreak
	}
	if marks == 0 {
		return SepJoin
	}
	switch fold.Shape(mark) {
	case '-':
		if mark != '—' && mark != '―' && (!before && !after || lines > 0) {
			return SepJoin
		}
		if before && after {
			return SepDash
		}
	case '\'':
		if !before {
			return SepJoin
		}
	case '.':
		if !before {
			return SepDot
		}
	case ',':
		return SepComma
	case '(', ')':
		return SepParen
	case '/':
		return SepSlash
	}
	return SepBreak
}

// Piece is a word of a table's phrase.
type Piece struct {
	Folded string
	Sep    Sep // what stands before it
	Stem   bool
}

// Split cuts a phrase of the tables into its words, by the same rules by which
// a text is cut. A star after a word makes it a stem.
func Split(phrase string) []Piece {
	var out []Piece
	empty := Image{Cells: make([]uint64, 512), Word: make([]uint32, 512)}
	prev := 0
	for _, w := range empty.words(nil, phrase) {
		p := Piece{Folded: fold.String(phrase[w.start:w.end]), Sep: w.sep}
		if len(out) == 0 {
			p.Sep = SepJoin
		}
		if len(out) > 0 && out[len(out)-1].Stem {
			p.Sep = separator(strings.TrimPrefix(phrase[prev:w.start], "*"))
		}
		p.Stem = strings.HasPrefix(phrase[w.end:], "*")
		prev = int(w.end)
		if phrase[w.start:w.end] == "&" {
			p.Folded = "and"
		}
		out = append(out, p)
	}
	return out
}

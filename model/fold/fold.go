// Package fold turns text into the form in which cstoread compares it, and
// keeps the way back to the bytes it came from.
//
// Two texts that a reader takes for the same wording fold to the same string:
// case, diacritics, the shape of quotes and dashes, line breaks, runs of white
// space, no-break spaces, soft hyphens and other invisible characters make no
// difference. A hyphen at the end of a line is joined with the next line.
// Letters are never transliterated, and Cyrillic й stays apart from и, while
// ё is compared as е.
package fold

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a folded text with the way back to the original.
type Text struct {
	// Folded is what is compared.
	Folded string
	// origin[i] is the offset in the original of the character that made byte
	// i of Folded; its last entry is the original's length.
	origin []int32
}

// New folds s. A text of more than 2 GiB cannot be folded; none that long is
// ever loaded.
func New(s string) Text {
	f := folder{out: make([]byte, 0, len(s)), origin: make([]int32, 0, len(s)+1), keep: true}
	f.run(s)
	return Text{Folded: string(f.out), origin: append(f.origin, int32(len(s)))}
}

// String folds s when the way back is not wanted.
func String(s string) string {
	f := folder{out: make([]byte, 0, len(s))}
	f.run(s)
	return string(f.out)
}

// Original maps a span of Folded, End exclusive, to the span of the original
// that made it. White space at the span's end is not part of it.
func (t Text) Original(start, end int) (int, int) {
	if start >= end {
		at := int(t.origin[start])
		return at, at
	}
	first := int(t.origin[start])
	// The end is where the character after the last one begins, less the
	// white space and the invisible characters between them, which belong to
	// neither: so step from the last character's own beginning instead.
	last := int(t.origin[end-1])
	return first, last + t.width(end, last)
}

// width is the length in the original of the character at offset last, which
// made the byte before Folded[end].
func (t Text) width(end, last int) int {
	for i := end; i < len(t.origin); i++ {
		if next := int(t.origin[i]); next != last {
			return next - last
		}
	}
	return 0
}

type folder struct {
	out    []byte
	origin []int32
	keep   bool
	space  bool // white space is pending; it is written before the next letter
	at     int  // where the pending white space began
}

func (f *folder) run(s string) {
	for i := 0; i < len(s); {
		if p := plainASCII[s[i]]; p != 0 {
			if f.space {
				f.space = false
				if len(f.out) > 0 {
					f.byte(' ', f.at)
				}
			}
			f.byte(p, i)
			i++
			continue
		}
		if s[i] == ' ' {
			f.white(i)
			i++
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = Decode(s[i:])
		}
		if r == '-' || r == '\u00ad' || r == '\u2010' {
			if n := LineJoin(s[:i], s[i+size:]); n > 0 {
				i += size + n
				continue
			}
			if r != '\u00ad' && i > 0 && s[i-1] != ' ' { // "Russo-\nGeorgian"
				f.rune(r, i)
				i += size
				for i < len(s) && (s[i] == '\n' || s[i] == '\r') {
					i++
				}
				continue
			}
		}
		f.rune(r, i)
		i += size
	}
}

// plainASCII gives the folded form of the ASCII characters that stand for
// themselves or for their small letter whatever is around them, and 0 for all
// other bytes.
var plainASCII = func() (t [256]byte) {
	for c := byte('!'); c <= '~'; c++ {
		t[c] = c
	}
	for c := byte('A'); c <= 'Z'; c++ {
		t[c] = c + 'a' - 'A'
	}
	t['-'], t['`'] = 0, 0
	return t
}()

// LineJoin says how much white space, with a line break in it, after follows a
// hyphen that only cuts a word at the end of a line; 0 when the hyphen is the
// word's own. It is that in "Russo-\nGeorgian", where a capital follows a
// small letter.
func LineJoin(before, after string) int {
	n := len(after) - len(strings.TrimLeft(after, " \t\r\n\v\f"))
	if n == len(after) || before == "" || !strings.ContainsAny(after[:n], "\n\r") {
		return 0
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after[n:])
	if !unicode.IsLetter(last) || !unicode.IsLetter(next) {
		return 0
	}
	if unicode.IsUpper(next) && !unicode.IsUpper(last) {
		return 0
	}
	return n
}

// Decode reads the first character of s as utf8.DecodeRuneInString does, but
// takes и with a breve after it for the one letter й that it is.
func Decode(s string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(s)
	if (r == 'и' || r == 'И') && strings.HasPrefix(s[size:], "\u0306") {
		return r + 1, size + len("\u0306")
	}
	return r, size
}

// AppendRune appends the folded form of one character to dst: nothing for an
// invisible one, a space for white space.
func AppendRune(dst []byte, r rune) []byte {
	switch {
	case r >= 'а' && r <= 'я':
		return utf8.AppendRune(dst, r)
	case r >= 'А' && r <= 'Я':
		return utf8.AppendRune(dst, r+'а'-'А')
	}
	f := folder{out: dst}
	f.rune(r, 0)
	if f.space {
		f.out = append(f.out, ' ')
	}
	return f.out
}

// European holds the folded form of every character below its length: those
// of the Latin, Greek and Cyrillic scripts, which is nearly all there is. It is
// made when the first of them is asked for.
var european = sync.OnceValue(func() []string {
	table := make([]string, 0x530)
	for r := range table {
		table[r] = string(AppendRune(nil, rune(r)))
	}
	return table
})

// Rune is AppendRune as a string, without an allocation for the characters of
// European scripts.
func Rune(r rune) string {
	if table := european(); int(r) < len(table) && r >= 0 {
		return table[r]
	}
	return string(AppendRune(nil, r))
}

func (f *folder) rune(r rune, at int) {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
	case r >= 'а' && r <= 'я':
		f.encode(r, at)
		return
	case r >= 'А' && r <= 'Я':
		f.encode(r+'а'-'А', at)
		return
	case r >= '\u2010' && r <= '\u201f': // dashes and quotes
		r = Shape(r)
	case invisible(r):
		return
	default:
		r = Shape(r)
	}
	switch {
	case r == utf8.RuneError || r <= ' ' || unicode.IsSpace(r):
		f.white(at)
	case r < utf8.RuneSelf:
		f.encode(r, at)
	default:
		f.letter(r, at)
	}
}

// white notes white space; it is written when something follows it.
func (f *folder) white(at int) {
	if !f.space {
		f.space, f.at = true, at
	}
}

// letter writes a character outside ASCII in lower case and without its marks.
func (f *folder) letter(r rune, at int) {
	r = unicode.ToLower(r)
	if r == 'й' {
		f.encode(r, at)
		return
	}
	var in [utf8.UTFMax]byte
	n := utf8.EncodeRune(in[:], r)
	apart := norm.NFKD.Properties(in[:n]).Decomposition()
	if apart == nil {
		apart = in[:n]
	}
	for len(apart) > 0 {
		d, size := utf8.DecodeRune(apart)
		apart = apart[size:]
		switch {
		case unicode.IsSpace(d):
			f.white(at)
		case !invisible(d):
			for _, p := range plain(Shape(unicode.ToLower(d))) {
				f.encode(p, at)
			}
		}
	}
}

// encode writes one folded character, after the white space before it.
func (f *folder) encode(r rune, at int) {
	if f.space {
		f.space = false
		if len(f.out) > 0 {
			f.byte(' ', f.at)
		}
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		f.byte(c, at)
	}
}

func (f *folder) byte(b byte, at int) {
	f.out = append(f.out, b)
	if f.keep {
		f.origin = append(f.origin, int32(at))
	}
}

// invisible characters take no part in a comparison: soft hyphens, joiners,
// byte order marks, bidirectional controls, and marks standing apart from
// their letter.
func invisible(r rune) bool {
	return r == '\u00ad' || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r)
}

// Shape gives quotes, dashes and spaces their one form.
func Shape(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', 'ʹ', '′', '‹', '›', '`', '´':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	if unicode.Is(unicode.Zs, r) {
		return ' '
	}
	return r
}

// plain maps the letters that Unicode does not decompose to the ones people
// type instead.
func plain(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ħ':
		return "h"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	}
	return string(r)
}

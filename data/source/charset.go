package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	textunicode "golang.org/x/text/encoding/unicode"
)

// Decoded is a text in UTF-8 and how it was read.
type Decoded struct {
	Text string
	// Charset is the name of the encoding that was used.
	Charset string
	// Note says what a person should know: a declaration that was wrong, a
	// text that had been decoded wrongly before and was mended. Empty is
	// nothing.
	Note string
}

// Decode turns bytes into text. A byte order mark decides, then the declared
// charset (empty is none), then whether the bytes are UTF-8, then the
// frequencies of letters. A declaration is not believed against the bytes: a
// page that says windows-1251 and is valid UTF-8 beyond ASCII was saved anew
// by a program that left the old declaration in place.
func Decode(b []byte, declared string) Decoded {
	if d, ok := decodeBOM(b); ok {
		return d
	}
	if d, ok := decodeWide(b); ok {
		return d
	}
	valid := utf8.Valid(b)
	switch {
	case valid && isASCII(b):
		return Decoded{Text: string(b), Charset: "us-ascii"}
	case valid:
		d := mend(Decoded{Text: string(b), Charset: "utf-8"})
		if d.Note == "" && declared != "" && !isUTF8Name(declared) {
			d.Note = fmt.Sprintf("declared as %s but it is UTF-8", strings.ToLower(declared))
		}
		return d
	}
	if enc, name := lookup(declared); enc != nil && !isUTF8Name(name) {
		if text, err := enc.NewDecoder().Bytes(b); err == nil && plausible(string(text)) {
			return mend(Decoded{Text: string(text), Charset: name})
		}
	}
	d := detect(b)
	if declared != "" && !strings.EqualFold(declared, d.Charset) {
		d.Note = fmt.Sprintf("declared as %s but it reads as %s", strings.ToLower(declared), d.Charset)
	}
	return d
}

func isUTF8Name(s string) bool {
	s = strings.ToLower(strings.ReplaceAll(s, "_", "-"))
	return s == "utf-8" || s == "utf8"
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func lookup(name string) (encoding.Encoding, string) {
	if name == "" {
		return nil, ""
	}
	enc, err := htmlindex.Get(strings.TrimSpace(name))
	if err != nil {
		return nil, ""
	}
	canonical, err := htmlindex.Name(enc)
	if err != nil {
		return nil, ""
	}
	return enc, canonical
}

func decodeBOM(b []byte) (Decoded, bool) {
	wide := func(e textunicode.Endianness, name string) (Decoded, bool) {
		text, err := textunicode.UTF16(e, textunicode.UseBOM).NewDecoder().Bytes(b)
		return Decoded{Text: string(text), Charset: name}, err == nil
	}
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return mend(Decoded{Text: strings.ToValidUTF8(string(b[3:]), "\uFFFD"), Charset: "utf-8"}), true
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return wide(textunicode.LittleEndian, "utf-16le")
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return wide(textunicode.BigEndian, "utf-16be")
	}
	return Decoded{}, false
}

// decodeWide recognises UTF-16 without its mark by the zero bytes of its
// blanks and digits.
func decodeWide(b []byte) (Decoded, bool) {
	head := b[:min(len(b), 4096)]
	if len(head) < 16 {
		return Decoded{}, false
	}
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i&1]++
		}
	}
	e, name := textunicode.LittleEndian, "utf-16le"
	few, many := zero[0], zero[1]
	if zero[0] > zero[1] {
		e, name = textunicode.BigEndian, "utf-16be"
		few, many = many, few
	}
	if many < len(head)/20 || few > many/4 {
		return Decoded{}, false
	}
	text, err := textunicode.UTF16(e, textunicode.IgnoreBOM).NewDecoder().Bytes(b)
	return Decoded{Text: string(text), Charset: name}, err == nil
}

// candidates are the single-byte encodings that statements come in.
var candidates = []struct {
	name string
	enc  *charmap.Charmap
}{
	{"windows-1251", charmap.Windows1251},
	{"koi8-r", charmap.KOI8R},
	{"iso-8859-5", charmap.ISO8859_5},
	{"ibm866", charmap.CodePage866},
	{"windows-1252", charmap.Windows1252},
}

// detect decodes with each candidate and takes the text that looks most like
// a language.
func detect(b []byte) Decoded {
	sample := b[:min(len(b), 64<<10)]
	best, bestScore := candidates[len(candidates)-1], -1e9
	for _, c := range candidates {
		text, err := c.enc.NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		if s := likeness(string(text)); s > bestScore {
			best, bestScore = c, s
		}
	}
	text, err := best.enc.NewDecoder().Bytes(b)
	if err != nil {
		return Decoded{Text: strings.ToValidUTF8(string(b), "\uFFFD"), Charset: "unknown", Note: "its characters could not be read for certain"}
	}
	return mend(Decoded{Text: string(text), Charset: best.name})
}

// common are the letters that make up most of Russian text.
const common = "оеаинтсрвлкмдпуяыьгз"

// likeness scores the characters outside ASCII: frequent Cyrillic letters and
// Latin ones with marks speak for a reading, signs and capitals inside words
// against it. In the wrong single-byte encoding most letters become those.
func likeness(s string) float64 {
	score, n := 0.0, 0
	previous, first := ' ', ' '
	for _, r := range s {
		if !unicode.IsLetter(previous) {
			first = r
		}
		if r < utf8.RuneSelf {
			previous = r
			continue
		}
		n++
		switch {
		case unicode.Is(unicode.Cyrillic, r) && previous < utf8.RuneSelf && unicode.IsLetter(previous):
			// No word mixes the scripts.
			score -= 3
		case r == utf8.RuneError || unicode.IsControl(r):
			score -= 4
		case strings.ContainsRune(common, r):
			score += 2
		case unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(r) && r <= 'я':
			score++
		case r >= 'А' && r <= 'Я' && unicode.IsLower(first):
			// aBC: no word begins small and goes on in capitals.
			score -= 3
		case r >= 'А' && r <= 'Я' && strings.ContainsRune(common, unicode.ToLower(r)):
			score += 1.8
		case r >= 'А' && r <= 'Я':
		case unicode.Is(unicode.Cyrillic, r):
			score--
		case unicode.IsLetter(r):
			// A Latin letter with a mark stands among plain ones.
			if previous >= utf8.RuneSelf && unicode.IsLetter(previous) {
				score -= 2
			} else {
				score += 0.5
			}
		case strings.ContainsRune("«»„“”‘’–—…№\u00a0§°", r):
			score += 0.3
		default:
			score -= 2
		}
		previous = r
	}
	if n == 0 {
		return 0
	}
	return score / float64(n)
}

// plausible says that a declared charset gave a text and not a wall of signs.
func plausible(s string) bool { return likeness(s[:min(len(s), 64<<10)]) > -1 }

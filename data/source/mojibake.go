package source

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mistakes are the ways in which Cyrillic text is usually spoilt: its bytes
// were read in one encoding though they were in another, and the result was
// stored. as is the encoding they were read in, was the one they were in, nil
// for UTF-8.
var mistakes = []struct {
	as, was *charmap.Charmap
	name    string
}{
	{charmap.Windows1251, nil, "UTF-8 read as windows-1251"},
	{charmap.Windows1252, nil, "UTF-8 read as windows-1252"},
	{charmap.Windows1252, charmap.Windows1251, "windows-1251 read as windows-1252"},
	{charmap.Windows1251, charmap.KOI8R, "KOI8-R read as windows-1251"},
	{charmap.KOI8R, charmap.Windows1251, "windows-1251 read as KOI8-R"},
	{charmap.KOI8R, nil, "UTF-8 read as KOI8-R"},
}

// mend undoes one wrong decoding where the result is far more like a language
// than what was there. It says so, because a mended text is not the letters
// that were stored.
func mend(d Decoded) Decoded {
	sample := head(d.Text, 16<<10)
	before := likeness(sample)
	if before > 0.9 || countWide(sample) < 8 {
		return d
	}
	for _, m := range mistakes {
		fixed, ok := undo(sample, m.as, m.was)
		if !ok || likeness(fixed) < before+1 || likeness(fixed) < 0.9 && m.was != nil {
			continue
		}
		if whole, ok := undo(d.Text, m.as, m.was); ok {
			d.Text = whole
			d.Note = fmt.Sprintf("its text had been stored wrongly (%s) and was mended", m.name)
			return d
		}
	}
	return d
}

func undo(s string, as, was *charmap.Charmap) (string, bool) {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := as.EncodeRune(r)
		if !ok {
			// Bytes that windows-1251 and 1252 leave undefined come through as
			// control characters of the same number.
			if r >= 0x80 && r <= 0x9f {
				c = byte(r)
			} else {
				return "", false
			}
		}
		b = append(b, c)
	}
	if was == nil {
		return string(b), utf8.Valid(b)
	}
	out, err := was.NewDecoder().Bytes(b)
	return string(out), err == nil
}

// head is at most n bytes of s, cut between characters.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func countWide(s string) int {
	n := 0
	for _, r := range s {
		if r >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

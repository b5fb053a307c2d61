package document

import (
	"strings"
	"unicode/utf8"

	"cstoread/model/clean"
)

// disarm replaces the character references that stand for characters which
// are not let in as themselves: "&#27;" is an escape as soon as Markdown is
// rendered. Each becomes U+FFFD.
func disarm(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 {
		return s
	}
	var b strings.Builder
	for ; at >= 0; at = strings.IndexByte(s, '&') {
		b.WriteString(s[:at])
		if n := armed(s[at:]); n > 0 {
			b.WriteRune(utf8.RuneError)
			s = s[at+n:]
		} else {
			b.WriteByte('&')
			s = s[at+1:]
		}
	}
	b.WriteString(s)
	return b.String()
}

// armed is the length of the reference at the head of s if it stands for a
// character that is not let in, otherwise 0. It reads references as the most
// generous of parsers does: of any length, and without their semicolon.
func armed(s string) int {
	for _, name := range []string{"&lrm;", "&rlm;"} {
		if strings.HasPrefix(s, name) {
			return len(name)
		}
	}
	if !strings.HasPrefix(s, "&#") {
		return 0
	}
	at, base := 2, rune(10)
	if at < len(s) && s[at]|0x20 == 'x' {
		at, base = at+1, 16
	}
	var r rune
	first := at
	for ; at < len(s); at++ {
		d := digit(s[at])
		if d < 0 || d >= base {
			break
		}
		if r = r*base + d; r > utf8.MaxRune {
			r = utf8.MaxRune + 1 // no such character, however it goes on
		}
	}
	if at == first {
		return 0
	}
	if at < len(s) && s[at] == ';' {
		at++
	}
	if c := string(r); r > utf8.MaxRune || r == 0 || clean.Text(c) != c {
		return at
	}
	return 0
}

func digit(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return -1
}

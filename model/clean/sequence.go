package clean

import (
	"strings"
	"unicode/utf8"
)

const (
	esc = 0x1b
	bel = 0x07
)

// sequence is the length of the control sequence at the head of s, which
// begins with ESC or with a C1 character (ECMA-48). A sequence that is not
// finished on its line is only its introducer: the text behind it is kept,
// because one stray byte must not swallow a document.
func sequence(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r == esc {
		if n == len(s) {
			return n
		}
		c := s[n]
		switch {
		case 0x40 <= c && c <= 0x5f:
			r, n = rune(c)+0x40, n+1 // the 7-bit form of a C1 character
		case 0x20 <= c && c <= 0x2f:
			return n + intermediates(s[n:]) // "ESC ( B" selects a character set
		case 0x30 <= c && c <= 0x7e:
			return n + 1
		default:
			return n
		}
	}
	switch r {
	case 0x9b:
		return n + parameters(s[n:])
	case 0x90, 0x98, 0x9d, 0x9e, 0x9f: // DCS, SOS, OSC, PM, APC
		return n + payload(s[n:])
	}
	return n
}

// intermediates is the length of intermediate bytes and their final one, or 0.
func intermediates(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case 0x20 <= c && c <= 0x2f:
		case 0x30 <= c && c <= 0x7e:
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// parameters is the length of what follows a CSI, its final byte included, or
// 0 when it has none.
func parameters(s string) int {
	i := 0
	for i < len(s) && 0x30 <= s[i] && s[i] <= 0x3f {
		i++
	}
	for i < len(s) && 0x20 <= s[i] && s[i] <= 0x2f {
		i++
	}
	if i < len(s) && 0x40 <= s[i] && s[i] <= 0x7e {
		return i + 1
	}
	return 0
}

// payload is the length of a control string up to and with its terminator
// (BEL, ESC \ or U+009C), or 0 when its line ends without one.
func payload(s string) int {
	if end := strings.IndexAny(s, "\n\r"); end >= 0 {
		s = s[:end]
	}
	for i := range len(s) {
		switch {
		case s[i] == bel:
			return i + 1
		case strings.HasPrefix(s[i:], "\x1b\\"), strings.HasPrefix(s[i:], "\u009c"):
			return i + 2
		}
	}
	return 0
}

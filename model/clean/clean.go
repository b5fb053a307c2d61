// Package clean makes text from outside harmless for a terminal.
//
// A document, a file name, an address or an environment variable may carry
// bytes that a terminal obeys instead of showing. This package takes them out.
// It is used twice: where text enters (the documents) and where it is drawn.
//
// What is taken out:
//   - escape sequences, with their parameters, in their 7-bit and 8-bit forms;
//   - control characters (C0, DEL, C1), but for line breaks and tabs;
//   - the characters that reorder text (Unicode's Bidi_Control);
//   - characters that hide text or are no text: byte order marks, tags,
//     interlinear annotation.
//
// What a person reads stays to the letter. Bytes that are not UTF-8 become
// U+FFFD, one for each run of them, so that the damage is seen.
package clean

import (
	"strings"
	"unicode/utf8"
)

// Text cleans s and keeps its line breaks, all written "\n", and its tabs.
// Text that is clean is returned as it is, without a copy.
func Text(s string) string {
	at := dirty(s)
	if at == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	for i := at; i < len(s); {
		if c := s[i]; plain(c) {
			b.WriteByte(c)
			i++
			continue
		}
		out, n := next(s[i:])
		b.WriteString(out)
		i += n
	}
	return b.String()
}

// Line is Text on one line: every run of white space that holds a line break
// or a tab becomes one space, and there is none at either end.
func Line(s string) string {
	s = strings.TrimSpace(Text(s))
	if !strings.ContainsAny(s, "\n\t") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		n := len(s[i:]) - len(strings.TrimLeft(s[i:], " \n\t"))
		if n == 0 {
			b.WriteByte(s[i])
			i++
			continue
		}
		if run := s[i : i+n]; strings.ContainsAny(run, "\n\t") {
			b.WriteByte(' ')
		} else {
			b.WriteString(run)
		}
		i += n
	}
	return b.String()
}

// plain says that a byte is text on its own: printable ASCII, "\n", "\t".
func plain(c byte) bool {
	return ' ' <= c && c < 0x7f || c == '\n' || c == '\t'
}

// dirty is the offset of the first character that Text would change.
func dirty(s string) int {
	for i := 0; i < len(s); {
		if plain(s[i]) {
			i++
			continue
		}
		if s[i] < utf8.RuneSelf {
			return i
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || unwanted(r) || breaksLine(r) {
			return i
		}
		i += n
	}
	return len(s)
}

// next cleans the one thing at the head of s, which is not a plain byte: it
// gives what is to be written for it and how many bytes it takes.
func next(s string) (out string, n int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && n == 1:
		for n < len(s) {
			if r, m := utf8.DecodeRuneInString(s[n:]); r != utf8.RuneError || m != 1 {
				break
			}
			n++
		}
		return string(utf8.RuneError), n
	case r == '\r' && strings.HasPrefix(s[n:], "\n"):
		return "\n", n + 1
	case breaksLine(r):
		return "\n", n
	case r == esc || 0x80 <= r && r < 0xa0:
		return "", sequence(s)
	case unwanted(r):
		return "", n
	}
	return s[:n], n
}

// breaksLine are the line breaks other than "\n".
func breaksLine(r rune) bool {
	switch r {
	case '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// unwanted are the characters that are left out.
func unwanted(r rune) bool {
	switch {
	case r < ' ' && r != '\n' && r != '\t', 0x7f <= r && r < 0xa0:
		return true
	case r < 0x61c:
		return false
	case r == 0x61c, r == 0x200e, r == 0x200f, // marks of direction
		0x202a <= r && r <= 0x202e, // embeddings and overrides
		0x2066 <= r && r <= 0x2069: // isolates
		return true
	case r == 0xfeff, 0xfff9 <= r && r <= 0xfffb, 0xe0000 <= r && r <= 0xe007f:
		return true
	}
	return false
}

package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"cstoread/model/clean"
	"cstoread/ui/theme"
)

// piece is a stretch of text in one role. Its text may come from outside: it
// is cleaned when it is drawn.
type piece struct {
	text string
	role theme.Role
}

// p makes a piece.
func p(role theme.Role, text string) piece { return piece{text, role} }

// width is how many cells a line of plain text takes.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// clip cuts plain text to at most w cells, with an ellipsis where it was cut.
func clip(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case width(s) <= w:
		return s
	}
	return ansi.Truncate(s, w, "…")
}

// row draws one line exactly w cells wide: pieces from the left, and pieces
// against the right edge as far as they find room. What does not fit is cut.
func row(th theme.Theme, w int, left []piece, right ...piece) string {
	if w <= 0 {
		return ""
	}
	var b strings.Builder
	end, endWidth := painted(th, w, right)
	room := w
	if endWidth > 0 && endWidth < w {
		room = w - endWidth - 1
	}
	start, startWidth := painted(th, room, left)
	b.WriteString(start)
	blank := w - startWidth - endWidth
	if blank < 0 { // the right has taken all
		return end
	}
	writeBlank(&b, blank)
	b.WriteString(end)
	return b.String()
}

// band is row with one role for the whole line, blanks included.
func band(th theme.Theme, w int, role theme.Role, left []piece, right ...piece) string {
	return th.Paint(role, row(theme.Theme{}, w, left, right...))
}

// painted draws pieces until w cells are used.
func painted(th theme.Theme, w int, pieces []piece) (string, int) {
	var b strings.Builder
	used := 0
	for _, q := range pieces {
		text := safe(q.text)
		n := width(text)
		if used+n > w {
			text = clip(text, w-used)
			n = width(text)
			b.WriteString(th.Paint(q.role, text))
			used += n
			break
		}
		b.WriteString(th.Paint(q.role, text))
		used += n
	}
	return b.String(), used
}

// safe cleans a piece of text and keeps the blanks around it, which the
// layout put there.
func safe(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return strings.NewReplacer("\n", " ", "\t", " ").Replace(clean.Text(s))
		}
	}
	return s
}

const blanks = "                                                                                "

func writeBlank(b *strings.Builder, n int) {
	for n > len(blanks) {
		b.WriteString(blanks)
		n -= len(blanks)
	}
	if n > 0 {
		b.WriteString(blanks[:n])
	}
}

// fill gives exactly h lines of w cells: lines as far as they go, blank ones
// after them. The lines must already be w cells wide.
func fill(lines []string, w, h int) []string {
	if len(lines) > h {
		return lines[:max(h, 0)]
	}
	for len(lines) < h {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines
}

// wrap breaks plain text into lines of at most w cells, between words where
// that is possible.
func wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	var lines []string
	for _, l := range strings.Split(ansi.Wrap(safe(s), w, ""), "\n") {
		if width(l) > w { // a hyphen can keep it from being broken there
			lines = append(lines, strings.Split(ansi.Hardwrap(l, w, false), "\n")...)
			continue
		}
		lines = append(lines, l)
	}
	return lines
}

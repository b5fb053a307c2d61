package page

import (
	"strings"

	"cstoread/model"
)

// FromText cuts plain text, as copied from a page or written by a program that
// wraps lines, into blocks. Lines that were broken to fit a width are joined
// again; lines that stand on their own stay so.
func FromText(s string) []Block {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.ReplaceAll(s, "\f", "\n\n")
	lines := strings.Split(s, "\n")
	width := wrapWidth(lines)
	var blocks []Block
	var current []string
	gap := true
	flush := func() {
		if len(current) > 0 {
			blocks = append(blocks, textBlock(joinLines(current), gap))
			current, gap = nil, false
		}
	}
	for _, line := range lines {
		line = strings.TrimRight(strings.ReplaceAll(line, "\u00a0", " "), " \t")
		trimmed := strings.TrimLeft(line, " \t")
		switch {
		case trimmed == "":
			flush()
			gap = true
			continue
		case len(current) == 0:
		case !wrapped(current[len(current)-1], trimmed, width), startsItem(trimmed), isMetaLine(strings.Join(current, " ")):
			flush()
		}
		current = append(current, trimmed)
	}
	flush()
	return blocks
}

// wrapWidth estimates the width to which a text was wrapped, or 0 where lines
// are paragraphs. Wrapped text has runs of lines of about equal length without
// empty lines between them; a page copied from a browser has long lines.
func wrapWidth(lines []string) int {
	widest := 0
	for _, l := range lines {
		widest = max(widest, letters(strings.TrimSpace(l)))
	}
	if widest > 130 || widest < 30 {
		return 0
	}
	neighbours, ends := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		l, next := strings.TrimSpace(lines[i]), strings.TrimSpace(lines[i+1])
		if letters(l)*2 < widest || next == "" || isMetaLine(l) || isMetaLine(next) {
			continue
		}
		neighbours++
		if strings.ContainsAny(l[len(l)-1:], ".;:!?") {
			ends++
		}
	}
	// A line that was broken to fit ends a sentence only by chance.
	if neighbours == 0 || ends*2 > neighbours {
		return 0
	}
	return widest
}

// wrapped says that next continues line: its first word would not have fitted.
func wrapped(line, next string, width int) bool {
	if width == 0 {
		return false
	}
	word, _, _ := strings.Cut(next, " ")
	fits := letters(line)+1+letters(word) <= width-width/10
	if fits {
		return startsLower(next) && !strings.HasSuffix(line, ":") && letters(line) > width/2
	}
	return true
}

func startsItem(s string) bool {
	number, _, ok := numbered(s)
	// A dash or a letter can also stand inside a broken line.
	return ok && (number == "•" || number == "·" || number == "▪" || number == "●" ||
		len(number) > 1 && strings.Trim(number, "0123456789") != number)
}

// joinLines joins broken lines; a hyphen at the end of a line is kept only
// where a compound was broken at its own hyphen, which nothing shows, so the
// next line's capital decides: "Guinea-\nBissau".
func joinLines(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		if i == 0 {
			b.WriteString(l)
			continue
		}
		before := b.String()
		if strings.HasSuffix(before, "-") && !strings.HasSuffix(before, " -") {
			if startsLower(l) {
				b.Reset()
				b.WriteString(strings.TrimSuffix(before, "-"))
			}
			b.WriteString(l)
			continue
		}
		b.WriteByte(' ')
		b.WriteString(l)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func textBlock(s string, gap bool) Block {
	b := Block{Text: s, Break: gap}
	if number, rest, ok := numbered(s); ok && rest != "" {
		b.Role, b.Number, b.Text = model.RoleListItem, number, rest
		if strings.Trim(number, "-–—•·▪●◦*") == "" {
			b.Number = ""
		} else {
			// A printed number is part of the wording.
			b.Text, b.Markdown = s, ""
			b.Role = model.RoleText
		}
	}
	return b
}

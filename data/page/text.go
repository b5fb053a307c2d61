package page

import (
	"strings"

	"cstoread/model"
)

// FromText cuts plain text, as copied from a page or written by a program that
// wraps lines, into blocks. Lines that were broken to fit a width are joined
// again; lines that stand on their own stay so.
func FromText(s string) []Block {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\u2028", "\n", "\u2029", "\n\n").Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.Trim(strings.ReplaceAll(l, "\u00a0", " "), " \t")
	}
	lines = withoutPageMarks(lines)
	groups := Group(lines)
	blocks := make([]Block, 0, len(groups))
	for _, g := range groups {
		gap := g.First == 0 || lines[g.First-1] == ""
		blocks = append(blocks, textBlock(Join(lines[g.First:g.Last+1]), gap))
	}
	return blocks
}

// Lines is a run of lines that make one paragraph, Last included.
type Lines struct{ First, Last int }

// Group tells the paragraphs among lines that are trimmed; an empty line
// belongs to none.
func Group(lines []string) []Lines {
	width := wrapWidth(lines)
	var groups []Lines
	open := false
	for i, l := range lines {
		if l == "" {
			open = false
			continue
		}
		if open && wrapped(lines[i-1], l, width) && !startsItem(l) && !isMetaLine(lines[i-1]) && !(isMetaLine(l) && letters(lines[i-1])*4 < width*3) {
			groups[len(groups)-1].Last = i
			continue
		}
		groups = append(groups, Lines{First: i, Last: i})
		open = true
	}
	return groups
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

// Join makes one line of broken ones. A hyphen at the end of a line is kept only
// where a compound was broken at its own hyphen, which nothing shows, so the
// next line's capital decides: "Guinea-\nBissau".
func Join(lines []string) string {
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

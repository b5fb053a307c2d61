package command

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"cstoread/model"
	"cstoread/model/compare"
)

// sideBySide is the width from which two texts stand beside each other: less
// would leave each too few words a line.
const sideBySide = 100

// The looks of words that went and came. Red and green are told apart by the
// stroke and the underline too.
const (
	lookGone look = "31;9"
	lookCame look = "32;4"
)

// text is a comparison in one column.
func (c comparison) text(o *output) string {
	var b strings.Builder
	c.head(&b, o)
	for _, p := range c.shown() {
		b.WriteString("\n" + o.in(lookStrong, pairLine(p)) + "\n")
		body := marked(c.edits(p), o, true, true)
		if o.width > 0 {
			body = lipgloss.Wrap(body, max(1, o.width-2), "")
		}
		b.WriteString("  " + strings.ReplaceAll(body, "\n", "\n  ") + "\n")
	}
	return b.String()
}

func (c comparison) head(b *strings.Builder, o *output) {
	b.WriteString(fit("--- "+about(c.a), o.width) + "\n" + fit("+++ "+about(c.b), o.width) + "\n")
	for _, l := range append(c.notes(), c.summary()) {
		if o.width > 0 {
			l = lipgloss.Wrap(l, max(1, o.width), "")
		}
		b.WriteString(l + "\n")
	}
}

// about names one side: its reference, date and short title.
func about(p passage) string {
	s := line(p.ref.String())
	if d := p.Date.Long(); d != "" {
		s += "  " + d
	}
	return s + "  " + line(model.ShortTitle(p.Title))
}

// pairLine heads a pair: "~ p4 → p5 reworded, moved".
func pairLine(p compare.Pair) string {
	sign, word := "~", string(p.Kind)
	switch p.Kind {
	case compare.Same:
		sign = "="
	case compare.OnlyA:
		sign, word = "-", "gone"
	case compare.OnlyB:
		sign, word = "+", "new"
	case compare.Merged:
		word = "joined"
	case compare.Split:
		word = "divided"
	}
	if p.Moved && p.Kind == compare.Same {
		sign, word = ">", "moved"
	} else if p.Moved {
		word += ", moved"
	}
	where := strings.Trim(numbersOf(p.A)+" → "+numbersOf(p.B), " →")
	if len(p.A) > 0 && len(p.B) > 0 {
		where = numbersOf(p.A) + " → " + numbersOf(p.B)
	}
	return sign + " " + where + "  " + word
}

// numbersOf names paragraphs: "p4", "p4+5".
func numbersOf(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	return "p" + strings.ReplaceAll(strings.Trim(fmt.Sprint(numbers), "[]"), " ", "+")
}

// marked sets the words of a pair: those of the first text, those of the
// second, or both with signs around what changed.
func marked(edits []compare.Edit, o *output, first, second bool) string {
	var b strings.Builder
	for _, e := range edits {
		switch {
		case e.Op == compare.Delete && first:
			b.WriteString(changed(o, lookGone, e.Text, "[-", "-]"))
		case e.Op == compare.Insert && second:
			b.WriteString(changed(o, lookCame, e.Text, "{+", "+}"))
		case e.Op == compare.Keep && !first:
			b.WriteString(e.Other)
		case e.Op == compare.Keep:
			b.WriteString(e.Text)
		}
	}
	return strings.TrimSpace(b.String())
}

// changed sets one stretch, its last spaces outside of the signs.
func changed(o *output, l look, text, before, after string) string {
	word := strings.TrimRight(text, " ")
	space := text[len(word):]
	if o.colour {
		return o.in(l, word) + space
	}
	if word == "" {
		return text
	}
	return before + word + after + space
}

// columns is a comparison side by side, for a terminal.
func (c comparison) columns(o *output) string {
	var b strings.Builder
	c.head(&b, o)
	width := (o.width - 3) / 2
	for _, p := range c.shown() {
		b.WriteString("\n" + o.in(lookStrong, pairLine(p)) + "\n")
		edits := c.edits(p)
		left := strings.Split(lipgloss.Wrap(marked(edits, o, true, false), width, ""), "\n")
		right := strings.Split(lipgloss.Wrap(marked(edits, o, false, true), width, ""), "\n")
		for i := range max(len(left), len(right)) {
			l, r := "", ""
			if i < len(left) {
				l = left[i]
			}
			if i < len(right) {
				r = right[i]
			}
			b.WriteString(strings.TrimRight(pad(l, width)+" │ "+r, " ") + "\n")
		}
	}
	return b.String()
}

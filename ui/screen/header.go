package screen

import (
	"fmt"
	"strconv"
	"strings"

	"cstoread/model/ask"
	"cstoread/model/query"
	"cstoread/ui/theme"
)

const program = "cstoread"

// header draws the first line: the program's name, the query as chips, or the
// filter line while one types, and what was found.
func (m *Root) header() string {
	w := m.lay.header.w
	found := p(theme.Count, m.found(w)+" ")
	if m.filter.open {
		return m.filter.view(m.theme, w, found, m.query.Problems)
	}
	left := []piece{p(theme.Program, " "+program+" "), p(theme.Text, " ")}
	chips, room := m.chips(), w-width(found.text)-1
	for i, c := range chips {
		if c.to+4 > room && i > 0 && (i < len(chips)-1 || c.to > room) {
			left = append(left, p(theme.Dim, fmt.Sprintf("+%d", len(chips)-i)))
			break
		}
		left = append(left, c.piece, p(theme.Text, " "))
	}
	if n := len(m.query.Problems); n > 0 && m.opened {
		left = append(left, p(theme.Problem, "query: "+m.query.Problems[0].Message))
	}
	return row(m.theme, w, left, found)
}

// placedChip is a chip of the query and the columns it takes in the header.
type placedChip struct {
	piece
	from, to int
}

// chips lays the parts of the query out from the left. Both the drawing and
// the mouse ask here.
func (m *Root) chips() []placedChip {
	var placed []placedChip
	x := len(program) + 3
	for _, c := range m.query.Chips(m.nameOf) {
		role, label := theme.Chip, c.Label
		if c.Kind == query.ChipWord {
			label = "“" + strings.Trim(label, `"`) + "”"
		}
		if c.Negated {
			role, label = theme.ChipNot, "not "+label
		}
		text := " " + clip(safe(label), 32) + " × "
		placed = append(placed, placedChip{p(role, text), x, x + width(text)})
		x += width(text) + 1
	}
	return placed
}

// nameOf is the printed name of a facet's value, or "" for the value itself.
func (m *Root) nameOf(f query.Field, code string) string {
	if m.shelf.Tables == nil {
		return ""
	}
	switch f {
	case query.FieldCountry:
		return m.shelf.Tables.CountryName(code)
	case query.FieldTopic:
		return m.shelf.Tables.TopicName(code)
	}
	return ""
}

// found says how much was found, in as many words as the width allows.
func (m *Root) found(w int) string {
	if !m.answered {
		return ""
	}
	if coming := m.arrived(); coming != "" {
		return coming
	}
	all := m.shelved
	found := m.answer.Paragraphs
	found.N -= m.titles
	got, paragraphs := total(m.answer.Statements), total(found)
	switch {
	case m.query.IsZero():
		return count(all, "statement")
	case w < 50:
		return fmt.Sprintf("%s/%d", got, all)
	case w < 90:
		return fmt.Sprintf("%s of %d · %s ¶", got, all, paragraphs)
	}
	return fmt.Sprintf("%s of %s · %s %s", got, count(all, "statement"), paragraphs, plural(found.N, "paragraph"))
}

// total writes a count; one that is not exact is a lower bound.
func total(t ask.Total) string {
	if !t.Exact {
		return strconv.Itoa(t.N) + "+"
	}
	return strconv.Itoa(t.N)
}

func count(n int, what string) string { return fmt.Sprintf("%d %s", n, plural(n, what)) }

func plural(n int, what string) string {
	if n == 1 {
		return what
	}
	return what + "s"
}

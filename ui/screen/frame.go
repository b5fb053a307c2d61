package screen

import (
	"strings"

	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// frame draws the window: exactly as many lines as it is high, each exactly
// as wide as it is.
func (m *Root) frame() []string {
	l := m.lay
	if l.small {
		return m.tooSmall()
	}
	lines := make([]string, 0, l.h)
	lines = append(lines, m.header())
	joint := m.joint()
	if l.ruled {
		lines = append(lines, m.rule(joint, "┬"))
	}
	lines = append(lines, m.bodyLines()...)
	if l.ruled {
		lines = append(lines, m.rule(joint, "┴"))
	}
	return append(lines, m.status())
}

// tooSmall says so in whatever room there is.
func (m *Root) tooSmall() []string {
	var lines []string
	for _, text := range wrap("window too small", m.lay.w) {
		lines = append(lines, row(m.theme, m.lay.w, []piece{p(theme.Text, text)}))
	}
	return fill(lines, m.lay.w, m.lay.h)
}

// joint is the column of the line between two panes, or -1.
func (m *Root) joint() int {
	if m.lay.wide && m.page == nil && m.adding == nil {
		return m.lay.list.w
	}
	return -1
}

func (m *Root) rule(joint int, at string) string {
	if joint < 0 {
		return m.theme.Paint(theme.Rule, strings.Repeat("─", m.lay.w))
	}
	return m.theme.Paint(theme.Rule, strings.Repeat("─", joint)+at+strings.Repeat("─", m.lay.w-joint-1))
}

// bodyLines draws what is between header and status.
func (m *Root) bodyLines() []string {
	l := m.lay
	if m.page != nil {
		return m.page.view(m.theme, l.body.w, l.body.h)
	}
	if m.adding != nil {
		return m.addingLines(l.body.w, l.body.h)
	}
	if !l.wide {
		switch {
		case m.picker != nil:
			return m.picker.view(m.theme, l.body.w, l.body.h)
		case m.focus == keys.Reader:
			return m.readerLines()
		}
		lines := m.listLines()
		m.stale = false // there is nothing else to draw
		return lines
	}
	left := m.listLines()
	var right []string
	switch {
	case m.picker == nil:
		right = m.readerLines()
	case m.picker.field == "": // the outline stands beside the text it is of
		left, right = m.picker.view(m.theme, l.list.w, l.list.h), m.readerLines()
	default: // what is picked changes the list, so the list stays in sight
		right = m.picker.view(m.theme, l.reader.w, l.reader.h)
	}
	bar := m.theme.Paint(theme.Rule, "│")
	lines := make([]string, len(left))
	for i := range left {
		lines[i] = left[i] + bar + right[i]
	}
	return lines
}

// readerLines draws the reader. A key that moves in the list beside it leaves
// it as it is, and drawing it again would be most of what the key costs.
func (m *Root) readerLines() []string {
	if m.stale || len(m.drawn) != m.lay.reader.h {
		m.drawn = m.reader.View(m.focus == keys.Reader && m.picker == nil)
		m.stale = false
	}
	return m.drawn
}

// listLines draws the list, or why there is none.
func (m *Root) listLines() []string {
	if m.stale {
		m.list.drawn = nil
	}
	if len(m.list.hits) > 0 && m.failure == "" {
		return m.list.view(m.theme, &m.memory, m.focus == keys.Reader || m.picker != nil)
	}
	w, h := m.lay.list.w, m.lay.list.h
	lines := fill(nil, w, min(1, h))
	for _, part := range m.emptyText() {
		for _, text := range wrap(part.text, max(w-4, 1)) {
			lines = append(lines, row(m.theme, w, []piece{p(part.role, "  "+text)}))
		}
	}
	return fill(lines, w, h)
}

// emptyText is what stands where the list would be.
func (m *Root) emptyText() []piece {
	switch {
	case m.failure != "":
		return []piece{p(theme.Error, m.failure)}
	case !m.answered:
		return []piece{p(theme.Dim, "opening the library …")}
	case m.query.IsZero():
		return []piece{p(theme.Text, "The library is empty.")}
	}
	text := []piece{p(theme.Title, "No statement matches.")}
	for _, reason := range m.reasons {
		text = append(text, p(theme.Text, reason))
	}
	for _, a := range []keys.Action{keys.DropLast, keys.All} {
		if b, ok := m.keys.First(keys.List, a); ok && !m.filter.open {
			text = append(text, p(theme.Dim, b.Help().Key+"  "+b.Help().Desc))
		}
	}
	return text
}

// cursor is where the terminal's cursor stands: where one types.
func (m *Root) cursor() (x, y int, ok bool) {
	l := m.lay
	switch {
	case l.small || m.page != nil:
		return 0, 0, false
	case m.adding != nil:
		_, cell := m.adding.line(m.theme, l.body.w)
		return l.body.x + cell, l.body.y, true
	case m.picker != nil:
		r := l.body
		if l.wide && m.picker.field == "" {
			r = l.list
		} else if l.wide {
			r = l.reader
		}
		return r.x + m.picker.cell(r.w), r.y, true
	case m.filter.open:
		return m.filter.cell(l.header.w, p(theme.Count, m.found(l.header.w)+" ")), 0, true
	}
	return 0, 0, false
}

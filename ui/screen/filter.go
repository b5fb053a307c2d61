package screen

import (
	tea "charm.land/bubbletea/v2"

	"cstoread/model/query"
	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// filter is the line in which the query is typed. It stands in the place of
// the chips, whose text it is.
type filter struct {
	open bool
	in   input
	was  string // the query before, to go back to
}

const (
	prompt      = " / "
	placeholder = `words "a phrase" country:syria topic:terror year:2015..2020 -word`
)

// view draws the line with its problems underlined where they are.
func (f *filter) view(th theme.Theme, w int, found piece, problems []query.Problem) string {
	pieces := []piece{p(theme.Key, prompt)}
	if f.in.text == "" {
		return row(th, w, append(pieces, p(theme.Placeholder, " "+placeholder)), found)
	}
	from, to, _ := f.in.window(f.room(w, found))
	for at := from; at < to; {
		end, wrong := to, false
		for _, pr := range problems {
			start, stop := pr.Start, max(pr.End, pr.Start+1)
			switch {
			case start <= at && at < stop:
				wrong, end = true, min(end, stop)
			case at < start:
				end = min(end, start)
			}
		}
		role := theme.Input
		if wrong {
			role = theme.Problem
		}
		pieces = append(pieces, p(role, f.in.text[at:end]))
		at = end
	}
	return row(th, w, pieces, found)
}

// room is how many cells the text has.
func (f *filter) room(w int, found piece) int {
	return max(w-len(prompt)-width(found.text)-1, 4)
}

// cell is the cursor's column in the line.
func (f *filter) cell(w int, found piece) int {
	_, _, cell := f.in.window(f.room(w, found))
	return min(len(prompt)+cell, w-1)
}

// search begins to type in the filter line.
func (m *Root) search() tea.Cmd {
	m.filter.open, m.filter.was = true, m.text
	m.filter.in.set(m.text)
	if m.text != "" {
		m.filter.in.insert(" ")
	}
	m.focus = keys.List
	return nil
}

// accept keeps what was typed and gives the keys to the list.
func (m *Root) acceptFilter() tea.Cmd {
	m.filter.open = false
	return m.ask(m.filter.in.text)
}

// leave brings back the query there was before.
func (m *Root) leaveFilter() tea.Cmd {
	m.filter.open = false
	return m.ask(m.filter.was)
}

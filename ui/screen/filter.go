package screen

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"cstoread/model/ask"
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
	text, open := m.filter.openEnded()
	m.otherwise = otherwise{}
	if open {
		m.otherwise = otherwise{
			text: text, known: m.live && m.questions.cancel == nil,
			statements: m.answer.Statements.N, paragraphs: m.answer.Paragraphs.N,
		}
	}
	return m.ask(m.filter.in.text)
}

// otherwise is the query to fall back to when accepting what was typed would
// change what was seen while it was typed: then its last word goes on being
// the beginning of words, and the query says so ("terroris*").
type otherwise struct {
	text string
	// known says that an answer was seen, with these totals.
	known                  bool
	statements, paragraphs int
}

// applies says whether an answer to the accepted query calls for it.
func (o otherwise) applies(a ask.Answer) bool {
	switch {
	case o.text == "":
		return false
	case o.known:
		return a.Statements.N != o.statements || a.Paragraphs.N != o.paragraphs
	}
	return a.Statements.N == 0
}

// openEnded is the text as a query while it is being typed: its last word, if
// the cursor is behind it, is taken for the beginning of a word. The second
// result says whether that changes anything.
func (f *filter) openEnded() (string, bool) {
	text := f.in.text
	last, _ := utf8.DecodeLastRuneInString(text)
	if f.in.at != len(text) || !isWord(last) {
		return text, false
	}
	quoted := strings.Count(text, `"`)%2 == 1
	token := text[strings.LastIndexAny(text, " ()\"")+1:]
	switch {
	case quoted:
		return text + `*"`, true
	case strings.ContainsAny(token, ":/@~") || token == "OR" || token == "NOT" || token == "AND":
		return text, false
	}
	return text + "*", true
}

// leave brings back the query there was before.
func (m *Root) leaveFilter() tea.Cmd {
	m.otherwise = otherwise{}
	m.filter.open = false
	return m.ask(m.filter.was)
}

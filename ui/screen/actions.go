package screen

import (
	tea "charm.land/bubbletea/v2"

	"cstoread/model/ask"
	"cstoread/model/query"
	"cstoread/ui/keys"
	"cstoread/ui/screen/reader"
)

// deed is what an action does in a place. Count is the number typed before
// the key, 0 for none.
type deed func(m *Root, count int) tea.Cmd

// act does an action: what lies over the panes comes first, then the pane
// that has the keys, then what is the same everywhere.
func (m *Root) act(where keys.Place, a keys.Action, count int) tea.Cmd {
	if do, ok := everywhere[a]; ok {
		return do(m, count)
	}
	if m.linearPage(a) {
		return nil
	}
	switch where {
	case keys.Page:
		if !m.page.act(a, m.lay.body.h) && (a == keys.Back || a == keys.Help || a == keys.Quit) {
			m.page = nil
		}
		return nil
	case keys.Picker:
		if do, ok := inPicker[a]; ok {
			return do(m, count)
		}
		m.picker.act(a, m.lay.body.h)
		return nil
	case keys.Adding:
		return m.actAdding(a)
	case keys.Input:
		return m.actInput(a, count)
	case keys.Reader:
		if do, ok := inReader[a]; ok {
			return do(m, count)
		}
	default:
		if do, ok := inList[a]; ok {
			return do(m, count)
		}
	}
	if do, ok := inPanes[a]; ok {
		return do(m, count)
	}
	return nil
}

var everywhere = map[keys.Action]deed{
	keys.Cancel:  func(m *Root, _ int) tea.Cmd { return m.cancel() },
	keys.Redraw:  func(*Root, int) tea.Cmd { return tea.ClearScreen },
	keys.Suspend: func(*Root, int) tea.Cmd { return tea.Suspend },
}

// inPanes is what means the same in the list and in the reader.
var inPanes = map[keys.Action]deed{
	keys.Search:        func(m *Root, _ int) tea.Cmd { return m.search() },
	keys.Countries:     func(m *Root, _ int) tea.Cmd { return m.pick(query.FieldCountry, "Countries") },
	keys.Topics:        func(m *Root, _ int) tea.Cmd { return m.pick(query.FieldTopic, "Topics") },
	keys.DropLast:      func(m *Root, _ int) tea.Cmd { return m.dropLast() },
	keys.Implied:       func(m *Root, _ int) tea.Cmd { return m.toggleImplied() },
	keys.Outline:       func(m *Root, _ int) tea.Cmd { return m.outline() },
	keys.Why:           func(m *Root, _ int) tea.Cmd { return m.why() },
	keys.NextHit:       func(m *Root, _ int) tea.Cmd { return m.hit(1) },
	keys.PrevHit:       func(m *Root, _ int) tea.Cmd { return m.hit(-1) },
	keys.NextStatement: func(m *Root, _ int) tea.Cmd { return m.step(1) },
	keys.PrevStatement: func(m *Root, _ int) tea.Cmd { return m.step(-1) },
	keys.Switch:        func(m *Root, _ int) tea.Cmd { return m.switchPane() },
	keys.Back:          func(m *Root, _ int) tea.Cmd { return m.back() },
	keys.Section:       func(m *Root, _ int) tea.Cmd { return m.section() },
	keys.All:           func(m *Root, _ int) tea.Cmd { return m.all() },
	keys.Sort:          func(m *Root, _ int) tea.Cmd { return m.nextSort() },
	keys.Bookmark:      func(m *Root, _ int) tea.Cmd { return m.bookmark() },
	keys.Unread:        func(m *Root, _ int) tea.Cmd { return m.toggleRead() },
	keys.Copy:          func(m *Root, _ int) tea.Cmd { return m.copy() },
	keys.Print:         func(m *Root, _ int) tea.Cmd { return m.print() },
	keys.Add:           func(m *Root, _ int) tea.Cmd { return m.add() },
	keys.Mouse:         func(m *Root, _ int) tea.Cmd { return m.toggleMouse() },
	keys.Help:          func(m *Root, _ int) tea.Cmd { return m.help() },
	keys.Quit:          func(m *Root, _ int) tea.Cmd { return m.quit() },
}

var inList = map[keys.Action]deed{
	keys.Open:     func(m *Root, _ int) tea.Cmd { return m.open() },
	keys.Down:     moveList(func(l *list, n int) bool { return l.move(max(n, 1)) }),
	keys.Up:       moveList(func(l *list, n int) bool { return l.move(-max(n, 1)) }),
	keys.PageDown: moveList(func(l *list, _ int) bool { return l.page(2) }),
	keys.PageUp:   moveList(func(l *list, _ int) bool { return l.page(-2) }),
	keys.HalfDown: moveList(func(l *list, _ int) bool { return l.page(1) }),
	keys.HalfUp:   moveList(func(l *list, _ int) bool { return l.page(-1) }),
	keys.First:    moveList(func(l *list, _ int) bool { return l.to(0) }),
	keys.Last: moveList(func(l *list, n int) bool {
		if n > 0 {
			return l.to(n - 1)
		}
		return l.to(len(l.hits) - 1)
	}),
}

// moveList is a motion in the list; the reader beside it follows.
func moveList(move func(l *list, n int) bool) deed {
	return func(m *Root, n int) tea.Cmd {
		if m.focus == keys.List {
			m.stale = m.wasStale
		}
		if !move(&m.list, n) {
			return nil
		}
		return m.preview()
	}
}

var inReader = map[keys.Action]deed{
	keys.Open:          func(m *Root, _ int) tea.Cmd { return m.enter() },
	keys.Down:          func(m *Root, n int) tea.Cmd { return m.lines(max(n, 1)) },
	keys.Up:            func(m *Root, n int) tea.Cmd { return m.lines(-max(n, 1)) },
	keys.PageDown:      moveReader(func(r *reader.Pane, _ int) { r.Page(2) }),
	keys.PageUp:        moveReader(func(r *reader.Pane, _ int) { r.Page(-2) }),
	keys.HalfDown:      moveReader(func(r *reader.Pane, _ int) { r.Page(1) }),
	keys.HalfUp:        moveReader(func(r *reader.Pane, _ int) { r.Page(-1) }),
	keys.First:         moveReader(func(r *reader.Pane, _ int) { r.First() }),
	keys.NextParagraph: moveReader(func(r *reader.Pane, n int) { r.Step(max(n, 1)) }),
	keys.PrevParagraph: moveReader(func(r *reader.Pane, n int) { r.Step(-max(n, 1)) }),
	keys.Wider:         moveReader(func(r *reader.Pane, _ int) { r.SetMeasure(r.Measure() + measureStep) }),
	keys.Narrower:      moveReader(func(r *reader.Pane, _ int) { r.SetMeasure(r.Measure() - measureStep) }),
	keys.Mark:          func(m *Root, _ int) tea.Cmd { return m.mark() },
	keys.Last: moveReader(func(r *reader.Pane, n int) {
		if n > 0 {
			r.GoTo(n)
			return
		}
		r.Last()
	}),
}

func moveReader(move func(r *reader.Pane, n int)) deed {
	return func(m *Root, n int) tea.Cmd {
		move(m.reader, n)
		return nil
	}
}

// lines moves in the reader by rows; where rows say nothing, while a range is
// being marked and for a screen reader, by paragraphs.
func (m *Root) lines(n int) tea.Cmd {
	if _, _, marked := m.reader.Range(); marked || m.opt.Linear {
		m.reader.Step(n)
	} else {
		m.reader.Scroll(n)
	}
	return nil
}

var inPicker = map[keys.Action]deed{
	keys.Accept:  func(m *Root, _ int) tea.Cmd { return m.acceptPick() },
	keys.Leave:   func(m *Root, _ int) tea.Cmd { return m.leavePick() },
	keys.Toggle:  func(m *Root, _ int) tea.Cmd { return m.choose(query.Included) },
	keys.Exclude: func(m *Root, _ int) tea.Cmd { return m.choose(query.Excluded) },
}

// actInput edits the filter line; moving up and down moves in the list, whose
// answer is live.
func (m *Root) actInput(a keys.Action, count int) tea.Cmd {
	switch a {
	case keys.Accept:
		return m.acceptFilter()
	case keys.Leave:
		return m.leaveFilter()
	}
	before := m.filter.in.text
	if m.filter.in.edit(a) {
		if m.filter.in.text == before {
			return nil
		}
		return m.askLive()
	}
	if do, ok := inList[a]; ok {
		return do(m, count)
	}
	return nil
}

// dropLast takes the last part out of the query.
func (m *Root) dropLast() tea.Cmd {
	n := len(m.query.Chips(nil))
	if n == 0 {
		if m.text == "" {
			return nil
		}
		return m.ask("")
	}
	m.push()
	return m.ask(m.query.WithoutChip(n - 1).String())
}

func (m *Root) toggleImplied() tea.Cmd {
	m.implied = !m.implied
	m.reader.SetImplied(m.implied)
	m.memory.now.Preferences.Implied = m.implied
	if m.implied {
		m.message.tell("implied countries count too")
	} else {
		m.message.tell("only named countries count")
	}
	return tea.Batch(m.askAgain(), m.memoryChanged(true))
}

// nextSort goes round the orders of the list.
func (m *Root) nextSort() tea.Cmd {
	next := map[ask.Sort]ask.Sort{
		ask.SortDate: ask.SortOldest, ask.SortOldest: ask.SortTitle,
		ask.SortTitle: ask.SortRelevance, ask.SortRelevance: ask.SortDate,
	}
	said := map[ask.Sort]string{
		ask.SortDate: "newest first", ask.SortOldest: "oldest first",
		ask.SortTitle: "by title", ask.SortRelevance: "by relevance",
	}
	m.sort = next[m.sort]
	m.message.tell("sorted %s", said[m.sort])
	m.memory.now.Preferences.Sort = string(m.sort)
	return tea.Batch(m.askAgain(), m.memoryChanged(true))
}

func (m *Root) toggleMouse() tea.Cmd {
	m.noMouse = !m.noMouse
	m.memory.now.Preferences.NoMouse = m.noMouse
	if m.noMouse {
		m.message.tell("mouse off: the terminal selects text")
	} else {
		m.message.tell("mouse on: hold shift to select text")
	}
	return m.memoryChanged(true)
}

package screen

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/ui/keys"
)

// spot is where one was: what was asked, which statement was current, and in
// which pane.
type spot struct {
	text, id  string
	paragraph int
	focus     keys.Place
}

// longestHistory is how many spots are kept.
const longestHistory = 200

// push remembers where one is, to come back to.
func (m *Root) push() {
	here := m.spot()
	if n := len(m.history); n > 0 && m.history[n-1] == here {
		return
	}
	m.history = append(m.history, here)
	if len(m.history) > longestHistory {
		m.history = m.history[1:]
	}
}

func (m *Root) spot() spot {
	h, _ := m.current()
	s := spot{text: m.text, id: h.ID, focus: m.focus}
	if m.focus == keys.Reader {
		s.paragraph = m.reader.Current()
	}
	return s
}

// back goes to where one came from.
func (m *Root) back() tea.Cmd {
	here := m.spot()
	for n := len(m.history); n > 0 && m.history[n-1] == here; n-- {
		m.history = m.history[:n-1]
	}
	n := len(m.history)
	if n == 0 {
		if m.focus == keys.Reader {
			m.focus = keys.List
			return m.keepAndSave()
		}
		m.message.tell("nothing to go back to")
		return nil
	}
	to := m.history[n-1]
	m.history = m.history[:n-1]
	return m.goBackTo(to)
}

func (m *Root) goBackTo(to spot) tea.Cmd {
	cmds := []tea.Cmd{m.keepAndSave()}
	m.focus = keys.List
	if to.text != m.text {
		m.memory.wanted = to.id
		cmds = append(cmds, m.ask(to.text))
	} else if m.list.seek(to.id) {
		cmds = append(cmds, m.preview())
	}
	if to.focus == keys.Reader && to.id != "" {
		cmds = append(cmds, m.load(to.id, to.paragraph, 0, true))
	}
	return tea.Batch(cmds...)
}

// section shows the statements of the same kind and year as the current one.
func (m *Root) section() tea.Cmd {
	h, ok := m.current()
	if !ok {
		return nil
	}
	var parts []string
	if h.Kind != model.KindUnknown {
		parts = append(parts, "kind:"+string(h.Kind))
	}
	if h.Date.Year != 0 {
		parts = append(parts, fmt.Sprintf("year:%d", h.Date.Year))
	}
	if len(parts) == 0 {
		m.message.tell("this statement has neither kind nor year")
		return nil
	}
	return m.goList(strings.Join(parts, " "), h.ID)
}

// all shows the whole list.
func (m *Root) all() tea.Cmd {
	h, _ := m.current()
	return m.goList("", h.ID)
}

// goList gives the keys to the list with another query, on the statement one
// comes from.
func (m *Root) goList(text, id string) tea.Cmd {
	m.push()
	cmd := m.keepAndSave()
	m.focus, m.memory.wanted = keys.List, id
	return tea.Batch(cmd, m.ask(text))
}

// step opens the next statement of the list, or selects it there.
func (m *Root) step(n int) tea.Cmd {
	if m.focus == keys.List {
		if m.list.move(n) {
			return m.preview()
		}
		return nil
	}
	m.push()
	if !m.list.move(n) {
		m.history = m.history[:len(m.history)-1]
		m.message.tell("no more statements in the list")
		return nil
	}
	h, _ := m.list.current()
	return m.load(h.ID, m.placeIn(h.ID), 0, true)
}

// hit goes to the next hit (1) or the one before (-1), also in the next
// statement that has one.
func (m *Root) hit(n int) tea.Cmd {
	if m.query.IsZero() {
		m.message.tell("nothing is searched for: / begins")
		return nil
	}
	h, ok := m.list.current()
	if !ok {
		return nil
	}
	if m.focus == keys.List || !m.isOpen(h.ID) {
		m.push()
		return m.load(h.ID, 0, n, true)
	}
	if n > 0 && m.reader.NextHit() || n < 0 && m.reader.PrevHit() {
		return nil
	}
	at := m.list.at + n
	if at < 0 || at >= len(m.list.hits) {
		if n > 0 {
			m.message.tell("this was the last hit")
		} else {
			m.message.tell("this was the first hit")
		}
		return nil
	}
	m.push()
	m.list.to(at)
	h, _ = m.list.current()
	return m.load(h.ID, 0, n, true)
}

// switchPane gives the keys to the other pane.
func (m *Root) switchPane() tea.Cmd {
	if m.focus == keys.Reader {
		m.focus = keys.List
		return m.keepAndSave()
	}
	return m.open()
}

// enterReader gives the keys to the reader as it is.
func (m *Root) enterReader() tea.Cmd {
	st := m.reader.Statement()
	if st == nil {
		return nil
	}
	m.focus = keys.Reader
	return m.memoryChanged(m.memory.markRead(st.ID))
}

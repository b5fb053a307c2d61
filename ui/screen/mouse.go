package screen

import (
	tea "charm.land/bubbletea/v2"

	"cstoread/ui/keys"
)

// wheelRows is how far one step of the wheel goes.
const wheelRows = 3

// mouse does what a click or the wheel means where the pointer is. Motion and
// release mean nothing, and with shift held terminals select text themselves.
func (m *Root) mouse(msg tea.MouseMsg) tea.Cmd {
	if m.lay.small || m.opt.Linear || m.noMouse {
		return nil
	}
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch at.Button {
		case tea.MouseWheelUp:
			return m.wheel(at.X, at.Y, -1)
		case tea.MouseWheelDown:
			return m.wheel(at.X, at.Y, 1)
		}
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			m.message.keyPressed()
			return m.click(at.X, at.Y)
		}
	}
	return nil
}

func (m *Root) wheel(x, y, n int) tea.Cmd {
	switch {
	case m.page != nil:
		m.page.top = max(m.page.top+n*wheelRows, 0)
	case m.adding != nil:
		m.adding.top = max(m.adding.top+n*wheelRows, 0)
	case m.picker != nil:
		m.picker.move(n)
	case m.over(keys.List, x, y):
		if m.list.scroll(n * wheelRows) {
			return m.preview()
		}
	case m.over(keys.Reader, x, y):
		m.reader.Scroll(n * wheelRows)
	}
	return nil
}

// over says whether a pane is what is drawn at a cell.
func (m *Root) over(pane keys.Place, x, y int) bool {
	if !m.lay.wide && m.focus != pane {
		return false
	}
	if pane == keys.List {
		return m.lay.list.holds(x, y)
	}
	return m.lay.reader.holds(x, y)
}

func (m *Root) click(x, y int) tea.Cmd {
	switch {
	case m.page != nil:
		m.page = nil
	case m.adding != nil:
		return nil // a click must not keep or drop anything
	case y == 0 && !m.filter.open:
		return m.clickHeader(x)
	case m.picker != nil:
		return m.clickPicker(x, y)
	case m.over(keys.List, x, y):
		return m.clickList(y - m.lay.list.y)
	case m.over(keys.Reader, x, y):
		if n := m.reader.ParagraphAt(y - m.lay.reader.y); n >= 0 {
			m.reader.GoTo(n)
		}
		m.filter.open = false
		return m.enterReader()
	}
	return nil
}

// clickHeader takes away the chip that was clicked.
func (m *Root) clickHeader(x int) tea.Cmd {
	for i, c := range m.chips() {
		if x >= c.from && x < c.to {
			m.push()
			return m.ask(m.query.WithoutChip(i).String())
		}
	}
	return nil
}

// clickList selects an entry, and opens the one that is selected already.
func (m *Root) clickList(y int) tea.Cmd {
	i := m.list.entryAt(y)
	if i < 0 {
		return nil
	}
	m.filter.open = false
	if m.focus == keys.List && i == m.list.at {
		return m.open()
	}
	cmd := m.keepAndSave()
	m.focus = keys.List
	m.list.to(i)
	return tea.Batch(cmd, m.preview())
}

func (m *Root) clickPicker(x, y int) tea.Cmd {
	pane := m.lay.reader
	if m.picker.field == "" {
		pane = m.lay.list
	}
	at := m.picker.top + y - pane.y - 1
	if !pane.holds(x, y) || y == pane.y || at < 0 || at >= len(m.picker.shown) {
		return nil
	}
	m.picker.at = at
	if m.picker.field == "" {
		return m.acceptOutline()
	}
	_, toggle := m.keys.First(keys.Picker, keys.Toggle)
	if !toggle {
		return nil
	}
	return m.act(keys.Picker, keys.Toggle, 0)
}

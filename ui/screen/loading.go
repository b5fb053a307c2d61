package screen

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/ui/keys"
)

// previewDelay is how long the list must rest on a statement before the
// reader beside it shows it: keys that are held down fly past without loading
// anything.
const previewDelay = 20 * time.Millisecond

// loader asks for statements. Only the newest request counts.
type loader struct {
	number int
	id     string // what was asked for
	// paragraph is where to open it, hit whether to go to its first (1) or
	// last (-1) hit instead, and enter whether the reader takes the keys.
	paragraph, hit int
	enter          bool
	waiting        bool // for the answer to it
	moves          int  // numbers the rests of the list
	rest           time.Duration
}

// previewMsg says that the list has rested.
type previewMsg struct{ move int }

// preview shows the list's current statement in the reader soon, where there
// is a reader beside the list: at once while that is still empty and it is
// known where one was reading, so that the first frame can be the whole one.
func (m *Root) preview() tea.Cmd {
	m.loads.moves++
	if !m.lay.wide && !m.opt.Linear {
		return nil
	}
	move := m.loads.moves
	if m.reader.Statement() == nil && m.memory.loaded && !m.loads.waiting {
		return m.previewDue(previewMsg{move})
	}
	return tea.Tick(m.loads.rest, func(time.Time) tea.Msg { return previewMsg{move} })
}

func (m *Root) previewDue(msg previewMsg) tea.Cmd {
	if msg.move != m.loads.moves {
		return nil
	}
	h, ok := m.list.current()
	if !ok || m.isOpen(h.ID) || m.loads.waiting && m.loads.enter {
		return nil
	}
	return m.load(h.ID, m.placeIn(h.ID), m.toHit(h.ID, m.placeIn(h.ID)), false)
}

// toHit says whether to go to the first hit of a statement that is opened at a
// paragraph: a search leads to what it found, unless one was reading there.
func (m *Root) toHit(id string, paragraph int) int {
	matching, known := m.matching(id)
	if !known || m.query.IsZero() || paragraph > 0 && slices.Contains(matching, paragraph) {
		return 0
	}
	return 1
}

func (m *Root) isOpen(id string) bool {
	st := m.reader.Statement()
	return st != nil && st.ID == id
}

// load asks for a statement.
func (m *Root) load(id string, paragraph, hit int, enter bool) tea.Cmd {
	m.loads.moves++ // what was about to be previewed no longer is
	m.loads.number++
	m.loads.waiting = true
	m.loads.id, m.loads.paragraph, m.loads.hit, m.loads.enter = id, paragraph, hit, enter
	number, library := m.loads.number, m.shelf.Library
	return func() tea.Msg {
		if library == nil {
			return nil
		}
		st, err := library.Statement(id)
		return statementMsg{number: number, id: id, statement: st, err: err}
	}
}

func (m *Root) loadedStatement(msg statementMsg) tea.Cmd {
	if msg.number != m.loads.number {
		return nil
	}
	m.loads.waiting = false
	if msg.err != nil || msg.statement == nil {
		m.message.fail("cannot open %s: %v", msg.id, msg.err)
		return nil
	}
	m.keepPlace()
	m.show(msg.statement)
	if !m.loads.enter {
		return nil
	}
	m.focus = keys.Reader
	return m.memoryChanged(m.memory.markRead(msg.id))
}

// show puts a statement into the reader where the load said.
func (m *Root) show(st *model.Statement) {
	m.reader.Show(st, min(max(m.loads.paragraph, 0), len(st.Body)))
	m.setHits()
	m.reader.SetBookmarks(func(n int) bool { return m.memory.bookmarkedParagraph(st.ID, n) })
	switch {
	case m.loads.hit > 0:
		m.reader.FirstHit()
	case m.loads.hit < 0:
		m.reader.LastHit()
	}
}

// open gives the keys to the reader with the list's current statement.
func (m *Root) open() tea.Cmd {
	h, ok := m.list.current()
	if !ok {
		return nil
	}
	m.push()
	if m.isOpen(h.ID) {
		if m.toHit(h.ID, m.reader.Current()) > 0 {
			m.reader.FirstHit()
		}
		m.focus = keys.Reader
		return m.memoryChanged(m.memory.markRead(h.ID))
	}
	paragraph := m.placeIn(h.ID)
	return m.load(h.ID, paragraph, m.toHit(h.ID, paragraph), true)
}

// openReference opens what was named on the command line.
func (m *Root) openReference(ref model.Reference) tea.Cmd {
	paragraph := ref.First
	if paragraph == 0 {
		paragraph = m.placeIn(ref.ID)
	}
	m.memory.wanted = ref.ID
	return m.load(ref.ID, paragraph, 0, true)
}

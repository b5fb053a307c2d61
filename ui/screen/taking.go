package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/ui/keys"
)

const measureStep = 4

// bookmark sets or takes away the bookmark of the current paragraph in the
// reader, of the current statement in the list.
func (m *Root) bookmark() tea.Cmd {
	h, ok := m.current()
	if !ok {
		return nil
	}
	ref := model.Reference{ID: h.ID}
	if n := m.reader.Current(); m.focus == keys.Reader && n > 0 {
		ref.First, ref.Last = n, n
	}
	on := !m.memory.now.Bookmarks[ref.String()]
	m.memory.set(&m.memory.now.Bookmarks, ref.String(), on)
	if on {
		m.message.tell("bookmarked %s", ref)
	} else {
		m.message.tell("no longer bookmarked: %s", ref)
	}
	return m.memoryChanged(true)
}

func (m *Root) toggleRead() tea.Cmd {
	h, ok := m.current()
	if !ok {
		return nil
	}
	on := !m.memory.read(h.ID)
	m.memory.set(&m.memory.now.Read, h.ID, on)
	if on {
		m.message.tell("read")
	} else {
		m.message.tell("unread")
	}
	return m.memoryChanged(true)
}

// mark begins or drops the range of paragraphs.
func (m *Root) mark() tea.Cmd {
	m.reader.ToggleMark()
	if _, _, ok := m.reader.Range(); ok {
		m.message.tell("marked from here: move to extend, then y or p")
	} else {
		m.message.tell("no longer marked")
	}
	return nil
}

// span is the marked range, or the current paragraph.
func (m *Root) span() (first, last int) {
	if first, last, ok := m.reader.Range(); ok {
		return max(first, 1), max(last, 1)
	}
	n := m.reader.Current()
	return n, n
}

// copy puts the marked paragraphs, or the current one, on the clipboard, each
// on one line, with their citation.
func (m *Root) copy() tea.Cmd {
	st := m.reader.Statement()
	h, ok := m.current()
	if !ok || st == nil || st.ID != h.ID {
		m.message.tell("open a statement to copy from it")
		return nil
	}
	first, last := m.span()
	var parts []string
	for n := first; n <= last; n++ {
		if par, ok := st.Paragraph(n); ok {
			parts = append(parts, clean.Line(par.Text))
		}
	}
	ref := model.Reference{ID: st.ID, First: first, Last: last}
	if m.opt.Cite != nil {
		parts = append(parts, clean.Text(m.opt.Cite(st.Header, first, last)))
		m.message.tell("copied with citation: %s", ref)
	} else {
		m.message.tell("copied: %s", ref)
	}
	return m.toClipboard(strings.Join(parts, "\n\n") + "\n")
}

// copiedMsg says that what was copied has gone to the terminal.
type copiedMsg struct{ number int }

// toClipboard hands a text to the terminal's clipboard. Until it has gone
// there it is remembered: the next key may end the program, which would lose
// it.
func (m *Root) toClipboard(text string) tea.Cmd {
	m.copies++
	number := m.copies
	m.copying = text
	return tea.Sequence(tea.SetClipboard(text), func() tea.Msg { return copiedMsg{number} })
}

func (m *Root) copied(msg copiedMsg) {
	if msg.number == m.copies {
		m.copying = ""
	}
}

// print chooses the marked paragraphs, or the statement, and ends.
func (m *Root) print() tea.Cmd {
	h, ok := m.current()
	if !ok {
		m.message.tell("there is no statement to print")
		return nil
	}
	ref := model.Reference{ID: h.ID}
	if m.focus == keys.Reader {
		if first, last, marked := m.reader.Range(); marked {
			ref.First, ref.Last = max(first, 1), max(last, 1)
		}
	}
	m.result.Chosen = &ref
	return m.end()
}

// enter is Enter in the reader: into a pipe it prints.
func (m *Root) enter() tea.Cmd {
	if m.opt.Piped {
		return m.print()
	}
	return nil
}

func (m *Root) quit() tea.Cmd { return m.end() }

// end saves and leaves. The last save is done before the program ends.
func (m *Root) end() tea.Cmd {
	m.done = true
	m.questions.stop()
	m.counting.stop()
	m.emptying.stop()
	m.adds.stop()
	var last []tea.Cmd
	if m.copying != "" {
		last = append(last, tea.SetClipboard(m.copying))
	}
	if save := m.keepAtEnd(); save != nil {
		last = append(last, save)
	}
	if last == nil {
		return tea.Quit
	}
	return tea.Sequence(append(last, tea.Quit)...)
}

// cancel is an interrupt: nothing is printed. It leaves as an ordinary end
// does: an interrupted program is killed by Bubble Tea, which may leave the
// terminal's modes as they were on the screen.
func (m *Root) cancel() tea.Cmd {
	m.result = Result{Cancelled: true}
	return m.end()
}

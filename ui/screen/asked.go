package screen

import (
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"

	"cstoread/model/ask"
	"cstoread/model/query"
	"cstoread/ui/keys"
)

// openedMsg is the library, or why there is none.
type openedMsg struct {
	shelf Shelf
	err   error
}

func (m *Root) openShelf() tea.Cmd {
	open := m.opt.Open
	return func() tea.Msg {
		if open == nil {
			return openedMsg{err: errors.New("there is no library to open")}
		}
		s, err := open()
		return openedMsg{s, err}
	}
}

func (m *Root) shelfOpened(msg openedMsg) tea.Cmd {
	m.opened = true
	if msg.err != nil {
		m.failure = reasonOf(msg.err)
		return nil
	}
	m.shelf = msg.shelf
	cmd := m.ask(m.text)
	if m.opt.Reference.ID != "" {
		cmd = tea.Batch(cmd, m.openReference(m.opt.Reference))
	}
	return cmd
}

// ask makes text the query and puts it to the engine. What was under way is
// given up.
func (m *Root) ask(text string) tea.Cmd {
	m.text = text
	if m.shelf.Engine == nil {
		return nil // asked when the library has come
	}
	m.query = query.Parse(text, m.shelf.Tables)
	m.live = false
	return m.askAgain()
}

// askLive asks for what has been typed so far, whose last word may not be
// whole yet.
func (m *Root) askLive() tea.Cmd {
	m.text = m.filter.in.text
	if m.shelf.Engine == nil {
		return nil
	}
	text, open := m.filter.openEnded()
	m.query = query.Parse(text, m.shelf.Tables)
	m.live = open
	return m.askAgain()
}

// askAgain puts the query to the engine once more, after the sort or the
// weight of implied mentions has changed.
func (m *Root) askAgain() tea.Cmd {
	m.emptying.stop()
	number, ctx := m.questions.next()
	q := m.question()
	m.matcher = query.Compile(q.Query, q.Options())
	cmd := askFor(ctx, m.shelf.Engine, q, func(a ask.Answer, err error) tea.Msg {
		return answerMsg{number, a, err}
	})
	return tea.Batch(cmd, m.count())
}

func (m *Root) question() ask.Question {
	return ask.Question{
		Query: m.query, Sort: m.sort, Implied: m.implied,
		Today: m.opt.Today, Marks: m.memory.marks(), Stem: m.shelf.Stem,
	}
}

func (m *Root) answerCame(msg answerMsg) tea.Cmd {
	if !m.questions.newest(msg.number) {
		return nil
	}
	m.questions.stop()
	m.failure, m.reasons = "", nil
	if msg.err != nil {
		m.failure = reasonOf(msg.err)
		return nil
	}
	if o := m.otherwise; o.text != "" {
		m.otherwise = otherwise{}
		if o.applies(msg.answer) {
			return m.ask(o.text)
		}
	}
	m.answer, m.answered, m.titles = msg.answer, true, titlesIn(msg.answer.Hits)
	m.shelved = len(m.shelf.Library.Headers())
	id := m.selected()
	if m.arriving.early = m.coming(); !m.arriving.early {
		m.memory.wanted = ""
	}
	return tea.Batch(m.take(id), m.watch())
}

// selected is the statement that is to be current in the next list.
func (m *Root) selected() string {
	current, _ := m.list.current()
	untouched := m.arriving.early && m.list.at == 0 && m.focus == keys.List
	switch {
	case m.memory.wanted != "" && (untouched || !m.arriving.early):
		return m.memory.wanted
	case untouched:
		return "" // nobody has chosen anything: the newest, whichever that will be
	}
	return current.ID
}

// take shows the answer as the list.
func (m *Root) take(id string) tea.Cmd {
	m.list.titled = m.sort == ask.SortTitle
	m.list.show(m.answer.Hits, m.sort == ask.SortDate || m.sort == ask.SortOldest, !m.query.IsZero(), id)
	m.setHits()
	if len(m.answer.Hits) == 0 {
		m.empty()
		return m.askWhyEmpty()
	}
	if m.focus == keys.Reader {
		return nil
	}
	if id := m.list.hits[m.list.at].Header.ID; m.isOpen(id) && m.toHit(id, m.reader.Current()) > 0 {
		m.reader.FirstHit()
	}
	return m.preview()
}

// empty takes the statement out of sight that is no longer in the list, unless
// it is being read.
func (m *Root) empty() {
	if m.focus == keys.List {
		m.keepPlace()
		m.reader.Show(nil, 0)
	}
}

// askWhyEmpty asks which part of the query finds nothing.
func (m *Root) askWhyEmpty() tea.Cmd {
	if m.query.IsZero() {
		return nil
	}
	number, ctx := m.emptying.next()
	engine, q, name := m.shelf.Engine, m.question(), m.nameOf
	return func() tea.Msg {
		return emptiedMsg{number, whyEmpty(ctx, engine, q, name)}
	}
}

func (m *Root) reasonCame(msg emptiedMsg) {
	if m.emptying.newest(msg.number) {
		m.reasons = msg.reasons
	}
}

// reasonOf writes an error as one line; the chain of a system call's error is
// cut down to what a person can act on.
func reasonOf(err error) string {
	var path *os.PathError
	if errors.As(err, &path) && path.Path == "" {
		return path.Err.Error()
	}
	return err.Error()
}

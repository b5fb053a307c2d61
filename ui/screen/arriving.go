package screen

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
)

// A library may bring its statements while the screen is there already, and
// tell of those that others change. It is watched from the first answer on, so
// that nothing stands in the way of the first frame.

// watchable is what a library may also be. Watch calls tell for everything
// that is new until ctx is done.
type watchable interface {
	Watch(ctx context.Context, tell func(model.Change))
}

// arriving is the coming of the library.
type arriving struct {
	news chan model.Change // nil while nobody watches
	// last is how far it has come.
	last model.Change
	// early says that the list on the screen is not all there will be.
	early bool
}

// firstFrame is time enough to draw the first answer before reading a large
// library takes the processors.
const firstFrame = 25 * time.Millisecond

// newsMsg is news of the library.
type newsMsg struct{ change model.Change }

// watch begins to watch the library, once.
func (m *Root) watch() tea.Cmd {
	library, ok := m.shelf.Library.(watchable)
	if !ok || m.arriving.news != nil {
		return nil
	}
	news, ctx := make(chan model.Change), m.ctx
	m.arriving.news = news
	watching := func() tea.Msg {
		defer close(news)
		select {
		case <-time.After(firstFrame):
		case <-ctx.Done():
		}
		library.Watch(ctx, func(c model.Change) {
			select {
			case news <- c:
			case <-ctx.Done():
			}
		})
		return nil
	}
	return tea.Batch(watching, m.listen())
}

// listen waits for the next news.
func (m *Root) listen() tea.Cmd {
	news, ctx := m.arriving.news, m.ctx
	return func() tea.Msg {
		select {
		case c, more := <-news:
			if more {
				return newsMsg{c}
			}
			return nil
		case <-ctx.Done():
			return nil
		}
	}
}

// newsCame takes up what is new: the list is asked for again, and the open
// statement read again if its file has changed.
func (m *Root) newsCame(msg newsMsg) tea.Cmd {
	m.arriving.last = msg.change
	cmds := []tea.Cmd{m.listen()}
	if engine, ok := m.shelf.Engine.(interface{ Forget(ids ...string) }); ok && len(msg.change.Altered) > 0 {
		engine.Forget(msg.change.Altered...)
	}
	if msg.change.Listed {
		cmds = append(cmds, m.askAgain())
	} else if !m.coming() {
		m.arriving.early, m.memory.wanted = false, ""
	}
	m.tellProblems()
	for _, id := range msg.change.Altered {
		if m.isOpen(id) {
			cmds = append(cmds, m.reload(id))
		}
	}
	return tea.Batch(cmds...)
}

// tellProblems says, once, that files of the library are left out.
func (m *Root) tellProblems() {
	library, ok := m.shelf.Library.(interface{ Problems() []error })
	if !ok || m.arriving.last.Read < m.arriving.last.Of {
		return
	}
	switch problems := library.Problems(); len(problems) {
	case 0:
	case 1:
		m.message.failOnce("left out: %v", problems[0])
	default:
		m.message.failOnce("%d files are left out, one is %v; cstoread doctor lists them", len(problems), problems[0])
	}
}

// reloadedMsg is the open statement as its file has it now.
type reloadedMsg struct {
	id        string
	statement *model.Statement
	err       error
}

// reload reads the open statement again.
func (m *Root) reload(id string) tea.Cmd {
	library := m.shelf.Library
	return func() tea.Msg {
		st, err := library.Statement(id)
		return reloadedMsg{id, st, err}
	}
}

// reloaded shows the open statement as it is now, with the same paragraph
// under the eye. One that is gone stays until another is opened.
func (m *Root) reloaded(msg reloadedMsg) {
	old := m.reader.Statement()
	if old == nil || old.ID != msg.id {
		return
	}
	if msg.err != nil || msg.statement == nil {
		m.message.fail("%s cannot be read any more; this is how it was", msg.id)
		return
	}
	at := samePlace(old, m.reader.Current(), msg.statement)
	m.loads.paragraph, m.loads.hit = at, 0
	m.show(msg.statement)
	m.message.tell("%s has changed", msg.id)
}

// samePlace is the number that a paragraph of the old form has in the new one:
// that of the paragraph of the same text that is nearest, or else its own.
func samePlace(old *model.Statement, n int, now *model.Statement) int {
	was, ok := old.Paragraph(n)
	if !ok || n == 0 {
		return 0
	}
	for away := range max(len(now.Body), len(old.Body)) {
		for _, at := range []int{n - away, n + away} {
			if p, ok := now.Paragraph(at); ok && at > 0 && p.Text == was.Text {
				return at
			}
		}
	}
	return min(n, len(now.Body))
}

// coming says that more of the library is still to come.
func (m *Root) coming() bool {
	_, ok := m.shelf.Library.(watchable)
	return ok && (m.arriving.last.Of == 0 || m.arriving.last.Read < m.arriving.last.Of)
}

// arrived says how far the library has come, or nothing when it is all there.
func (m *Root) arrived() string {
	c := m.arriving.last
	switch {
	case m.arriving.news == nil || c.Read >= c.Of:
		return ""
	case c.Read == 0:
		return fmt.Sprintf("checking %s files", thousands(c.Of))
	}
	return fmt.Sprintf("reading %s of %s", thousands(c.Read), thousands(c.Of))
}

// thousands writes a number as people read it: 12,300.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

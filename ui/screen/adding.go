package screen

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/ui/keys"
)

// adding is where one adds to the library: a line for a path or an address,
// and below it what was found there. Nothing is kept before it has been seen,
// and typing on drops what was seen.
type adding struct {
	in    input
	stage addingStage
	found gathered
	// failure is why nothing could be looked at.
	failure string
	top     int // the first visible line of the preview
}

// addingStage is how far an addition has come.
type addingStage uint8

const (
	addingTyped   addingStage = iota // a source is being typed
	addingLooking                    // it is being read, and nothing kept
	addingSeen                       // the preview is there
	addingKeeping                    // what was seen is being kept
)

// gathered is what became of a source: the first few statements of it, and
// how many of each status there are in all.
type gathered struct {
	first  []model.Addition
	counts map[model.AdditionStatus]int
}

// mostPreviewed is how many statements of a source are shown before they are
// kept.
const mostPreviewed = 100

func (g *gathered) take(a model.Addition) {
	if g.counts == nil {
		g.counts = map[model.AdditionStatus]int{}
	}
	g.counts[a.Status]++
	if len(g.first) < mostPreviewed {
		g.first = append(g.first, a)
	}
}

// kept is how many statements are, or would be, in the library by this that
// were not there before.
func (g gathered) kept() int {
	n := 0
	for status, count := range g.counts {
		if status != model.AdditionDuplicate && status != model.AdditionRefused {
			n += count
		}
	}
	return n
}

// gatheredMsg is what became of a source.
type gatheredMsg struct {
	number int
	kept   bool // it was to be kept and not only looked at
	found  gathered
	err    error
}

// add opens the pane.
func (m *Root) add() tea.Cmd {
	if m.opt.Add == nil {
		m.message.tell("nothing can be added here")
		return nil
	}
	m.adding = &adding{}
	return nil
}

// actAdding does what an action means in the pane.
func (m *Root) actAdding(a keys.Action) tea.Cmd {
	g := m.adding
	switch a {
	case keys.Accept:
		return m.acceptAdding()
	case keys.Leave:
		return m.leaveAdding()
	case keys.Down:
		g.top++
	case keys.Up:
		g.top = max(g.top-1, 0)
	case keys.PageDown:
		g.top += max(m.lay.body.h-2, 1)
	case keys.PageUp:
		g.top = max(g.top-max(m.lay.body.h-2, 1), 0)
	default:
		before := g.in.text
		if g.stage != addingKeeping && g.in.edit(a) && g.in.text != before {
			m.retype()
		}
	}
	return nil
}

// typeSource types or pastes a part of a source.
func (m *Root) typeSource(text string) {
	if g := m.adding; g.stage != addingKeeping {
		g.in.insert(strings.TrimRight(text, "\r\n"))
		m.retype()
	}
}

// retype forgets what was seen of another source.
func (m *Root) retype() {
	m.adds.stop()
	m.adds.number++
	m.adding = &adding{in: m.adding.in}
}

// acceptAdding looks at the source, or keeps what was seen of it.
func (m *Root) acceptAdding() tea.Cmd {
	g := m.adding
	switch {
	case g.stage == addingLooking, g.stage == addingKeeping:
		return nil
	case strings.TrimSpace(g.in.text) == "":
		m.message.tell("type a path or an address first")
		return nil
	case g.stage == addingSeen && g.found.kept() == 0:
		m.message.tell("there is nothing to keep of this")
		return nil
	case g.stage == addingSeen:
		g.stage = addingKeeping
		return m.gather(true)
	}
	g.stage, g.failure, g.top = addingLooking, "", 0
	return m.gather(false)
}

// gather reads the source, and keeps what it finds there if keep is set.
func (m *Root) gather(keep bool) tea.Cmd {
	number, ctx := m.adds.next()
	add, source := m.opt.Add, strings.TrimSpace(m.adding.in.text)
	library, refreshes := m.shelf.Library.(refreshing)
	return func() tea.Msg {
		msg := gatheredMsg{number: number, kept: keep}
		msg.err = add(ctx, source, keep, msg.found.take)
		if keep && refreshes {
			library.Refresh()
		}
		return msg
	}
}

// leaveAdding closes the pane. What is being kept is stopped, and the pane
// closes when it is known how far it came.
func (m *Root) leaveAdding() tea.Cmd {
	m.adds.stop()
	if m.adding.stage != addingKeeping {
		m.adds.number++
		m.adding = nil
	}
	return nil
}

func (m *Root) gatheredCame(msg gatheredMsg) tea.Cmd {
	if m.adding == nil || !m.adds.newest(msg.number) {
		return nil
	}
	m.adds.stop()
	g := m.adding
	g.found = msg.found
	if msg.err != nil && !errors.Is(msg.err, context.Canceled) {
		g.failure = reasonOf(msg.err)
	}
	if !msg.kept {
		g.stage = addingSeen
		if g.failure != "" {
			g.stage = addingTyped
		}
		return nil
	}
	m.adding = nil
	if g.failure != "" {
		m.message.fail("not all was kept: %s", g.failure)
	} else if f := g.found; len(f.first) == 1 && f.kept() == 1 {
		m.message.tell("%s: %s", f.first[0].Status, f.first[0].ID)
	} else {
		m.message.tell("%s", f.sum())
	}
	return m.showKept(g.found)
}

// refreshing is what a library may also be: Refresh looks at its files now.
type refreshing interface{ Refresh() bool }

// showKept goes to the first of what is new in the library.
func (m *Root) showKept(found gathered) tea.Cmd {
	for _, a := range found.first {
		if a.Status == model.AdditionDuplicate || a.Status == model.AdditionRefused {
			continue
		}
		m.push()
		save := m.keepAndSave()
		m.focus, m.memory.wanted, m.text = keys.List, a.ID, ""
		if _, refreshed := m.shelf.Library.(refreshing); refreshed {
			return tea.Batch(save, m.ask(""))
		}
		m.opt.Reference = model.Reference{}
		return tea.Batch(save, m.openShelf())
	}
	return nil
}

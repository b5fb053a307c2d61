package screen

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"cstoread/model"
	"cstoread/model/ask"
)

// coming is a library of which only some is there yet.
type coming struct {
	books
	problems []error
}

func (*coming) Watch(context.Context, func(model.Change)) {}
func (c *coming) Problems() []error                       { return c.problems }

func (c *coming) shelf() (Shelf, error) {
	return Shelf{Library: c, Engine: ask.NewScan(c), Tables: atlas{}}, nil
}

// selectedID is the list's current statement.
func (x *played) selectedID() string {
	h, _ := x.list.current()
	return h.ID
}

func TestListFillsWhileItComes(t *testing.T) {
	all := library()
	c := &coming{books: all[3:]}
	x := play(t, 120, 30, Options{Open: c.shelf})
	if got := x.selectedID(); got != all[3].ID {
		t.Fatalf("at first on %s", got)
	}
	c.books = all[1:]
	x.send(newsMsg{model.Change{Listed: true, Read: 12_300, Of: 100_000}})
	if !strings.Contains(x.frameOf(), "reading 12,300 of 100,000") {
		t.Errorf("no progress:\n%s", x.frameOf())
	}
	if got := x.selectedID(); got != all[1].ID {
		t.Errorf("who has chosen nothing is on %s, not on the newest", got)
	}
	x.keys("j")
	chosen := x.selectedID()
	c.books, c.problems = all, []error{errors.New("bad.md:1: no title")}
	x.send(newsMsg{model.Change{Listed: true, Read: 100_000, Of: 100_000}})
	frame := x.frameOf()
	if got := x.selectedID(); got != chosen {
		t.Errorf("the chosen %s became %s", chosen, got)
	}
	for _, want := range []string{"5 statements", "left out: bad.md:1: no title"} {
		if !strings.Contains(frame, want) {
			t.Errorf("no %q:\n%s", want, frame)
		}
	}
	x.keys("k", "j")
	c.books = all[:4]
	x.send(newsMsg{model.Change{Listed: true, Altered: []string{all[4].ID}, Read: 5, Of: 5}})
	if frame := x.frameOf(); strings.Contains(frame, "left out") || !strings.Contains(frame, "4 statements") {
		t.Errorf("the same problem is said again, or the list is not new:\n%s", frame)
	}
}

func TestPlaceOfLastTimeWaitsForItsStatement(t *testing.T) {
	all := library()
	c := &coming{books: all[:1]}
	x := play(t, 120, 30, Options{Open: c.shelf, Memory: &shelved{model.Memory{Last: all[2].ID}}})
	c.books = all
	x.send(newsMsg{model.Change{Listed: true, Read: 5, Of: 5}})
	if got := x.selectedID(); got != all[2].ID {
		t.Errorf("on %s, not on the one of last time", got)
	}
}

// shelved is a memory that holds what it is given.
type shelved struct{ now model.Memory }

func (s *shelved) Load() (model.Memory, error) { return s.now, nil }
func (s *shelved) Save(m model.Memory) error   { s.now = m; return nil }

func TestOpenStatementIsReadAgain(t *testing.T) {
	all := library()
	c := &coming{books: all}
	x := play(t, 120, 30, Options{Open: c.shelf, Reference: model.Reference{ID: all[1].ID, First: 9}})
	changed := *all[1]
	changed.Body = slices.Clone(all[1].Body)
	changed.Body = slices.Insert(changed.Body, 2, paragraph(3, "A paragraph that was added by hand."))
	for i := range changed.Body {
		changed.Body[i].N = i + 1
	}
	changed.Paragraphs++
	c.books = slices.Clone(all)
	c.books[1] = &changed
	x.send(newsMsg{model.Change{Listed: true, Altered: []string{changed.ID}, Read: 5, Of: 5}})
	if n := x.reader.Current(); n != 10 || x.reader.Statement() != &changed {
		t.Errorf("paragraph %d is under the eye, not the one that was", n)
	}
	if !strings.Contains(x.frameOf(), "has changed") {
		t.Errorf("nothing is said:\n%s", x.frameOf())
	}
	c.books = slices.Delete(slices.Clone(all), 1, 2)
	x.send(newsMsg{model.Change{Listed: true, Altered: []string{changed.ID}, Read: 4, Of: 4}})
	if x.reader.Statement() == nil || !strings.Contains(x.frameOf(), "cannot be read any more") {
		t.Errorf("one that is gone while it is read:\n%s", x.frameOf())
	}
}

func TestSamePlace(t *testing.T) {
	of := func(texts ...string) *model.Statement { return statement("x", "X", model.Date{}, texts...) }
	for _, c := range []struct {
		old, now *model.Statement
		n, want  int
	}{
		{of("a", "b", "c"), of("a", "b", "c"), 2, 2},
		{of("a", "b", "c"), of("new", "a", "b", "c"), 2, 3},
		{of("a", "b", "c"), of("b", "c"), 2, 1},
		{of("a", "b", "c"), of("a", "B", "c"), 2, 2},
		{of("a", "b", "c"), of("x"), 3, 1},
		{of("a", "b", "a"), of("a", "b", "a"), 3, 3},
		{of("a"), of("b"), 0, 0},
	} {
		if got := samePlace(c.old, c.n, c.now); got != c.want {
			t.Errorf("paragraph %d of %d is %d of %d, want %d", c.n, len(c.old.Body), got, len(c.now.Body), c.want)
		}
	}
}

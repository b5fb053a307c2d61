package reader

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever the sizes in between: the current paragraph stays current and on
// the screen, and back at the first size everything stands where it stood.
func TestResizeKeepsPlace(t *testing.T) {
	all := statements()
	rapid.Check(t, func(t *rapid.T) {
		st := rapid.SampledFrom(all).Draw(t, "statement")
		size := func(name string) (int, int) {
			return rapid.IntRange(1, 220).Draw(t, name+" width"), rapid.IntRange(1, 80).Draw(t, name+" height")
		}
		p := New(themes()[0])
		w, h := size("first")
		p.Resize(w, h)
		p.Show(st, 0)
		for range rapid.IntRange(0, 6).Draw(t, "moves") {
			move(t, p)
		}
		top, current := p.top, p.current
		for range rapid.IntRange(1, 6).Draw(t, "resizes") {
			p.Resize(size("next"))
			if p.Current() != current {
				t.Fatalf("paragraph %d became %d", current, p.Current())
			}
			if first, _, last := p.visible(); current < first || current > last {
				t.Fatalf("paragraph %d is not among %d to %d", current, first, last)
			}
			p.View(true)
		}
		p.Resize(w, h)
		if p.top != top {
			t.Fatalf("the top was %v and is %v", top, p.top)
		}
	})
}

func move(t *rapid.T, p *Pane) {
	n := rapid.IntRange(-30, 30).Draw(t, "by")
	switch rapid.SampledFrom([]string{"scroll", "page", "step", "go", "first", "last", "wider"}).Draw(t, "move") {
	case "scroll":
		p.Scroll(n)
	case "page":
		p.Page(n % 3)
	case "step":
		p.Step(n % 4)
	case "go":
		p.GoTo(n)
	case "first":
		p.First()
	case "last":
		p.Last()
	case "wider":
		p.SetMeasure(p.Measure() + n)
	}
}

// Every move leaves the current paragraph on the screen, and the page full
// where the statement is long enough.
func TestMoves(t *testing.T) {
	all := statements()
	rapid.Check(t, func(t *rapid.T) {
		p := New(themes()[0])
		p.Resize(rapid.IntRange(1, 150).Draw(t, "width"), rapid.IntRange(1, 60).Draw(t, "height"))
		p.Show(rapid.SampledFrom(all).Draw(t, "statement"), 1)
		for range rapid.IntRange(1, 15).Draw(t, "moves") {
			move(t, p)
			first, _, last := p.visible()
			if p.current < first || p.current > last {
				t.Fatalf("paragraph %d is not among %d to %d", p.current, first, last)
			}
			if p.lowest().above(p.top) {
				t.Fatalf("%v is below the lowest place %v", p.top, p.lowest())
			}
		}
	})
}

// By lines alone one comes from the first paragraph to the last and back.
func TestScrollReachesAll(t *testing.T) {
	for _, st := range statements() {
		p := New(themes()[0])
		p.Resize(70, 9)
		p.Show(st, 0)
		seen := map[int]bool{}
		for range 2000 {
			p.Scroll(1)
			seen[p.Current()] = true
		}
		if p.Current() != len(st.Body) || !seen[len(st.Body)] {
			t.Errorf("down to %d of %d", p.Current(), len(st.Body))
		}
		for range 2000 {
			p.Scroll(-1)
		}
		if p.Current() != 0 {
			t.Errorf("up to %d", p.Current())
		}
	}
}

package screen

import (
	"context"
	"strings"
	"testing"

	"cstoread/model"
)

// Nothing is kept before it was seen, what was typed on is looked at anew, and
// what is kept is in the list.
func TestAdding(t *testing.T) {
	var asked []string
	shelf := library()
	opt := Options{
		Open: func() (Shelf, error) { return shelfOf(shelf)() },
		Add: func(ctx context.Context, source string, keep bool, report func(model.Addition)) error {
			asked = append(asked, map[bool]string{false: "look at ", true: "keep "}[keep]+source)
			return addFake(ctx, source, keep, func(a model.Addition) {
				if keep {
					shelf = append(shelf, a.Statement)
				}
				report(a)
			})
		},
	}
	x := play(t, 100, 30, opt).keys("A", "enter").typed("page.htm").keys("enter").typed("l").keys("enter")
	if got := strings.Join(asked, ", "); got != "look at page.htm, look at page.html" {
		t.Fatalf("asked for %s", got)
	}
	x.keys("enter")
	if got := asked[len(asked)-1]; got != "keep page.html" {
		t.Fatalf("the second Enter: %s", got)
	}
	if h, _ := x.list.current(); h.ID != "2021-09-17-somewhere" || x.adding != nil {
		t.Errorf("after keeping the list stands on %q; open: %v", h.ID, x.adding != nil)
	}
	asked = nil
	x.keys("A").typed("page.html").keys("enter", "esc")
	x.keys("A").typed("folder").keys("enter", "enter", "esc")
	if got := strings.Join(asked, ", "); got != "look at page.html, look at folder" {
		t.Errorf("nothing was to be kept, but: %s", got)
	}
}

// A source that is typed over, or left, while it is being read is forgotten.
func TestAddingLate(t *testing.T) {
	x := play(t, 100, 30, Options{}).keys("A").typed("page.html")
	late := x.act(x.place(), "accept", 0)
	x.typed("x")
	x.run(late)
	if x.adding.stage != addingTyped {
		t.Error("the preview of another source is shown")
	}
	x.keys("backspace")
	late = x.act(x.place(), "accept", 0)
	x.keys("esc", "A")
	x.run(late)
	if x.adding.stage != addingTyped {
		t.Error("the preview came into another pane")
	}
}

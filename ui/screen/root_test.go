package screen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

// scenes are the screens and states there are, each as the keys that lead to
// it from the start.
var scenes = []struct {
	name  string
	query string
	keys  []string
	text  string // typed after the keys
	then  []string
}{
	{name: "list"},
	{name: "list-end", keys: []string{"G"}},
	{name: "reader", keys: []string{"j", "enter"}},
	{name: "reader-paragraph", keys: []string{"j", "enter", "7", "G"}},
	{name: "reader-marked", keys: []string{"j", "enter", "3", "G", "m", "]", "]"}},
	{name: "reader-wide-characters", keys: []string{"enter"}},
	{name: "filtered", query: `country:syria`},
	{name: "hit", query: `country:syria "territorial integrity"`, keys: []string{"n"}},
	{name: "typing", keys: []string{"/"}, text: `country:syria territ`},
	{name: "typing-nothing-yet", keys: []string{"/"}},
	{name: "problem", keys: []string{"/"}, text: `yeer:2019 syria`},
	{name: "empty", query: `country:syria "no such words"`},
	{name: "countries", keys: []string{"c"}},
	{name: "countries-narrowed", keys: []string{"c"}, text: "syr", then: []string{"tab"}},
	{name: "countries-excluded", keys: []string{"c", "down", "ctrl+x"}},
	{name: "topics", keys: []string{"t"}},
	{name: "outline", keys: []string{"j", "enter", "o"}},
	{name: "why", keys: []string{"j", "enter", "4", "G", "w"}},
	{name: "adding", keys: []string{"A"}},
	{name: "adding-seen", keys: []string{"A"}, text: "page.html", then: []string{"enter"}},
	{name: "adding-nothing", keys: []string{"A"}, text: "folder", then: []string{"enter"}},
	{name: "adding-failed", keys: []string{"A"}, text: "nowhere", then: []string{"enter"}},
	{name: "added", keys: []string{"A"}, text: "page.html", then: []string{"enter", "enter"}},
	{name: "help", keys: []string{"?"}},
	{name: "help-end", keys: []string{"?", "G"}},
	{name: "bookmarked", keys: []string{"B", "j", "u"}},
	{name: "by-title", keys: []string{"S", "S"}},
	{name: "many-chips", query: `country:syria topic:terror kind:statement year:2019 place:bishkek -country:libya fight`},
}

// enact plays a scene.
func enact(t testing.TB, i, w, h int, opt Options) *played {
	s := scenes[i]
	opt.Query = s.query
	return play(t, w, h, opt).keys(s.keys...).typed(s.text).keys(s.then...)
}

// frameOf is what is drawn, without its colours.
func (x *played) frameOf() string { return ansi.Strip(x.View().Content) }

// The frames, to be looked at before they are accepted: run with
// GOLDEN=write to write them anew.
func TestGolden(t *testing.T) {
	for i, s := range scenes {
		for _, size := range []struct {
			name string
			w, h int
		}{{"80x24", 80, 24}, {"120x40", 120, 40}} {
			golden(t, s.name+"-"+size.name, enact(t, i, size.w, size.h, Options{}).frameOf())
		}
		golden(t, s.name+"-linear", enact(t, i, 80, 24, Options{Linear: true}).frameOf())
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	var lines []string
	for _, l := range strings.Split(got, "\n") {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	got = strings.Join(lines, "\n") + "\n"
	if os.Getenv("GOLDEN") == "write" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// At every size each screen is exactly as wide and high as the window.
func TestSweep(t *testing.T) {
	widths := []int{1, 2, 3, 7, 12, 19, 20, 21, 33, 40, 59, 73, 74, 80, 109, 110, 111, 143, 200, 400}
	heights := []int{1, 2, 5, 6, 7, 11, 12, 13, 24, 40, 67, 120}
	for i, s := range scenes {
		x := enact(t, i, 80, 24, Options{})
		for _, w := range widths {
			for _, h := range heights {
				x.send(tea.WindowSizeMsg{Width: w, Height: h})
				exact(t, s.name, x.View(), w, h)
			}
		}
	}
}

// exact fails unless a frame is as wide and high as its window and the cursor
// is inside.
func exact(t testing.TB, name string, v tea.View, w, h int) {
	t.Helper()
	lines := strings.Split(v.Content, "\n")
	if len(lines) != h {
		t.Fatalf("%s at %dx%d: %d lines", name, w, h, len(lines))
	}
	for n, l := range lines {
		if got := ansi.StringWidth(l); got != w {
			t.Fatalf("%s at %dx%d: line %d is %d wide: %q", name, w, h, n, got, ansi.Strip(l))
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= w || c.Y < 0 || c.Y >= h) {
		t.Fatalf("%s at %dx%d: cursor at %d,%d", name, w, h, c.X, c.Y)
	}
}

// Lines for a screen reader keep within the window too, and have no mark that
// is not text.
func TestLinearSweep(t *testing.T) {
	for i, s := range scenes {
		x := enact(t, i, 80, 24, Options{Linear: true})
		for _, w := range []int{1, 10, 20, 40, 80, 200} {
			for _, h := range []int{1, 3, 6, 24, 50} {
				x.send(tea.WindowSizeMsg{Width: w, Height: h})
				v := x.View()
				if v.AltScreen || strings.ContainsAny(v.Content, "─│┬┴▌•★\x1b") {
					t.Fatalf("%s: not plain: %q", s.name, v.Content)
				}
				for _, l := range strings.Split(v.Content, "\n") {
					if ansi.StringWidth(l) > max(w, 2) { // a wide character has no smaller place
						t.Fatalf("%s at width %d: %q", s.name, w, l)
					}
				}
			}
		}
	}
}

// The first frame comes before the window's size is known.
func TestBeforeTheSizeIsKnown(t *testing.T) {
	x := New(t.Context(), Options{Open: shelfOf(library())})
	x.View()
	x.Update(press("j"))
	x.Update(press("enter"))
	x.View()
}

// A window that changes its size keeps the paragraph, the selection and what
// is typed.
func TestResizeKeepsThePlace(t *testing.T) {
	x := play(t, 120, 40, Options{}).keys("j", "enter", "9", "G")
	for _, size := range [][2]int{{80, 24}, {40, 10}, {1, 1}, {200, 60}, {120, 40}} {
		x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if got := x.reader.Current(); got != 9 {
			t.Fatalf("at %v the paragraph is %d", size, got)
		}
		if h, _ := x.list.current(); h.ID != "2019-11-27-middle-east" {
			t.Fatalf("at %v the statement is %s", size, h.ID)
		}
	}
	if !strings.Contains(x.frameOf(), "¶ 9/17") {
		t.Error("paragraph 9 is not the one shown")
	}
}

package keys

import (
	"slices"
	"strings"
	"testing"
)

// In one place a key does one thing.
func TestNoKeyTwice(t *testing.T) {
	for _, where := range []Place{List, Reader, Input, Picker, Page} {
		seen := map[string]Action{}
		for _, e := range table() {
			if e.where&where == 0 {
				continue
			}
			for _, k := range e.keys {
				if other, taken := seen[k]; taken {
					t.Errorf("place %d: %q is %s and %s", where, k, other, e.action)
				}
				seen[k] = e.action
			}
		}
	}
}

func TestHelpHoldsEveryBinding(t *testing.T) {
	m := Default()
	shown := 0
	for _, g := range m.Help() {
		for _, b := range g.Bindings {
			shown++
			if b.Help().Key == "" || b.Help().Desc == "" {
				t.Errorf("%s has no help", b.Action)
			}
			for _, k := range b.Keys() {
				for _, where := range []Place{List, Reader, Input, Picker, Page} {
					if a, ok := m.Find(where, k); b.Where&where != 0 && (!ok || a != b.Action) {
						t.Errorf("help says %s is %s, but it is %q", k, b.Action, a)
					}
				}
			}
		}
	}
	if shown != len(table()) {
		t.Errorf("help shows %d of %d bindings", shown, len(table()))
	}
}

// Esc waits for the rest of a sequence on many terminals, so nothing in the
// panes hangs on it alone.
func TestEscapeIsNeverTheOnlyKey(t *testing.T) {
	for _, e := range table() {
		if e.where&(panes|Page) != 0 && slices.Contains(e.keys, "esc") && len(e.keys) == 1 {
			t.Errorf("%s has only Esc", e.action)
		}
	}
}

func TestRemap(t *testing.T) {
	m, err := Default().Remap("search=f", "quit=Q ctrl+q", "mouse=")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		key  string
		want Action
	}{{"f", Search}, {"/", ""}, {"Q", Quit}, {"ctrl+q", Quit}, {"q", ""}, {"M", ""}, {"ctrl+c", Cancel}} {
		if got, _ := m.Find(List, c.key); got != c.want {
			t.Errorf("%s is %q, want %q", c.key, got, c.want)
		}
	}
	for _, g := range m.Help() {
		for _, b := range g.Bindings {
			if b.Action == Mouse {
				t.Error("help shows an action without keys")
			}
			if b.Action == Search && b.Help().Key != "f" {
				t.Errorf("help for search says %q", b.Help().Key)
			}
		}
	}
}

func TestRemapTakesTheKey(t *testing.T) {
	m, err := Default().Remap("down=n")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := m.Find(List, "n"); got != Down {
		t.Errorf("n is %s", got)
	}
	if _, ok := m.First(List, NextHit); ok {
		t.Error("next-hit still has keys")
	}
}

func TestRemapRefuses(t *testing.T) {
	for _, change := range []string{"nonsense=x", "search", "", "cancel=x"} {
		m, err := Default().Remap(change)
		if err == nil {
			t.Errorf("Remap(%q) gave no error", change)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("Remap(%q): error of several lines", change)
		}
		if got, _ := m.Find(List, "/"); got != Search {
			t.Errorf("Remap(%q) changed the map", change)
		}
	}
	m, _ := Default().Remap("search=ctrl+c")
	if got, _ := m.Find(List, "ctrl+c"); got != Cancel {
		t.Errorf("ctrl+c became %s", got)
	}
}

func TestLatin(t *testing.T) {
	for in, want := range map[string]string{"о": "j", "Т": "N", "ъ": "]", "j": "j", "ctrl+d": "ctrl+d", "7": "7"} {
		if got := Latin(in); got != want {
			t.Errorf("Latin(%q) = %q, want %q", in, got, want)
		}
	}
}

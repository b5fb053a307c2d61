package reader

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"cstoread/model"
	"cstoread/ui/theme"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// The pane as it stands in windows of 80x24 and 120x40, alone and beside the
// list, and where there is hardly room.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		w, h int
		st   *model.Statement
		set  func(p *Pane)
	}{
		{"start-80x22", 80, 22, ordinary(), func(*Pane) {}},
		{"start-70x38", 70, 38, motley(), func(*Pane) {}},
		{"motley-end-120x38", 120, 38, motley(), func(p *Pane) { p.Last() }},
		{"hits-80x22", 80, 22, ordinary(), func(p *Pane) { p.SetHits(wordHits("Syria ")); p.GoTo(6); p.NextHit(); p.NextHit() }},
		{"range-80x38", 80, 38, ordinary(), func(p *Pane) {
			p.SetBookmarks(func(n int) bool { return n == 7 })
			p.GoTo(7)
			p.ToggleMark()
			p.Step(2)
		}},
		{"wide-60x20", 60, 20, wide(), func(p *Pane) { p.SetHits(wordHits("the")); p.NextHit() }},
		{"added-80x16", 80, 16, added(), func(*Pane) {}},
		{"narrow-20x6", 20, 6, ordinary(), func(p *Pane) { p.GoTo(3) }},
		{"narrow-9x6", 9, 6, ordinary(), func(p *Pane) { p.GoTo(3) }},
		{"empty-30x4", 30, 4, nil, func(*Pane) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := New(theme.New(theme.Dark, true))
			p.Resize(c.w, c.h)
			p.Show(c.st, 1)
			c.set(p)
			checkFrame(t, p, c.w, c.h)
			golden(t, c.name, ansi.Strip(strings.Join(p.View(true), "|\n"))+"|\n")
		})
	}
}

// Mentions of every kind, a hit, the current hit and a link in every look.
func TestGoldenLooks(t *testing.T) {
	st := ordinary()
	st.Body[0].Markdown = strings.Replace(st.Body[0].Markdown, "report 1", "[report 1](https://example.org/1)", 1)
	for name, th := range map[string]theme.Theme{
		"dark": theme.New(theme.Dark, true), "light": theme.New(theme.Light, true),
		"unknown": theme.New(theme.Unknown, true), "no-color": theme.New(theme.Dark, false),
	} {
		for _, implied := range []bool{false, true} {
			p := New(th)
			p.Resize(80, 16)
			p.Show(st, 1)
			p.SetImplied(implied)
			p.SetHits(wordHits("Syria"))
			p.NextHit()
			if implied {
				name += "-implied"
			}
			golden(t, "looks-"+name, strings.ReplaceAll(strings.Join(p.View(true), "\n"), "\x1b", "␛")+"\n")
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is different:\n%s\nwant:\n%s", name, got, want)
	}
}

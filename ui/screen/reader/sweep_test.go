package reader

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"cstoread/ui/theme"
)

// At every size the frame is exactly as wide and high as the pane.
func TestSweep(t *testing.T) {
	widths := []int{0, 1, 2, 3, 5, 8, 9, 10, 11, 20, 23, 24, 25, 40, 79, 80, 81, 120, 200, 400}
	heights := []int{0, 1, 2, 3, 6, 24, 40, 120}
	for _, th := range themes() {
		for _, st := range statements() {
			p := New(th)
			p.Show(st, 1)
			p.SetHits(wordHits("the"))
			for _, w := range widths {
				for _, h := range heights {
					p.Resize(w, h)
					p.NextHit()
					for _, move := range []func(){func() {}, p.Last, func() { p.Scroll(-1) }, func() { p.Page(-2) }, p.First, func() { p.Scroll(3) }} {
						move()
						checkFrame(t, p, w, h)
					}
				}
			}
		}
	}
}

func checkFrame(t *testing.T, p *Pane, w, h int) {
	t.Helper()
	lines := p.View(true)
	if len(lines) != h {
		t.Fatalf("%dx%d: %d lines", w, h, len(lines))
	}
	for y, line := range lines {
		if got := ansi.StringWidth(line); got != w {
			t.Fatalf("%dx%d: line %d is %d wide: %q", w, h, y, got, line)
		}
	}
}

func themes() []theme.Theme {
	return []theme.Theme{theme.New(theme.Dark, true), theme.New(theme.Light, false)}
}

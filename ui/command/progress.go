package command

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/charmbracelet/x/term"
)

// progress shows on a terminal how far a long command is: "120 of 500, 40 a
// second". It is drawn on standard error, so that standard output stays what
// it is, and not at all where nobody looks.
type progress struct {
	to    io.Writer
	all   int
	done  int
	start time.Time
	drawn time.Time
	shown bool
}

// redraw is the least time between two drawings.
const redraw = 100 * time.Millisecond

func (a *app) newProgress(all int) *progress {
	p := &progress{all: all, start: time.Now()}
	if f, ok := a.Err.(*os.File); ok && term.IsTerminal(f.Fd()) && all > 1 {
		p.to = f
	}
	return p
}

// step counts one more as done.
func (p *progress) step() {
	p.done++
	now := time.Now()
	if p.to == nil || now.Sub(p.drawn) < redraw || now.Sub(p.start) < redraw {
		return
	}
	p.drawn, p.shown = now, true
	rate := float64(p.done) / now.Sub(p.start).Seconds()
	_, _ = fmt.Fprintf(p.to, "\r\x1b[K%d of %d, %.0f a second", p.done, max(p.all, p.done), rate)
}

// clear takes the drawing away before something else is printed.
func (p *progress) clear() {
	if p.shown {
		p.shown = false
		_, _ = io.WriteString(p.to, "\r\x1b[K")
	}
}

func (p *progress) end() { p.clear() }

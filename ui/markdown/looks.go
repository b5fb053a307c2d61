package markdown

import (
	uv "github.com/charmbracelet/ultraviolet"

	"cstoread/ui/theme"
)

// Looks are the looks of a theme made ready for painting many cells.
type Looks struct{ of [64]theme.Look }

// NewLooks makes the looks of th ready.
func NewLooks(th theme.Theme) *Looks {
	var l Looks
	for r := range l.of {
		l.of[r] = th.Look(theme.Role(r))
	}
	return &l
}

// Of is the look of a role.
func (l *Looks) Of(r theme.Role) *theme.Look {
	if r < 0 || int(r) >= len(l.of) {
		r = theme.Text
	}
	return &l.of[r]
}

// Style is the style in which a cell of a role is painted.
func (l *Looks) Style(r theme.Role) uv.Style {
	var s uv.Style
	Overlay(&s, l.Of(r))
	return s
}

func (l *Looks) style(c *Cell) uv.Style {
	s := l.Style(theme.Role(c.Role))
	if c.Mark&Bold != 0 {
		Overlay(&s, l.Of(theme.Strong))
	}
	if c.Mark&Italic != 0 {
		Overlay(&s, l.Of(theme.Emphasis))
	}
	return s
}

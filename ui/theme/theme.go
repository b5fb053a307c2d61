// Package theme holds how the parts of the screen look: a fixed set of named
// roles, and a look for each of them on light, dark and unknown backgrounds,
// with colours or without. A Theme is a value that is passed down; nothing
// here is global and nothing asks the terminal. What is drawn in a role, and
// where, belongs to the panes.
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// Background says what the text is drawn on.
type Background int

// The backgrounds. Until the terminal has answered, it is Unknown, whose
// colours can be read on both of the others.
const (
	Unknown Background = iota
	Light
	Dark
)

// Variant tells themes apart; it can serve as a part of a cache's key.
type Variant struct {
	Background Background
	// Colour is false when NO_COLOR is set: then bold, underline, reverse and
	// faint do all the work.
	Colour bool
	Scheme Scheme
}

// Look is how text of a role is drawn. A nil colour is the terminal's own.
type Look struct {
	Fg, Bg                                  color.Color
	Bold, Faint, Italic, Underline, Reverse bool
}

// Theme gives each role its look. The zero value draws everything plainly;
// New makes the real ones.
type Theme struct {
	Variant Variant
	looks   [roleCount]Look
	styles  [roleCount]lipgloss.Style
	// before and after are what stands around a text drawn in a role.
	before, after [roleCount]string
}

// New makes the standard theme for a background, with colours or without.
func New(bg Background, colour bool) Theme { return Standard.New(bg, colour) }

// New makes the scheme's theme for a background, with colours or without.
func (s Scheme) New(bg Background, colour bool) Theme {
	t := Theme{Variant: Variant{Background: bg, Colour: colour, Scheme: s}}
	t.looks = monochrome()
	if colour {
		t.looks = s.looks(bg)
	}
	for r, l := range t.looks {
		t.styles[r] = l.style()
		t.before[r], t.after[r], _ = strings.Cut(t.styles[r].Render("x"), "x")
	}
	return t
}

// Look returns the look of r, for code that paints cells.
func (t Theme) Look(r Role) Look {
	if r < 0 || r >= roleCount {
		return Look{}
	}
	return t.looks[r]
}

// Style returns the look of r as a Lip Gloss style without width, padding or
// border, for code that draws strings.
func (t Theme) Style(r Role) lipgloss.Style {
	if r < 0 || r >= roleCount {
		return lipgloss.NewStyle()
	}
	return t.styles[r]
}

// Paint draws one line of text in a role. It does what Style does, in a
// tenth of the time, for text without line breaks.
func (t Theme) Paint(r Role, line string) string {
	if r < 0 || r >= roleCount || t.before[r] == "" {
		return line
	}
	return t.before[r] + line + t.after[r]
}

func (l Look) style() lipgloss.Style {
	s := lipgloss.NewStyle().
		Bold(l.Bold).Faint(l.Faint).Italic(l.Italic).Reverse(l.Reverse).
		Underline(l.Underline)
	if l.Fg != nil {
		s = s.Foreground(l.Fg)
	}
	if l.Bg != nil {
		s = s.Background(l.Bg)
	}
	return s
}

package theme

import (
	"fmt"
	"image/color"
	"math"
	"testing"
)

// contrast is WCAG's ratio of two colours, 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + .05) / (math.Min(la, lb) + .05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	return .2126*lin(r) + .7152*lin(g) + .0722*lin(b)
}

// Every role can be read on the background it is made for.
func TestContrast(t *testing.T) {
	white, black := color.White, color.Black
	for _, c := range []struct {
		bg      Background
		against []color.Color
		least   float64
	}{
		{Light, []color.Color{white, color.RGBA{0xfa, 0xf4, 0xe6, 0xff}}, 4.5},
		{Dark, []color.Color{black, color.RGBA{0x1e, 0x22, 0x2a, 0xff}}, 4.5},
		{Unknown, []color.Color{white, black}, 4},
	} {
		th := New(c.bg, true)
		for r := Role(0); r < roleCount; r++ {
			l := th.Look(r)
			switch {
			case r == Rule || l.Fg == nil:
			case l.Bg != nil:
				if got := contrast(l.Fg, l.Bg); got < 4.5 {
					t.Errorf("background %d, role %d: %.2f on its own background", c.bg, r, got)
				}
			default:
				for _, bg := range c.against {
					if got := contrast(l.Fg, bg); got < c.least {
						t.Errorf("background %d, role %d: %.2f on %v", c.bg, r, got, bg)
					}
				}
			}
		}
	}
}

// A look that sets a background sets the text's colour too: else the
// terminal's own text colour might vanish in it.
func TestBackgroundComesWithText(t *testing.T) {
	for _, bg := range []Background{Unknown, Light, Dark} {
		for r, l := range New(bg, true).looks {
			if l.Bg != nil && l.Fg == nil {
				t.Errorf("background %d, role %d has a background only", bg, r)
			}
		}
	}
}

// Without colours the roles that must be told apart still can be.
func TestMonochrome(t *testing.T) {
	th := New(Dark, false)
	for r, l := range th.looks {
		if l.Fg != nil || l.Bg != nil {
			t.Errorf("role %d has a colour", r)
		}
	}
	apart := []Role{Text, Selected, Hit, HitCurrent, Country, Topic, Instrument, Implied}
	seen := map[string]Role{}
	for _, r := range apart {
		if r == Selected {
			continue // a row of the list, never beside a hit
		}
		k := fmt.Sprint(th.Look(r))
		if o, twice := seen[k]; twice {
			t.Errorf("roles %d and %d look the same", o, r)
		}
		seen[k] = r
	}
}

func TestOutOfRange(t *testing.T) {
	th := New(Dark, true)
	for _, r := range []Role{-1, roleCount, 1 << 20} {
		if th.Look(r) != (Look{}) || th.Style(r).Render("x") != "x" {
			t.Errorf("role %d is not plain", r)
		}
	}
}

package theme

import (
	"image/color"
	"math"
	"testing"
)

// Every role of every scheme can be read on the backgrounds it is made for:
// 4.5 to 1 (WCAG AA), 7 to 1 in high contrast.
func TestSchemesContrast(t *testing.T) {
	on := map[Background][]color.Color{
		Light:   {color.White, color.RGBA{0xfa, 0xf4, 0xe6, 0xff}},
		Dark:    {color.Black, color.RGBA{0x1e, 0x22, 0x2a, 0xff}},
		Unknown: {color.White, color.Black},
	}
	for _, s := range Schemes() {
		for bg, against := range on {
			own, least := 4.5, 4.5
			switch {
			case s == HighContrast:
				own, least = 7, 7
			case bg == Unknown:
				least = 4 // no colour keeps more on black and on white at once
			}
			for r, l := range s.New(bg, true).looks {
				if Role(r) == Rule && s != HighContrast || l.Fg == nil {
					continue
				}
				if l.Bg != nil {
					if got := contrast(l.Fg, l.Bg); got < own {
						t.Errorf("%s, background %d, role %d: %.2f on its own background", s, bg, r, got)
					}
					continue
				}
				for _, b := range against {
					if got := contrast(l.Fg, b); got < least {
						t.Errorf("%s, background %d, role %d: %.2f on %v", s, bg, r, got, b)
					}
				}
			}
		}
	}
}

// sights turn a colour in linear light into what readers see who lack one kind
// of cone: the matrices of Machado, Oliveira and Fernandes (2009) at full
// severity.
var sights = map[string][9]float64{
	"protan": {.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998},
	"deutan": {.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881},
	"tritan": {1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900},
}

// What is told apart by colour still is, whichever cone is missing: at least
// 20 apart in CIE L*a*b*, where 2 can just be seen.
func TestColourBlind(t *testing.T) {
	pairs := [][2]Role{{Country, Topic}, {Country, Instrument}, {Topic, Instrument}, {Notice, Error}}
	for _, bg := range []Background{Light, Dark, Unknown} {
		th := ColourBlind.New(bg, true)
		for name, m := range sights {
			for _, p := range pairs {
				if d := distance(seen(th.Look(p[0]).Fg, m), seen(th.Look(p[1]).Fg, m)); d < 20 {
					t.Errorf("background %d, %s: roles %d and %d are %.1f apart", bg, name, p[0], p[1], d)
				}
			}
		}
	}
}

// seen is a colour in L*a*b* as such a reader sees it.
func seen(c color.Color, m [9]float64) [3]float64 {
	r, g, b, _ := c.RGBA()
	var in, out [3]float64
	for i, v := range []uint32{r, g, b} {
		if in[i] = float64(v) / 0xffff; in[i] <= .04045 {
			in[i] /= 12.92
		} else {
			in[i] = math.Pow((in[i]+.055)/1.055, 2.4)
		}
	}
	for i := range out {
		out[i] = min(max(m[3*i]*in[0]+m[3*i+1]*in[1]+m[3*i+2]*in[2], 0), 1)
	}
	f := func(v float64) float64 {
		if v > .008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16./116
	}
	x := f((.4124*out[0] + .3576*out[1] + .1805*out[2]) / .95047)
	y := f(.2126*out[0] + .7152*out[1] + .0722*out[2])
	z := f((.0193*out[0] + .1192*out[1] + .9505*out[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	sum := 0.0
	for i := range a {
		sum += (a[i] - b[i]) * (a[i] - b[i])
	}
	return math.Sqrt(sum)
}

func TestParseScheme(t *testing.T) {
	for _, s := range Schemes() {
		if got, err := ParseScheme(string(s)); got != s || err != nil {
			t.Errorf("%s: %s, %v", s, got, err)
		}
	}
	if _, err := ParseScheme("pink"); err == nil {
		t.Error("pink is a theme")
	}
}

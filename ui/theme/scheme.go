package theme

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
)

// Scheme is a family of themes, one for each background.
type Scheme string

// The schemes. ColourBlind tells countries, topics and instruments apart for
// readers who see red and green alike, or blue and yellow: its colours differ
// in lightness and on the axis that is left to them, and instruments are
// underlined. HighContrast keeps 7 to 1 (WCAG 2, level AAA); before the
// terminal has told its background no colour could, so it then has none.
const (
	Standard     Scheme = "standard"
	ColourBlind  Scheme = "colour-blind"
	HighContrast Scheme = "high-contrast"
)

// Schemes lists the schemes in the order in which help names them.
func Schemes() []Scheme { return []Scheme{Standard, ColourBlind, HighContrast} }

// ParseScheme reads the name of a scheme; nothing is Standard.
func ParseScheme(s string) (Scheme, error) {
	if s == "" {
		return Standard, nil
	}
	if scheme := Scheme(strings.ToLower(s)); slices.Contains(Schemes(), scheme) {
		return scheme, nil
	}
	return Standard, fmt.Errorf("%q is not a theme: write standard, colour-blind or high-contrast", s)
}

// looks are the roles' looks in a scheme.
func (s Scheme) looks(bg Background) [roleCount]Look {
	switch s {
	case ColourBlind:
		looks := coloured(colourBlind(bg))
		looks[Instrument].Underline = true
		return looks
	case HighContrast:
		if bg == Unknown {
			return monochrome()
		}
		looks := coloured(highContrast(bg))
		for _, r := range []Role{Country, Topic, Instrument, Count} {
			looks[r].Bold = true
		}
		return looks
	}
	return coloured(paletteFor(bg))
}

// colourBlind is made of blues and oranges, which every common kind of colour
// blindness keeps apart, with a grey of another lightness as the third.
func colourBlind(bg Background) palette {
	c := lipgloss.Color
	p := paletteFor(bg)
	switch bg {
	case Light:
		p.country, p.topic, p.instrument = c("#0050c8"), c("#a04000"), c("#30343a")
		p.link, p.good, p.bad = c("#0050c8"), c("#0050c8"), c("#a04000")
		p.chipNotBg, p.chipNotFg = c("#ffe0c2"), c("#5c2600")
	case Dark:
		p.country, p.topic, p.instrument = c("#78a9ff"), c("#ff9a3c"), c("#f2f4f7")
		p.link, p.good, p.bad = c("#78a9ff"), c("#78a9ff"), c("#ff9a3c")
		p.chipNotBg, p.chipNotFg = c("#5c3000"), c("#ffe0c2")
	default:
		p.country, p.topic, p.instrument = c("#2a72e5"), c("#b85c00"), c("#757575")
		p.link, p.good, p.bad = c("#2a72e5"), c("#2a72e5"), c("#b85c00")
		p.chipNotBg, p.chipNotFg = c("#7a4000"), c("#ffffff")
	}
	return p
}

func highContrast(bg Background) palette {
	c := lipgloss.Color
	if bg == Light {
		return palette{
			accent: c("#663000"), dim: c("#3d434b"), line: c("#3d434b"),
			country: c("#003a75"), topic: c("#4b1a80"), instrument: c("#00452f"),
			link: c("#003a75"), good: c("#00452f"), bad: c("#85100a"),
			selectedBg: c("#003a75"), selectedFg: c("#ffffff"),
			awayBg: c("#d5d8dc"), awayFg: c("#000000"),
			hitBg: c("#ffd400"), hitFg: c("#000000"),
			currentBg: c("#000000"), currentFg: c("#ffe14d"),
			chipBg: c("#003a75"), chipFg: c("#ffffff"),
			chipNotBg: c("#85100a"), chipNotFg: c("#ffffff"),
		}
	}
	return palette{
		accent: c("#ffc766"), dim: c("#d0d5db"), line: c("#d0d5db"),
		country: c("#a6d3ff"), topic: c("#e0c8ff"), instrument: c("#9df0cc"),
		link: c("#a6d3ff"), good: c("#9df0cc"), bad: c("#ffb3ab"),
		selectedBg: c("#ffffff"), selectedFg: c("#000000"),
		awayBg: c("#3d434b"), awayFg: c("#ffffff"),
		hitBg: c("#ffe14d"), hitFg: c("#000000"),
		currentBg: c("#ff9d2e"), currentFg: c("#000000"),
		chipBg: c("#a6d3ff"), chipFg: c("#000000"),
		chipNotBg: c("#ffb3ab"), chipNotFg: c("#000000"),
	}
}

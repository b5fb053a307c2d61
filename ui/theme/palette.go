package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// palette is the colours of a theme by what they are for. Text itself has
// none: it is the terminal's own, which its owner can read.
type palette struct {
	accent     color.Color // where one is: the bar, the current number, keys
	dim        color.Color // what matters less
	line       color.Color // separators; may be fainter than text
	country    color.Color
	topic      color.Color
	instrument color.Color
	link       color.Color
	good       color.Color
	bad        color.Color
	// The pairs of a background and the text upon it.
	selectedBg, selectedFg color.Color
	awayBg, awayFg         color.Color
	hitBg, hitFg           color.Color
	currentBg, currentFg   color.Color
	chipBg, chipFg         color.Color
	chipNotBg, chipNotFg   color.Color
}

// paletteFor gives the palette of a background. Text colours keep a contrast
// of 4.5 to 1 (WCAG 2, level AA) on it; those of the unknown background keep
// 4 to 1 on black and on white, which only colours of middle luminance do.
func paletteFor(bg Background) palette {
	c := lipgloss.Color
	switch bg {
	case Light:
		return palette{
			accent: c("#8a4b08"), dim: c("#5f6670"), line: c("#b9bec6"),
			country: c("#0a5ca8"), topic: c("#6b3fa0"), instrument: c("#0b6b4f"),
			link: c("#0a5ca8"), good: c("#0b6b4f"), bad: c("#b3261e"),
			selectedBg: c("#dbe7f5"), selectedFg: c("#14202e"),
			awayBg: c("#e9ebee"), awayFg: c("#14202e"),
			hitBg: c("#ffe28a"), hitFg: c("#2b2200"),
			currentBg: c("#f2a33a"), currentFg: c("#201400"),
			chipBg: c("#d7e3f1"), chipFg: c("#123a63"),
			chipNotBg: c("#f6dad7"), chipNotFg: c("#7a1b14"),
		}
	case Dark:
		return palette{
			accent: c("#f0b35a"), dim: c("#9aa3ae"), line: c("#4a515b"),
			country: c("#7fb8f0"), topic: c("#c7a2f2"), instrument: c("#6fd0a8"),
			link: c("#7fb8f0"), good: c("#6fd0a8"), bad: c("#ff8f85"),
			selectedBg: c("#28384b"), selectedFg: c("#f2f6fb"),
			awayBg: c("#2a2e34"), awayFg: c("#e4e7eb"),
			hitBg: c("#6b5200"), hitFg: c("#fff3c9"),
			currentBg: c("#f0b35a"), currentFg: c("#201400"),
			chipBg: c("#24405f"), chipFg: c("#dcebfb"),
			chipNotBg: c("#5a2723"), chipNotFg: c("#ffdcd8"),
		}
	}
	return palette{
		accent: c("#b35c00"), dim: c("#757575"), line: c("#808080"),
		country: c("#2f78c4"), topic: c("#9060c8"), instrument: c("#1d8562"),
		link: c("#2f78c4"), good: c("#1d8562"), bad: c("#d94338"),
		selectedBg: c("#3a5a80"), selectedFg: c("#ffffff"),
		awayBg: c("#5a5f66"), awayFg: c("#ffffff"),
		hitBg: c("#ffd75f"), hitFg: c("#1c1600"),
		currentBg: c("#e08a1e"), currentFg: c("#140c00"),
		chipBg: c("#3a5a80"), chipFg: c("#ffffff"),
		chipNotBg: c("#8a3a33"), chipNotFg: c("#ffffff"),
	}
}

// coloured gives the roles their looks with the colours of p.
func coloured(p palette) [roleCount]Look {
	return [roleCount]Look{
		Dim:           {Fg: p.dim},
		Title:         {Bold: true},
		Program:       {Fg: p.accent, Bold: true},
		Rule:          {Fg: p.line},
		Year:          {Fg: p.accent, Bold: true},
		Selected:      {Fg: p.selectedFg, Bg: p.selectedBg, Bold: true},
		SelectedAway:  {Fg: p.awayFg, Bg: p.awayBg},
		Bar:           {Fg: p.accent, Bold: true},
		Unread:        {Fg: p.accent},
		Bookmark:      {Fg: p.accent, Bold: true},
		Number:        {Fg: p.dim},
		NumberCurrent: {Fg: p.accent, Bold: true},
		Heading:       {Bold: true},
		Strong:        {Bold: true},
		Emphasis:      {Italic: true},
		Link:          {Fg: p.link, Underline: true},
		Quote:         {Italic: true},
		Country:       {Fg: p.country},
		Topic:         {Fg: p.topic},
		Instrument:    {Fg: p.instrument},
		Implied:       {Fg: p.dim, Italic: true},
		Hit:           {Fg: p.hitFg, Bg: p.hitBg},
		HitCurrent:    {Fg: p.currentFg, Bg: p.currentBg, Bold: true},
		Range:         {Fg: p.accent},
		Chip:          {Fg: p.chipFg, Bg: p.chipBg},
		ChipNot:       {Fg: p.chipNotFg, Bg: p.chipNotBg},
		Count:         {Fg: p.accent},
		Key:           {Fg: p.accent, Bold: true},
		KeyHelp:       {Fg: p.dim},
		Placeholder:   {Fg: p.dim},
		Problem:       {Fg: p.bad, Underline: true},
		Error:         {Fg: p.bad, Bold: true},
		Notice:        {Fg: p.good},
	}
}

// monochrome gives the roles looks without any colour.
func monochrome() [roleCount]Look {
	return [roleCount]Look{
		Title:         {Bold: true},
		Program:       {Bold: true},
		Year:          {Bold: true},
		Selected:      {Reverse: true},
		SelectedAway:  {Underline: true},
		Bar:           {Bold: true},
		Unread:        {Bold: true},
		Bookmark:      {Bold: true},
		NumberCurrent: {Bold: true},
		Heading:       {Bold: true},
		Strong:        {Bold: true},
		Emphasis:      {Italic: true},
		Link:          {Underline: true},
		Quote:         {Italic: true},
		Country:       {Underline: true},
		Topic:         {Italic: true},
		Instrument:    {Underline: true, Italic: true},
		Implied:       {Faint: true, Italic: true},
		Hit:           {Reverse: true},
		HitCurrent:    {Reverse: true, Bold: true, Underline: true},
		Range:         {Bold: true},
		Chip:          {Reverse: true},
		ChipNot:       {Reverse: true, Underline: true},
		Count:         {Bold: true},
		Key:           {Bold: true},
		Placeholder:   {Faint: true},
		Problem:       {Underline: true, Bold: true},
		Error:         {Bold: true, Reverse: true},
		Notice:        {Bold: true},
	}
}

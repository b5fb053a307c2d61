// Package chart draws counts with characters, for a screen or a pipe, and as
// SVG. It knows numbers and labels, and nothing of statements.
//
// It stands in place of a chart library. ntcharts, the well-kept one of this
// field, is at v0.4.0 made for the first Bubble Tea and Lip Gloss: it would
// link both a second time, its charts are models with a canvas and mouse zones
// of their own where this program has one model, and it does not write SVG.
// What is needed here is a bar, a sparkline and a shade.
package chart

import "strings"

// eighths are the parts of a cell, from the left, and from below.
var (
	eighths = []rune("▏▎▍▌▋▊▉█")
	levels  = []rune("▁▂▃▄▅▆▇█")
	shades  = []rune("·░▒▓█")
)

// Bar draws value as a bar, of which most fills width columns. What is more
// than nothing shows at least a sliver.
func Bar(value, most float64, width int) string {
	if value <= 0 || most <= 0 || width <= 0 {
		return ""
	}
	n := int(min(value/most, 1)*float64(width)*8 + .5)
	n = max(n, 1)
	bar := strings.Repeat(string(eighths[7]), n/8)
	if rest := n % 8; rest > 0 {
		bar += string(eighths[rest-1])
	}
	return bar
}

// Spark draws values as a line of small columns, at most width of them: where
// there are more values, each column shows the greatest of its share. Nothing
// is a space, so that a gap in time can be seen.
func Spark(values []float64, most float64, width int) string {
	if width <= 0 || len(values) == 0 {
		return ""
	}
	columns := min(width, len(values))
	var b strings.Builder
	for c := range columns {
		from, to := c*len(values)/columns, (c+1)*len(values)/columns
		top := 0.0
		for _, v := range values[from:to] {
			top = max(top, v)
		}
		if top <= 0 || most <= 0 {
			b.WriteByte(' ')
			continue
		}
		n := int(min(top/most, 1)*float64(len(levels)) + .5)
		b.WriteRune(levels[max(n, 1)-1])
	}
	return b.String()
}

// Shade draws value as one cell, the darker the nearer to most.
func Shade(value, most float64) string {
	if value <= 0 || most <= 0 {
		return string(shades[0])
	}
	n := int(min(value/most, 1)*float64(len(shades)-1) + .5)
	return string(shades[max(n, 1)])
}

package chart

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// colours tell the rows of a chart apart, for readers who do not see all
// colours alike too: they differ in lightness as much as in hue, and keep a
// contrast of 3 to 1 on white, as WCAG asks of graphics.
var colours = []string{"#0b4f8a", "#b35c00", "#1d8562", "#8c3a8c", "#5f6670", "#b3261e"}

// Row is one row of values with its name.
type Row struct {
	Name   string
	Values []float64
}

// Picture is a chart to be drawn: the values of each row over the same columns.
type Picture struct {
	Title string
	// Unit says what is counted.
	Unit    string
	Columns []string
	Rows    []Row
}

// Bars draws a picture as groups of bars, with a legend.
func (p Picture) Bars() string {
	const left, top, height, below = 60, 50, 260, 40
	group := max(12*len(p.Rows)+8, 28)
	width := max(left+group*len(p.Columns)+20, 420)
	most := p.most()
	var b strings.Builder
	p.open(&b, width, top+height+below+20*len(p.Rows))
	for i := range 5 {
		y := top + height - i*height/4
		fmt.Fprintf(&b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#ccc"/>`+"\n", left, y, width-10, y)
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end">%s</text>`+"\n", left-6, y+4, number(most*float64(i)/4))
	}
	every := max(1, 44/group+1)
	for c, name := range p.Columns {
		x := left + c*group
		for r, row := range p.Rows {
			h := 0.0
			if most > 0 {
				h = row.Values[c] / most * height
			}
			fmt.Fprintf(&b, `<rect x="%d" y="%.1f" width="10" height="%.1f" fill="%s"><title>%s, %s: %s</title></rect>`+"\n",
				x+4+12*r, float64(top+height)-h, h, colours[r%len(colours)], html.EscapeString(row.Name), html.EscapeString(name), number(row.Values[c]))
		}
		if c%every == 0 {
			fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`+"\n", x+group/2, top+height+18, html.EscapeString(name))
		}
	}
	for r, row := range p.Rows {
		y := top + height + below + 20*r
		fmt.Fprintf(&b, `<rect x="%d" y="%d" width="12" height="12" fill="%s"/><text x="%d" y="%d">%s</text>`+"\n",
			left, y-11, colours[r%len(colours)], left+18, y, html.EscapeString(row.Name))
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// Heat draws a picture as a table of shades, each with its number.
func (p Picture) Heat() string {
	const left, top, cell, line = 190, 70, 40, 24
	width := max(left+cell*len(p.Columns)+20, 420)
	most := p.most()
	var b strings.Builder
	p.open(&b, width, top+line*len(p.Rows)+20)
	for c, name := range p.Columns {
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`+"\n", left+c*cell+cell/2, top-8, html.EscapeString(name))
	}
	for r, row := range p.Rows {
		y := top + r*line
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end">%s</text>`+"\n", left-8, y+16, html.EscapeString(row.Name))
		for c, v := range row.Values {
			part, ink := 0.0, "#222"
			if most > 0 {
				part = v / most
			}
			if part > .5 {
				ink = "#fff"
			}
			fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`, left+c*cell, y, cell-2, line-2, blend(part))
			if v > 0 {
				fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle" fill="%s">%s</text>`, left+c*cell+cell/2-1, y+16, ink, number(v))
			}
			b.WriteByte('\n')
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (p Picture) open(b *strings.Builder, width, height int) {
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" fill="#222" role="img">`+"\n", width, height, width, height)
	fmt.Fprintf(b, `<title>%s</title>`+"\n"+`<rect width="100%%" height="100%%" fill="#fff"/>`+"\n", html.EscapeString(p.Title))
	fmt.Fprintf(b, `<text x="10" y="20" font-size="14">%s</text><text x="10" y="38">%s</text>`+"\n", html.EscapeString(p.Title), html.EscapeString(p.Unit))
}

func (p Picture) most() float64 {
	most := 0.0
	for _, r := range p.Rows {
		for _, v := range r.Values {
			most = max(most, v)
		}
	}
	return most
}

// blend is a blue, from nearly white at 0 to dark at 1.
func blend(part float64) string {
	mix := func(from, to int) int { return from + int(part*float64(to-from)) }
	return fmt.Sprintf("#%02x%02x%02x", mix(0xee, 0x0b), mix(0xf2, 0x3c), mix(0xf7, 0x6e))
}

// number writes a value with no more digits than it needs, three at most
// behind the point.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

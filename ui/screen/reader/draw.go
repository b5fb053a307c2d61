package reader

import (
	"strconv"

	uv "github.com/charmbracelet/ultraviolet"

	"cstoread/ui/markdown"
	"cstoread/ui/theme"
)

// View draws the pane: as many lines as it is high, each exactly as wide as it
// is. Without focus the current paragraph is shown less strongly.
func (p *Pane) View(focused bool) []string {
	if p.height <= 0 {
		return nil
	}
	if p.width <= 0 {
		return make([]string, p.height)
	}
	if p.cells == nil || p.cells.Width() != p.width || p.cells.Height() != p.height {
		cells := uv.NewScreenBuffer(p.width, p.height)
		p.cells = &cells
	} else {
		p.cells.Clear()
	}
	p.Draw(p.cells, focused)
	lines := make([]string, p.height)
	for y := range lines {
		lines[y] = p.cells.Line(y).Render()
	}
	return lines
}

// Draw paints the visible rows on a screen, from its upper left corner.
func (p *Pane) Draw(scr uv.Screen, focused bool) {
	if p.st == nil || p.width <= 0 || p.height <= 0 {
		return
	}
	y := -p.top.row
	for i := p.top.item; i < len(p.items) && y < p.height; i++ {
		p.drawItem(scr, i, y, focused)
		y += p.rows(i)
	}
}

// drawItem paints item i with its first row at row y, which may be above the
// screen.
func (p *Pane) drawItem(scr uv.Screen, i, y int, focused bool) {
	l := p.layout()
	it := p.items[i]
	block := p.block(i)
	paint := p.overlay(i)
	for r, row := range block.Rows {
		if at := y + r; at >= 0 && at < p.height {
			p.gutter(scr, l, it, at, r == 0 && it.first, focused)
			markdown.Paint(scr, l.start, at, p.width, row, block.Links, p.looks, paint)
		}
	}
	y += len(block.Rows)
	for r, row := range p.meta(i) {
		if at := y + r; at >= 0 && at < p.height {
			markdown.Paint(scr, l.start, at, p.width, row, nil, p.looks, nil)
		}
	}
}

// gutter paints what stands before the text: a bookmark and the number on a
// paragraph's first row, the bar on all of them.
func (p *Pane) gutter(scr uv.Screen, l layout, it item, y int, first, focused bool) {
	current := it.n == p.current
	if l.digits > 0 && first && it.n > 0 {
		if p.bookmarked != nil && p.bookmarked(it.n) {
			p.put(scr, l.number-1, y, "◆", theme.Bookmark)
		}
		role := theme.Number
		if current {
			role = theme.NumberCurrent
		}
		number := strconv.Itoa(it.n)
		p.put(scr, l.number+l.digits-len(number), y, number, role)
	}
	if l.bar == none {
		return
	}
	from, to, ranged := p.Range()
	switch {
	case current && focused:
		p.put(scr, l.bar, y, "▌", theme.Bar)
	case ranged && from <= it.n && it.n <= to:
		p.put(scr, l.bar, y, "┃", theme.Range)
	case current:
		p.put(scr, l.bar, y, "▌", theme.Dim)
	case p.matching(it.n):
		p.put(scr, l.bar, y, "│", theme.Count)
	}
}

func (p *Pane) put(scr uv.Screen, x, y int, s string, role theme.Role) {
	style := p.looks.Style(role)
	for _, r := range s {
		if x >= 0 && x < p.width {
			scr.SetCell(x, y, &uv.Cell{Content: string(r), Width: 1, Style: style})
		}
		x++
	}
}

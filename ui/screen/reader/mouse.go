package reader

import "cstoread/ui/markdown"

// ParagraphAt is the paragraph drawn on row y of the pane, or -1. The empty
// row below a paragraph belongs to it.
func (p *Pane) ParagraphAt(y int) int {
	at, _, ok := p.placeAt(y)
	if !ok {
		return none
	}
	return p.items[at.item].n
}

// LinkAt is the address that the cell in column x of row y points to, or
// nothing.
func (p *Pane) LinkAt(x, y int) string {
	at, block, ok := p.placeAt(y)
	if !ok || at.row >= len(block.Rows) {
		return ""
	}
	col := p.layout().start
	for _, c := range block.Rows[at.row] {
		if col <= x && x < col+int(c.Width) && c.Link > 0 {
			return block.Links[c.Link-1]
		}
		col += int(c.Width)
	}
	return ""
}

func (p *Pane) placeAt(y int) (place, *markdown.Block, bool) {
	if p.st == nil || p.width == 0 || y < 0 || y >= p.height {
		return place{}, nil, false
	}
	row := p.top.row + y
	for i := p.top.item; i < len(p.items); i++ {
		h := p.rows(i)
		if row < h {
			return place{i, row}, p.block(i), true
		}
		row -= h
	}
	return place{}, nil, false
}

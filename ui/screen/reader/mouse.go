package reader

// ParagraphAt is the paragraph drawn on row y of the pane, or -1. The empty
// row below a paragraph belongs to it.
func (p *Pane) ParagraphAt(y int) int {
	if p.st == nil || p.width == 0 || y < 0 || y >= p.height {
		return none
	}
	row := p.top.row + y
	for i := p.top.item; i < len(p.items); i++ {
		h := p.rows(i)
		if row < h {
			return p.items[i].n
		}
		row -= h
	}
	return none
}

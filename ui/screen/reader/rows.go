package reader

import (
	"cstoread/model"
	"cstoread/ui/markdown"
)

// A place is a row of the statement: an item and a row in it. The rows of an
// item are those of its block and the empty ones below.
type place struct{ item, row int }

// rows is the number of rows of item i, and gap how many of them are the
// empty ones at its end.
func (p *Pane) rows(i int) int {
	return max(len(p.block(i).Rows)+len(p.meta(i))+p.gap(i), 1)
}

// gap keeps paragraphs apart, but for the items of a list and the lines of a
// signature.
func (p *Pane) gap(i int) int {
	if i == len(p.items)-1 || !p.items[i].last {
		return 0
	}
	if markdown.Together(p.role(p.items[i].n), p.role(p.items[i+1].n)) {
		return 0
	}
	return 1
}

func (p *Pane) role(n int) model.Role {
	par, _ := p.st.Paragraph(n)
	return par.Role
}

// down is the place n rows below at, but not below the last row.
func (p *Pane) down(at place, n int) place {
	for n > 0 {
		h := p.rows(at.item)
		if at.row+n < h {
			at.row += n
			return at
		}
		if at.item == len(p.items)-1 {
			at.row = h - 1
			return at
		}
		n -= h - at.row
		at = place{at.item + 1, 0}
	}
	return at
}

// up is the place n rows above at, but not above the first row.
func (p *Pane) up(at place, n int) place {
	for n > at.row {
		if at.item == 0 {
			return place{}
		}
		n -= at.row + 1
		at.item--
		at.row = p.rows(at.item) - 1
	}
	at.row -= n
	return at
}

// end is the last row of the statement.
func (p *Pane) end() place {
	last := len(p.items) - 1
	return place{last, p.rows(last) - 1}
}

// lowest is the lowest place that may stand on the first row: a page is full,
// or the statement is shown whole.
func (p *Pane) lowest() place { return p.up(p.end(), max(p.page()-1, 0)) }

// page is the height of the pane, at least one row.
func (p *Pane) page() int { return max(p.height, 1) }

func (a place) above(b place) bool {
	return a.item < b.item || a.item == b.item && a.row < b.row
}

// clamp holds top within the statement.
func (p *Pane) clamp() {
	if len(p.items) == 0 {
		p.top = place{}
		return
	}
	if p.top.item < 0 {
		p.top = place{}
	}
	p.top.item = min(p.top.item, len(p.items)-1)
	p.top.row = min(max(p.top.row, 0), p.rows(p.top.item)-1)
	// Only near the end can a page be not full, and only there the end is
	// looked at.
	rows := p.rows(p.top.item) - p.top.row
	for i := p.top.item + 1; i < len(p.items) && rows < p.page(); i++ {
		rows += p.rows(i)
	}
	if rows < p.page() {
		p.top = p.lowest()
	}
}

// rowOf is how many rows below top a place stands, or none when it is not
// on the screen.
func (p *Pane) rowOf(at place) int {
	if at.above(p.top) {
		return none
	}
	y := -p.top.row
	for i := p.top.item; y < p.page(); i++ {
		if i == at.item {
			if y += at.row; y < p.page() {
				return y
			}
			return none
		}
		y += p.rows(i)
	}
	return none
}

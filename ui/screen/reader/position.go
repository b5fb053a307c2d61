package reader

import "cstoread/model"

// A Position says where one is, for the status line.
type Position struct {
	// Paragraph is the current one and Paragraphs how many there are.
	Paragraph, Paragraphs int
	// Percent is how much of the text has been on the screen or above it,
	// from 0 to 100; it is 100 only at the end.
	Percent int
	// All is true when the whole statement is on the screen.
	All bool
}

// Position says where one is.
func (p *Pane) Position() Position {
	if p.st == nil {
		return Position{}
	}
	pos := Position{Paragraph: p.current, Paragraphs: len(p.st.Body)}
	if p.width == 0 || p.height == 0 {
		return pos
	}
	last := p.down(p.top, p.page()-1)
	if last == p.end0(last) {
		pos.Percent, pos.All = 100, p.top == place{}
		return pos
	}
	it, final := p.items[last.item], p.items[len(p.items)-1]
	total := final.before + final.end - final.start
	seen := it.before + (it.end-it.start)*last.row/p.rows(last.item)
	pos.Percent = min(int(int64(seen)*100/int64(max(total, 1))), 99)
	return pos
}

// end0 is the last row when at is in the last item, and no row otherwise, so
// that the end of a long statement need not be rendered to know that one is
// not there.
func (p *Pane) end0(at place) place {
	if at.item < len(p.items)-1 {
		return place{none, none}
	}
	return p.end()
}

// Place is where one is, in terms that hold at every size and can be kept.
type Place struct {
	Paragraph int // the current one
	byte      int
	top       int // the paragraph at the top of the pane
}

// Place is where one is.
func (p *Pane) Place() Place {
	if p.st == nil || len(p.items) == 0 || p.width == 0 || p.height == 0 {
		return Place{Paragraph: p.current}
	}
	it := p.items[p.top.item]
	at := Place{Paragraph: p.current, top: it.n, byte: it.end}
	if rows := p.block(p.top.item).Rows; p.top.row < len(rows) {
		start, _ := rows[p.top.row].Start()
		at.byte = it.start + start
	}
	return at
}

// Restore goes back to a place in the same statement.
func (p *Pane) Restore(at Place) {
	if p.st == nil {
		return
	}
	p.GoTo(at.Paragraph)
	if at.top == 0 && at.byte == 0 || p.width == 0 || p.height == 0 {
		if at.Paragraph <= 1 {
			p.top = place{}
			p.moved()
		}
		return
	}
	p.revealTop(at.top, model.Span{Start: at.byte})
}

func (p *Pane) revealTop(n int, s model.Span) {
	i := p.itemOf(min(max(n, 0), len(p.st.Body)), s.Start)
	p.top = place{i, p.block(i).RowOf(s.Start - p.items[i].start)}
	p.moved()
}

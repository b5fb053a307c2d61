package reader

// Current is the number of the paragraph that keys act on; 0 is the title.
func (p *Pane) Current() int { return p.current }

// GoTo makes paragraph n the current one, or the nearest there is, and brings
// it into view: where it already is there whole, nothing moves.
func (p *Pane) GoTo(n int) {
	if p.st == nil {
		return
	}
	p.current = min(max(n, 0), len(p.st.Body))
	p.show(p.current)
}

// Step goes n paragraphs on, or back if n is negative.
func (p *Pane) Step(n int) { p.GoTo(p.current + n) }

// show brings paragraph n into view: its beginning at the top, unless all of
// it is visible. The first one takes the title along.
func (p *Pane) show(n int) {
	if p.st == nil || p.width == 0 || p.height == 0 {
		return
	}
	i := p.itemOf(n, 0)
	first := p.rowOf(place{i, 0})
	rows := len(p.block(i).Rows)
	if first != none && p.items[i].last && first+rows <= p.page() {
		p.eye = eye{}
		return
	}
	p.top = place{i, 0}
	if head := p.up(p.top, p.page()); head == (place{}) && n <= 1 {
		// The title stays above the first paragraph while there is room.
		above := p.heightUpTo(i)
		if above+rows <= p.page() {
			p.top = place{}
		}
	}
	p.moved()
}

// heightUpTo is the number of rows above item i.
func (p *Pane) heightUpTo(i int) int {
	n := 0
	for k := range i {
		n += p.rows(k)
	}
	return n
}

// reveal brings one row of the statement into view, about a third down the
// screen when it was not there.
func (p *Pane) reveal(at place) {
	if y := p.rowOf(at); y != none {
		return
	}
	p.top = p.up(at, p.page()/3)
	p.moved()
}

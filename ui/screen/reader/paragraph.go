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

// Step goes n paragraphs on, or back if n is negative. The first step back
// from within a paragraph is to its beginning.
func (p *Pane) Step(n int) {
	if n < 0 && p.within() {
		n++
	}
	p.GoTo(p.current + n)
}

// within says that the current paragraph is on the screen but not its
// beginning.
func (p *Pane) within() bool {
	if p.st == nil || p.width == 0 || p.height == 0 {
		return false
	}
	return p.items[p.top.item].n == p.current && (place{p.itemOf(p.current, 0), 0}).above(p.top) && !p.tail()
}

// show brings paragraph n into view. Where it begins on the screen and can be
// shown whole, the text moves by no more than that needs; else its beginning
// comes to the top. The first paragraph takes the title along.
func (p *Pane) show(n int) {
	if p.st == nil || p.width == 0 || p.height == 0 {
		return
	}
	i := p.itemOf(n, 0)
	first := p.rowOf(place{i, 0})
	rows := len(p.block(i).Rows) + len(p.meta(i))
	if first != none && p.items[i].last && rows <= p.page() {
		if hidden := first + rows - p.page(); hidden > 0 {
			p.top = p.down(p.top, hidden)
		}
		p.moved()
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

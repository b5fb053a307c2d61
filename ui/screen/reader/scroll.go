package reader

// Scroll moves by rows, down if n is positive. Where the text moves no more,
// the current paragraph does, so that every paragraph can be reached.
func (p *Pane) Scroll(n int) {
	if p.st == nil {
		return
	}
	before := p.top
	if n > 0 {
		p.top = p.down(p.top, n)
	} else {
		p.top = p.up(p.top, -n)
	}
	p.moved()
	if p.top == before {
		p.Step(sign(n))
		return
	}
	p.follow()
}

// Page moves by half screens, down if halves is positive. A whole page leaves
// a row of the one before.
func (p *Pane) Page(halves int) {
	if p.st == nil || halves == 0 {
		return
	}
	before := p.top
	rows := p.page() * abs(halves) / 2
	if abs(halves) > 1 {
		rows--
	}
	if rows = max(rows, 1); halves > 0 {
		p.top = p.down(p.top, rows)
	} else {
		p.top = p.up(p.top, rows)
	}
	p.moved()
	switch {
	case p.top != before:
		p.follow()
	case halves > 0:
		p.current = len(p.st.Body)
	default:
		p.First()
	}
}

// First goes to the beginning, Last to the last paragraph.
func (p *Pane) First() {
	if p.st == nil {
		return
	}
	p.top = place{}
	p.moved()
	p.current = min(1, len(p.st.Body))
	if p.rowOf(place{p.itemOf(1, 0), 0}) == none {
		p.current = 0
	}
}

// Last goes to the last paragraph.
func (p *Pane) Last() {
	if p.st == nil {
		return
	}
	p.top = p.lowest()
	p.moved()
	p.current = len(p.st.Body)
}

// follow makes the current paragraph one that is on the screen: the first one
// that begins there when it has been left behind above, the last one when it
// has been left behind below.
func (p *Pane) follow() {
	first, begins, last := p.visible()
	switch {
	case p.current < first:
		p.current = begins
	case p.current > last:
		p.current = last
	case p.current == first && begins != first && p.tail():
		p.current = begins
	}
}

// tail says that only empty rows are left of the item at the top.
func (p *Pane) tail() bool {
	it := p.items[p.top.item]
	return it.last && p.top.row >= len(p.block(p.top.item).Rows)+len(p.meta(p.top.item))
}

// visible gives the numbers of the first paragraph on the screen, of the first
// that begins there (or the first, when none does), and of the last.
func (p *Pane) visible() (first, begins, last int) {
	first = p.items[p.top.item].n
	begins, last = none, first
	y := -p.top.row
	for i := p.top.item; i < len(p.items) && y < p.page(); i++ {
		last = p.items[i].n
		if begins == none && y >= 0 && p.items[i].first {
			begins = last
		}
		y += p.rows(i)
	}
	if begins == none {
		begins = first
	}
	return first, begins, last
}

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

func abs(n int) int { return max(n, -n) }

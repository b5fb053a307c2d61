package reader

// An eye is what a reader looks at, in terms that hold at every size: a byte
// of text, and how far down the screen its row stands.
type eye struct {
	known  bool
	at     place
	byte   int // of the item's text, the first one shown at that place
	row    int // in rows below the pane's first
	width  int // of the text, and
	height int // of the pane, when this was so
}

// look notes what is under the eye: the current paragraph's first visible row,
// or the first row of the pane.
func (p *Pane) look() eye {
	e := eye{known: true, width: p.layout().text, height: p.page()}
	at, y := p.top, 0
	for y < e.height && at.item < len(p.items) {
		if p.items[at.item].n == p.current {
			break
		}
		y += p.rows(at.item) - at.row
		at = place{at.item + 1, 0}
	}
	if y >= e.height || at.item >= len(p.items) {
		at, y = p.top, 0
	}
	e.at, e.row = at, y
	rows := p.block(at.item).Rows
	for row := min(at.row, len(rows)-1); row >= 0; row-- {
		if start, ok := rows[row].Start(); ok {
			e.byte = start
			break
		}
	}
	return e
}

// keepEye makes a change of size and brings what was under the eye back to
// its height on the screen. The eye is forgotten when one moves, not when the
// size changes, so that many changes in a row do not drift.
func (p *Pane) keepEye(change func()) {
	if p.st == nil || p.width == 0 || p.height == 0 {
		change()
		p.show(p.current)
		return
	}
	if !p.eye.known {
		p.eye = p.look()
	}
	change()
	if p.width == 0 || p.height == 0 {
		return
	}
	e := p.eye
	at := e.at
	if p.layout().text != e.width {
		at.row = p.block(at.item).RowOf(e.byte)
	}
	p.top = p.up(at, min(e.row*p.page()/max(e.height, 1), p.page()-1))
	p.clamp()
}

// moved is called after every move of the reader's own.
func (p *Pane) moved() {
	p.clamp()
	p.eye = eye{}
}

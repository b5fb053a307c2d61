package reader

// ToggleMark begins a range at the current paragraph, or drops the one there
// is. The other end of a range is always the current paragraph.
func (p *Pane) ToggleMark() {
	if p.mark != none || p.st == nil {
		p.mark = none
		return
	}
	p.mark = max(p.current, 1)
}

// Range is the marked range of paragraphs. The last result is false when
// nothing is marked.
func (p *Pane) Range() (first, last int, ok bool) {
	if p.st == nil || p.mark == none || len(p.st.Body) == 0 {
		return 0, 0, false
	}
	a, b := p.mark, max(p.current, 1)
	return min(a, b), max(a, b), true
}

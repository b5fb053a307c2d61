package reader

import (
	"slices"

	"cstoread/model"
)

// A hit is a span of a paragraph that the search found.
type hit struct {
	n    int // the paragraph
	span model.Span
}

var noHit = hit{n: none}

// SetHits tells what the search found in a paragraph (0 is the title), as
// spans of its text in their order; nil for nothing. Nothing moves. Spans that
// lie outside the text are left out.
func (p *Pane) SetHits(spans func(par model.Paragraph) []model.Span) {
	p.spans, p.found, p.hit, p.matches = spans, nil, noHit, nil
}

// SetMatches tells which paragraphs of the statement shown have hits, in
// ascending order. It is a help, not needed: without it every paragraph is
// asked for its hits as one comes to it.
func (p *Pane) SetMatches(paragraphs []int) { p.matches = paragraphs }

// NextHit goes to the next hit. Without a current one that is the first hit in
// the current paragraph or after it. False means that there is none left in
// this statement; then nothing moves.
func (p *Pane) NextHit() bool {
	from := hit{p.current, model.Span{Start: -1}}
	if p.walking() {
		from = p.hit
	}
	return p.take(p.after(from))
}

// PrevHit goes to the hit before, likewise.
func (p *Pane) PrevHit() bool {
	from := hit{p.current, model.Span{Start: -1}}
	if p.walking() {
		from = p.hit
	}
	return p.take(p.before(from))
}

// FirstHit goes to the first hit of the statement, LastHit to the last.
func (p *Pane) FirstHit() bool { return p.take(p.after(hit{none, model.Span{}})) }

// LastHit goes to the last hit of the statement.
func (p *Pane) LastHit() bool {
	if p.st == nil {
		return false
	}
	return p.take(p.before(hit{len(p.st.Body) + 1, model.Span{}}))
}

// walking says that the current hit is still where the reader is; one who has
// gone to another paragraph since then starts from there.
func (p *Pane) walking() bool { return p.hit.n != none && p.hit.n == p.current }

func (p *Pane) take(h hit, found bool) bool {
	if !found {
		return false
	}
	p.hit, p.current = h, h.n
	p.revealSpan(h.n, h.span)
	return true
}

// revealSpan brings the beginning of a span into view, with as much as there
// is room for of the paragraph around it.
func (p *Pane) revealSpan(n int, s model.Span) {
	if p.width == 0 || p.height == 0 {
		return
	}
	i := p.itemOf(n, s.Start)
	p.reveal(place{i, p.block(i).RowOf(s.Start - p.items[i].start)})
	begins := p.rowOf(place{i, 0})
	hidden := begins + len(p.block(i).Rows) - p.page()
	if begins != none && hidden > 0 && hidden <= begins {
		p.top = p.down(p.top, hidden)
		p.moved()
	}
}

// after is the first hit behind from, in reading order.
func (p *Pane) after(from hit) (hit, bool) {
	if p.st == nil || p.spans == nil {
		return noHit, false
	}
	for n := max(from.n, 0); n <= len(p.st.Body); n = p.nextMatch(n) {
		for _, s := range p.hitsIn(n) {
			if n > from.n || s.Start > from.span.Start {
				return hit{n, s}, true
			}
		}
	}
	return noHit, false
}

// before is the last hit ahead of from.
func (p *Pane) before(from hit) (hit, bool) {
	if p.st == nil || p.spans == nil {
		return noHit, false
	}
	for n := min(from.n, len(p.st.Body)); n >= 0; n = p.prevMatch(n) {
		for _, s := range slices.Backward(p.hitsIn(n)) {
			if n < from.n || s.Start < from.span.Start {
				return hit{n, s}, true
			}
		}
	}
	return noHit, false
}

func (p *Pane) nextMatch(n int) int {
	if p.matches == nil {
		return n + 1
	}
	i, _ := slices.BinarySearch(p.matches, n+1)
	if i == len(p.matches) {
		return len(p.st.Body) + 1
	}
	return p.matches[i]
}

func (p *Pane) prevMatch(n int) int {
	if p.matches == nil {
		return n - 1
	}
	i, _ := slices.BinarySearch(p.matches, n)
	if i == 0 {
		return none
	}
	return p.matches[i-1]
}

// remembered is how many paragraphs' hits are kept, so that drawing does not
// search the same paragraphs at every key.
const remembered = 256

// hitsIn gives the hits of paragraph n that lie in its text, one for each
// beginning.
func (p *Pane) hitsIn(n int) []model.Span {
	if p.spans == nil {
		return nil
	}
	if known, ok := p.found[n]; ok {
		return known
	}
	par, ok := p.st.Paragraph(n)
	if !ok {
		return nil
	}
	if p.found == nil || len(p.found) >= remembered {
		p.found = map[int][]model.Span{}
	}
	p.found[n] = inOrder(p.spans(par), len(par.Text))
	return p.found[n]
}

// inOrder gives the spans that lie within a text of n bytes, sorted, the
// longest of those that begin at the same byte.
func inOrder(spans []model.Span, n int) []model.Span {
	out := make([]model.Span, 0, len(spans))
	for _, s := range spans {
		if s.Start >= 0 && s.Start < s.End && s.End <= n {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b model.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return slices.CompactFunc(out, func(a, b model.Span) bool { return a.Start == b.Start })
}

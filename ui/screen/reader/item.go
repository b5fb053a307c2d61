package reader

import (
	"cstoread/model"
	"cstoread/ui/markdown"
)

// An item is what is rendered at once: a paragraph, or a part of an overlong
// one. The items of a statement stand below one another.
type item struct {
	n     int  // the paragraph's number; 0 is the head of the statement
	start int  // where the item's text begins in the paragraph's
	end   int  // where it ends
	first bool // the first item of its paragraph
	last  bool // the last one
	// before is the number of bytes of text in all items above this one.
	before int
}

// itemise lays out a statement without rendering any of it.
func itemise(st *model.Statement) []item {
	items := make([]item, 0, len(st.Body)+1)
	before := 0
	for n := 0; n <= len(st.Body); n++ {
		par, _ := st.Paragraph(n)
		pieces := markdown.Pieces(source(par))
		for i, piece := range pieces {
			items = append(items, item{
				n: n, start: piece.Start, end: piece.End,
				first: i == 0, last: i == len(pieces)-1, before: before,
			})
			before += piece.End - piece.Start
		}
	}
	return items
}

func source(par model.Paragraph) markdown.Source {
	if par.N == 0 {
		return markdown.Source{Text: par.Text, Role: model.RoleTitle}
	}
	return markdown.Source{Text: par.Text, Markdown: par.Markdown, Role: par.Role}
}

// source is what item i is rendered from.
func (p *Pane) source(i int) markdown.Source {
	it := p.items[i]
	par, _ := p.st.Paragraph(it.n)
	return source(par).Piece(markdown.Piece{Start: it.start, End: it.end})
}

// block renders item i at the present width, or recalls it.
func (p *Pane) block(i int) *markdown.Block {
	return p.cache.Block(markdown.Key{Item: i, Width: p.layout().text}, func() markdown.Source { return p.source(i) })
}

// itemOf is the index of the first item of paragraph n, or of the item in it
// that holds byte at of its text.
func (p *Pane) itemOf(n, at int) int {
	lo, hi := 0, len(p.items)
	for lo < hi {
		mid := (lo + hi) / 2
		if it := p.items[mid]; it.n < n || it.n == n && it.end <= at && !it.last {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return min(lo, len(p.items)-1)
}

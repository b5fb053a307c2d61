package index

import (
	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model/query"
)

// wide answers a query whose parts may be met by different paragraphs: the
// statements for which it holds as a whole, each with the paragraphs in which
// something that was asked for is found, or with all when that is none.
func (a *asker) wide(p *query.Plan) *roaring.Bitmap {
	docs := a.anywhere(p)
	asked := roaring.New()
	a.leaves(p, func(set *roaring.Bitmap) { asked = roaring.Or(asked, set) })
	in := a.paragraphs(docs)
	hits := roaring.And(asked, in)
	with := a.statements(hits)
	for i := range docs {
		docs[i] &^= with[i]
	}
	return roaring.Or(hits, a.paragraphs(docs))
}

// anywhere gives the statements for which a plan holds as a whole.
func (a *asker) anywhere(p *query.Plan) dense {
	switch p.Op {
	case query.OpNot:
		inner := *a
		inner.generous = !a.generous
		docs := inner.anywhere(p.Parts[0])
		docs.complement(a.Statements())
		return docs
	case query.OpAnd, query.OpOr:
		docs := a.anywhere(p.Parts[0])
		for _, part := range p.Parts[1:] {
			if p.Op == query.OpAnd {
				docs.and(a.anywhere(part))
			} else {
				docs.or(a.anywhere(part))
			}
		}
		return docs
	}
	return a.statements(a.set(p, nil))
}

// leaves calls f with the set of every part that asks for something.
func (a *asker) leaves(p *query.Plan, f func(set *roaring.Bitmap)) {
	if p.Leaf >= 0 {
		f(a.set(p, nil))
	}
	for _, part := range p.Parts {
		a.leaves(part, f)
	}
}

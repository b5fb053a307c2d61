package index

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model/ask"
	"cstoread/model/fold"
	"cstoread/model/query"
)

// first lists the statements of a segment that can be among the first of the
// answer, in its order.
func (g *gathering) first(i int, docs dense) []found {
	limit := g.question.Limit
	var all []found
	if s := g.question.Sort; s != ask.SortOldest && s != ask.SortTitle {
		docs.each(func(doc uint32) bool {
			all = append(all, found{view: i, doc: doc})
			return limit == 0 || len(all) < limit
		})
		return all
	}
	docs.each(func(doc uint32) bool {
		all = append(all, found{view: i, doc: doc})
		return true
	})
	return best(all, limit, g.compare())
}

// newest lists the first statements of a set, as many as the limit.
func (g *gathering) newest(i int, v *view, set *roaring.Bitmap) []found {
	var all []found
	it := set.Iterator()
	doc := uint32(0)
	for it.HasNext() && len(all) < g.question.Limit {
		doc = v.statement(it.Next(), doc)
		all = append(all, found{view: i, doc: doc})
		it.AdvanceIfNeeded(v.starts[doc+1])
	}
	return all
}

// best sorts, and keeps as many as limit; 0 keeps all.
func best(all []found, limit int, compare func(a, b found) int) []found {
	if limit == 0 || len(all) <= 2*limit {
		slices.SortFunc(all, compare)
		if limit > 0 && len(all) > limit {
			all = all[:limit]
		}
		return all
	}
	kept := slices.Clone(all[:limit])
	slices.SortFunc(kept, compare)
	for _, f := range all[limit:] {
		if compare(f, kept[min(limit, len(kept))-1]) >= 0 {
			continue
		}
		if kept = append(kept, f); len(kept) == 2*limit {
			slices.SortFunc(kept, compare)
			kept = kept[:limit]
		}
	}
	slices.SortFunc(kept, compare)
	return kept[:limit]
}

// compare is the order of the answer. Equal statements are in that of the
// library.
func (g *gathering) compare() func(a, b found) int {
	switch g.question.Sort {
	case ask.SortOldest:
		return func(a, b found) int {
			x, y := g.views[a.view].date(a.doc), g.views[b.view].date(b.doc)
			if x.IsZero() != y.IsZero() {
				return cmp.Compare(y.Year, x.Year) // what is not dated is last either way
			}
			return cmp.Or(x.Compare(y), g.inLibrary(a, b))
		}
	case ask.SortTitle:
		return func(a, b found) int {
			if a.view == b.view {
				ranks := g.views[a.view].titleRanks
				return cmp.Or(cmp.Compare(ranks[a.doc], ranks[b.doc]), cmp.Compare(a.doc, b.doc))
			}
			x, y := g.views[a.view].header(a.doc), g.views[b.view].header(b.doc)
			return cmp.Or(cmp.Compare(fold.String(x.Title), fold.String(y.Title)), g.inLibrary(a, b))
		}
	case ask.SortRelevance:
		return func(a, b found) int { return cmp.Or(cmp.Compare(b.score, a.score), g.inLibrary(a, b)) }
	}
	return g.inLibrary
}

// inLibrary is newest first, undated last, equal dates by ID.
func (g *gathering) inLibrary(a, b found) int {
	if a.view == b.view {
		return cmp.Compare(a.doc, b.doc)
	}
	v, w := g.views[a.view], g.views[b.view]
	return cmp.Or(w.date(b.doc).Compare(v.date(a.doc)), bytes.Compare(v.id(a.doc), w.id(b.doc)))
}

// answer puts together what was gathered.
func (g *gathering) answer(exact bool) ask.Answer {
	if g.scores != nil {
		g.found = best(g.scores.found(g.views, g.Engine.statements), g.question.Limit, g.compare())
	} else if len(g.views) > 1 {
		g.found = best(g.found, g.question.Limit, g.compare())
	}
	a := ask.Answer{
		Hits:       g.hits(),
		Statements: ask.Total{N: g.statements, Exact: exact},
		Paragraphs: ask.Total{N: g.paragraphs, Exact: exact},
		Unread:     g.unread,
	}
	if len(g.counters) > 0 {
		a.Facets = map[query.Field][]ask.FacetCount{}
		for _, c := range g.counters {
			a.Facets[c.field] = c.sorted()
		}
	}
	return a
}

// hits are the statements found with their headers and paragraphs.
func (g *gathering) hits() []ask.Hit {
	if len(g.found) == 0 {
		return nil
	}
	hits := make([]ask.Hit, len(g.found))
	readers := make([]*reader, len(g.views))
	var whole []int // 0, 1, 2 … shared by all statements that match whole
	for i, f := range g.found {
		v := g.views[f.view]
		hit := &hits[i]
		hit.Header, hit.Score = v.header(f.doc), f.score
		r := readers[f.view]
		if r == nil {
			set := g.sets[f.view]
			r = &reader{set: set, full: set.GetCardinality() == uint64(v.Paragraphs())}
			readers[f.view] = r
		}
		first, end := v.starts[f.doc], v.starts[f.doc+1]
		n := int(end - first)
		if !r.full {
			hit.Paragraphs = r.within(first, end)
		}
		if r.full || len(hit.Paragraphs) == n {
			for len(whole) < n {
				whole = append(whole, len(whole))
			}
			hit.Paragraphs = whole[:n:n]
		}
	}
	return hits
}

// reader lists the members of a set by statement.
type reader struct {
	set  *roaring.Bitmap
	full bool
	it   roaring.IntPeekable
	at   uint32 // where it is
}

// within lists the members from first up to, but without, end, counted from
// first.
func (r *reader) within(first, end uint32) []int {
	if r.it == nil || first < r.at {
		r.it = r.set.Iterator()
	}
	r.it.AdvanceIfNeeded(first)
	var list []int
	for r.it.HasNext() && r.it.PeekNext() < end {
		list = append(list, int(r.it.Next()-first))
	}
	r.at = end
	return list
}

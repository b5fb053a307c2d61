package index

import (
	"context"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model/query"
)

// asker answers a compiled query from one segment.
type asker struct {
	*view
	ctx  context.Context
	stem func(string) string
	// generous takes what the segment cannot decide for true where that makes
	// the answer larger: what is found then has to be looked at.
	generous bool
}

// open says whether a part of the plan needs the text.
func open(p *query.Plan) bool {
	if p == nil {
		return false
	}
	if p.Pattern {
		return true
	}
	for _, part := range p.Parts {
		if open(part) {
			return true
		}
	}
	return false
}

// set gives the paragraphs for which a plan holds. It may give any others that
// are not in within, which is nil for all: the caller leaves those out.
func (a *asker) set(p *query.Plan, within *roaring.Bitmap) *roaring.Bitmap {
	if a.ctx.Err() != nil {
		return roaring.New()
	}
	switch p.Op {
	case query.OpNot:
		inner := *a
		inner.generous = !a.generous
		return roaring.Flip(inner.set(p.Parts[0], within), 0, uint64(a.Paragraphs()))
	case query.OpOr:
		set := roaring.New()
		for _, part := range p.Parts {
			set = roaring.Or(set, a.set(part, within))
		}
		return set
	case query.OpAnd:
		// The parts are sorted by what they cost, so that the dear ones have
		// little left to look at.
		var set *roaring.Bitmap
		for _, part := range p.Parts {
			one := a.set(part, within)
			if set == nil {
				set = one
			} else {
				set = roaring.And(set, one)
			}
			if set.IsEmpty() {
				break
			}
			if within = set; len(p.Parts) == 1 {
				break
			}
		}
		return set
	case query.OpNever:
		return roaring.New()
	}
	return a.leaf(p, within)
}

func (a *asker) leaf(p *query.Plan, within *roaring.Bitmap) *roaring.Bitmap {
	switch {
	case p.Pattern && a.generous:
		return a.all()
	case p.Pattern:
		return roaring.New()
	case len(p.Words) == 1:
		return a.sequence(p.Words[0], within)
	case len(p.Words) > 1:
		return a.near(p, within)
	case p.Mention != nil:
		return a.mentioned(p)
	case p.Marks != nil:
		return a.bookmarked(p.Marks)
	}
	return a.headed(p)
}

// sequence gives the paragraphs that have a word or a phrase.
func (a *asker) sequence(elements []query.Element, within *roaring.Bitmap) *roaring.Bitmap {
	set := a.candidates(elements)
	if len(elements) <= 1 || set.IsEmpty() {
		return set
	}
	if within != nil {
		set = roaring.And(set, within)
	}
	f := a.finder(elements, a.stem, set.GetCardinality())
	return a.with(set, f.find)
}

// with gives the members of a set in which find finds something.
func (a *asker) with(set *roaring.Bitmap, find func(paragraphs []uint32) []spot) *roaring.Bitmap {
	var found []uint32
	a.chunks(set, func(paragraphs []uint32) {
		last := -1
		for _, x := range find(paragraphs) {
			if p := int(x >> 32); p != last {
				found = append(found, uint32(p))
				last = p
			}
		}
	})
	out := roaring.New()
	out.AddMany(found)
	return out
}

// chunks calls f for the members of a set, some at a time, in order, until
// the question is cancelled.
func (a *asker) chunks(set *roaring.Bitmap, f func(paragraphs []uint32)) {
	buffer := make([]uint32, chunk)
	it := set.ManyIterator()
	for n := it.NextMany(buffer); n > 0 && a.ctx.Err() == nil; n = it.NextMany(buffer) {
		f(buffer[:n])
	}
}

// candidates gives the paragraphs that have every word of a sequence.
func (a *asker) candidates(elements []query.Element) *roaring.Bitmap {
	if len(elements) == 0 {
		return roaring.New()
	}
	var set *roaring.Bitmap
	for _, e := range elements {
		if e.Any() && set != nil {
			continue
		}
		one := a.element(e)
		if set == nil {
			set = one
		} else {
			set = roaring.And(set, one)
		}
		if set.IsEmpty() {
			break
		}
	}
	return set
}

// element gives the paragraphs that have a word of a shape.
func (a *asker) element(e query.Element) *roaring.Bitmap {
	key := "word " + e.Text
	switch {
	case e.Any():
		return a.keep("word *", func() *roaring.Bitmap {
			bits := newDense(a.Paragraphs())
			for p := range uint32(a.Paragraphs()) {
				if a.wordStarts[p+1] > a.wordStarts[p] {
					bits.add(p)
				}
			}
			return roaring.FromDense(bits, false)
		})
	case e.Stem != "":
		// Another stemmer makes another key.
		key = "stem " + e.Stem + " " + e.Text
	case e.Glob:
		if set := a.prefixes[e.Text[:len(e.Text)-1]]; set != nil && e.Text[len(e.Text)-1] == '*' {
			return set
		}
	default:
		n, ok := a.lookup(e.Text)
		if !ok {
			return roaring.New()
		}
		p := a.posting(n)
		return p.bitmap()
	}
	return a.keep(key, func() *roaring.Bitmap { return a.union(a.like(e, a.stem)) })
}

// near gives the paragraphs in which words stand near each other.
func (a *asker) near(p *query.Plan, within *roaring.Bitmap) *roaring.Bitmap {
	set := within
	for _, elements := range p.Words {
		one := a.candidates(elements)
		if set == nil {
			set = one
		} else {
			set = roaring.And(set, one)
		}
	}
	n := a.neighbours(p, set.GetCardinality())
	return a.with(set, func(paragraphs []uint32) []spot { return n.find(paragraphs)[0] })
}

// mentioned gives the paragraphs that mention something.
func (a *asker) mentioned(p *query.Plan) *roaring.Bitmap {
	var sets []*roaring.Bitmap
	key := "code"
	for i, c := range a.codes {
		if p.Mention(c.kind, c.code, c.implied) {
			sets = append(sets, a.codeSets[i])
			key += " " + strconv.Itoa(i)
		}
	}
	switch len(sets) {
	case 0:
		return roaring.New()
	case 1:
		return sets[0]
	}
	return a.keep(key, func() *roaring.Bitmap {
		bits := newDense(a.Paragraphs())
		for _, set := range sets {
			eachOf(set, bits.add)
		}
		return roaring.FromDense(bits, false)
	})
}

// bookmarked gives the paragraphs that bear a bookmark.
func (a *asker) bookmarked(marks query.Marks) *roaring.Bitmap {
	bits := newDense(a.Paragraphs())
	for doc := range uint32(a.Statements()) {
		whole, some := marks.Bookmarked(string(a.id(doc)))
		first, end := a.starts[doc], a.starts[doc+1]
		if whole {
			bits.addRange(first, end)
		}
		for _, n := range some {
			if n >= 0 && n < int(end-first) {
				bits.add(first + uint32(n))
			}
		}
	}
	return roaring.FromDense(bits, false)
}

package index

import (
	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model/ask"
	"cstoread/model/query"
)

// scores gathers, for every statement found, how often each thing asked for
// is found in it, until it is known how many statements have each thing.
type scores struct {
	leaves int
	having []int
	parts  []tallied
}

// tallied is the tallies of one segment.
type tallied struct {
	view   int
	docs   []uint32
	counts [][]float64 // by leaf, beside docs
}

func newScores(leaves int) *scores { return &scores{leaves: leaves, having: make([]int, leaves)} }

// add tallies the statements of a set. looked holds the tallies of those whose
// texts have been looked at, when they have.
func (s *scores) add(g *gathering, i int, v *view, set *roaring.Bitmap, docs dense, looked map[uint32][]float64) {
	t := tallied{view: i, counts: make([][]float64, s.leaves)}
	docs.each(func(doc uint32) bool {
		t.docs = append(t.docs, doc)
		return true
	})
	for leaf := range t.counts {
		t.counts[leaf] = make([]float64, len(t.docs))
	}
	if looked != nil {
		for j, doc := range t.docs {
			for leaf, n := range looked[doc] {
				t.counts[leaf][j] = n
			}
		}
	} else {
		a := &asker{view: v, ctx: g.ctx, stem: g.stem}
		t.tally(a, g.plan, set)
	}
	for leaf, counts := range t.counts {
		for _, n := range counts {
			if n > 0 {
				s.having[leaf]++
			}
		}
	}
	s.parts = append(s.parts, t)
}

// addChampions takes in the best of a segment instead of all.
func (s *scores) addChampions(i int, best []champion, having uint32) {
	t := tallied{view: i, counts: make([][]float64, 1)}
	for _, x := range best {
		t.docs = append(t.docs, x.doc)
		t.counts[0] = append(t.counts[0], x.tally)
	}
	s.having[0] += int(having)
	s.parts = append(s.parts, t)
}

// tally counts what the leaves of a plan find in a set.
func (t *tallied) tally(a *asker, p *query.Plan, set *roaring.Bitmap) {
	for _, part := range p.Parts {
		t.tally(a, part, set)
	}
	if p.Leaf < 0 || p.Op != query.OpLeaf {
		return
	}
	add := t.adder(a.Segment, t.counts[p.Leaf])
	switch {
	case len(p.Words) == 1:
		in := roaring.And(set, a.candidates(p.Words[0]))
		f := a.finder(p.Words[0], a.stem, in.GetCardinality())
		a.chunks(in, func(paragraphs []uint32) {
			for _, x := range f.find(paragraphs) {
				add(uint32(x>>32), 1)
			}
		})
	case len(p.Words) > 1:
		t.near(a, p, set)
	case p.Mention != nil:
		asked := make([]bool, len(a.codes))
		for i, c := range a.codes {
			asked[i] = p.Mention(c.kind, c.code, c.implied)
		}
		eachOf(set, func(paragraph uint32) {
			for _, m := range a.mentions[a.mentionStarts[paragraph]:a.mentionStarts[paragraph+1]] {
				if asked[m>>countBits] {
					add(paragraph, float64(m&maxCount))
				}
			}
		})
	case p.Marks != nil:
		for _, doc := range t.docs {
			_, some := p.Marks.Bookmarked(string(a.id(doc)))
			for _, n := range some {
				at := a.starts[doc] + uint32(n)
				if n >= 0 && at < a.starts[doc+1] && set.Contains(at) {
					add(at, 1)
				}
			}
		}
	}
}

func (t *tallied) near(a *asker, p *query.Plan, set *roaring.Bitmap) {
	in := set
	for _, elements := range p.Words {
		in = roaring.And(in, a.candidates(elements))
	}
	n := a.neighbours(p, in.GetCardinality())
	var add []func(uint32, float64)
	for range p.Words {
		add = append(add, t.adder(a.Segment, t.counts[p.Leaf]))
	}
	a.chunks(in, func(paragraphs []uint32) {
		for term, spots := range n.find(paragraphs) {
			for _, x := range spots {
				add[term](uint32(x>>32), 1)
			}
		}
	})
}

// adder counts for the statement of a paragraph; paragraphs come in order.
func (t *tallied) adder(s *Segment, counts []float64) func(paragraph uint32, n float64) {
	at := 0
	return func(paragraph uint32, n float64) {
		for s.starts[t.docs[at]+1] <= paragraph {
			at++
		}
		if paragraph == s.starts[t.docs[at]] {
			n *= ask.TitleWeight
		}
		counts[at] += n
	}
}

// found gives all statements with their scores.
func (s *scores) found(views []*view, statements int) []found {
	var all []found
	for _, t := range s.parts {
		v := views[t.view]
		for i, doc := range t.docs {
			f := found{view: t.view, doc: doc}
			length := -1
			for leaf, counts := range t.counts {
				if counts[i] == 0 {
					continue
				}
				if length < 0 {
					length = v.length(doc)
				}
				f.score += ask.Weight(statements, s.having[leaf]) * ask.Saturation(counts[i], length)
			}
			all = append(all, f)
		}
	}
	return all
}

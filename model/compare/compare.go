// Package compare aligns the paragraphs of two statements by what they say,
// and shows which words changed.
//
// Diplomatic texts of a series repeat their formulas, move them, join two
// paragraphs into one and drop a third without a word. A comparison line by
// line shows such a text as wholly new; this one pairs paragraphs by the word
// sequences they share, wherever they stand.
//
// Every paragraph of both sides appears in exactly one pair. Comparing B with
// A gives the mirror image of comparing A with B.
package compare

import (
	"slices"

	"cstoread/model/similar"
)

// Kind says how a pair's two sides differ.
type Kind string

// The kinds of pairs.
const (
	Same     Kind = "same"
	Reworded Kind = "reworded"
	// Merged: several paragraphs of A are one in B. Split is its mirror.
	Merged Kind = "merged"
	Split  Kind = "split"
	OnlyA  Kind = "only in A"
	OnlyB  Kind = "only in B"
)

// Pair is one paragraph, or several that were joined or divided, on each side.
type Pair struct {
	Kind Kind
	// A and B are paragraph numbers, from 1; one side of OnlyA and OnlyB is
	// empty.
	A, B []int
	// Moved says that the pair stands in another order than its neighbours.
	Moved bool
	// Likeness is the part of the word sequences that both sides have, 0 to 1.
	Likeness float64
	// Words are the differences within a reworded, merged or split pair.
	Words []Edit
}

// Result is a comparison of two statements.
type Result struct {
	// Pairs are in the order of A, with what only B has after the pair that
	// it follows in B.
	Pairs []Pair
	// Likeness is that of the two texts as a whole, 0 to 1.
	Likeness float64
	// Bounded says that the texts are so long that paragraphs were looked for
	// only among those that share a rare word sequence with them.
	Bounded bool
}

// Equal says that both sides say the same in the same order.
func (r Result) Equal() bool {
	for _, p := range r.Pairs {
		if p.Kind != Same || p.Moved {
			return false
		}
	}
	return true
}

// The likenesses by which paragraphs are paired. Below pairing two paragraphs
// share no more than a formula; contained is the part of a paragraph that
// another must hold for it to have been joined into it.
const (
	pairing   = 0.2
	contained = 0.6
)

// maxCells bounds the table of likenesses: beyond it (about 2,000 paragraphs
// on either side) only candidates that share a rare sequence are compared, so
// that the work stays below quadratic.
const maxCells = 4_000_000

// Texts compares two lists of paragraphs.
func Texts(a, b []string) Result {
	// Ties are broken by position, which is not the same seen from the other
	// side; so the work is always done from the same side and turned round.
	if slices.Compare(a, b) > 0 {
		return mirror(align(newSide(b), newSide(a)))
	}
	return align(newSide(a), newSide(b))
}

// side is one text prepared.
type side struct {
	text     []string
	shingles [][]uint64
	bag      [][]uint64 // of words, sorted
	same     []uint64
}

func newSide(text []string) side {
	s := side{text: text}
	for _, t := range text {
		w := similar.Words(t)
		s.bag = append(s.bag, bagOf(w))
		s.shingles = append(s.shingles, similar.Shingles(w))
		s.same = append(s.same, similar.Same(t))
	}
	return s
}

func bagOf(words []string) []uint64 {
	out := make([]uint64, len(words))
	for i, w := range words {
		out[i] = similar.Same(w)
	}
	slices.Sort(out)
	return out
}

func align(a, b side) Result {
	m := newMatcher(a, b)
	m.identical()
	m.favourites()
	m.inOrder()
	m.anywhere()
	m.joined()
	r := Result{Pairs: m.pairs(), Bounded: m.bounded}
	r.Likeness = similar.Resemblance(slices.Concat(a.shingles...), slices.Concat(b.shingles...))
	return r
}

// mirror turns a comparison round: A becomes B. The pairs are put into the
// order of the new A.
func mirror(r Result) Result {
	for i := range r.Pairs {
		p := &r.Pairs[i]
		p.A, p.B = p.B, p.A
		switch p.Kind {
		case Merged:
			p.Kind = Split
		case Split:
			p.Kind = Merged
		case OnlyA:
			p.Kind = OnlyB
		case OnlyB:
			p.Kind = OnlyA
		}
		p.Words = mirrorWords(p.Words)
	}
	r.Pairs = order(r.Pairs)
	return r
}

// order sorts pairs by A. What only B has comes after the pair that holds the
// paragraph before it in B, and after what only A has there: first what went,
// then what came.
func order(pairs []Pair) []Pair {
	var withA, onlyB []Pair
	for _, p := range pairs {
		if len(p.A) > 0 {
			withA = append(withA, p)
		} else {
			onlyB = append(onlyB, p)
		}
	}
	slices.SortFunc(withA, func(x, y Pair) int { return x.A[0] - y.A[0] })
	slices.SortFunc(onlyB, func(x, y Pair) int { return x.B[0] - y.B[0] })
	// after holds the runs of such paragraphs by the one before them in B, 0
	// for none.
	after := map[int][]Pair{}
	head, previous := 0, -1
	for _, p := range onlyB {
		if p.B[0]-1 != previous {
			head = p.B[0] - 1
		}
		after[head] = append(after[head], p)
		previous = p.B[0]
	}
	out := make([]Pair, 0, len(pairs))
	pending := after[0]
	for _, p := range withA {
		if len(p.B) > 0 {
			out = append(out, pending...)
			pending = nil
		}
		out = append(out, p)
		for _, n := range p.B {
			pending = append(pending, after[n]...)
		}
	}
	return append(out, pending...)
}

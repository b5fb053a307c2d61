package query

import "strings"

// nearby finds words with at most so many others between each and the next.
type nearby struct {
	terms  []sequence
	within []int
}

// place is where one term was found, also counted in words.
type place struct {
	p, start, end int
	first, after  int // its first word, and the one after its last
}

// visit calls each for every hit of a term that takes part.
func (n nearby) visit(r *run, t *Text, each func(p, start, end int) bool) {
	found := make([][]place, len(n.terms))
	for i, term := range n.terms {
		if found[i] = term.places(r, t); len(found[i]) == 0 {
			return
		}
		if i > 0 {
			found[i] = among(found[i], found[i-1], n.within[i-1])
		}
	}
	// A hit counts when it has a neighbour on both sides of the chain; the
	// first pass looked to the left, this one looks to the right.
	for i := len(n.terms) - 2; i >= 0; i-- {
		found[i] = among(found[i], found[i+1], n.within[i])
	}
	skip := -1
	for _, places := range found {
		for _, x := range places {
			if x.p != skip && !each(x.p, x.start, x.end) {
				skip = x.p
			}
		}
		skip = -1
	}
}

func (s sequence) places(r *run, t *Text) []place {
	var all []place
	p, at, count := -1, 0, 0
	s.visit(r, t, func(q, start, end int) bool {
		if q != p {
			p, at, count = q, int(t.bounds[q]), 0
		}
		count += strings.Count(t.plain[at:start], " ")
		at = start
		all = append(all, place{q, start, end, count, count + 1 + strings.Count(t.plain[start:end], " ")})
		return true
	})
	return all
}

// among keeps the places that have one of others within so many words.
func among(places, others []place, within int) []place {
	var kept []place
	from := 0
	for _, x := range places {
		for from < len(others) && others[from].p < x.p {
			from++
		}
		for _, y := range others[from:] {
			if y.p > x.p {
				break
			}
			if x.first >= y.after && x.first-y.after <= within || y.first >= x.after && y.first-x.after <= within {
				kept = append(kept, x)
				break
			}
		}
	}
	return kept
}

package index

import "cstoread/model/query"

// neighbours finds the words of a proximity.
type neighbours struct {
	terms  []*finder
	size   []spot // words of each
	within []int
	found  [][]spot
}

func (a *asker) neighbours(p *query.Plan, candidates uint64) *neighbours {
	n := &neighbours{within: p.Within, found: make([][]spot, len(p.Words))}
	for _, elements := range p.Words {
		n.terms = append(n.terms, a.finder(elements, a.stem, candidates))
		n.size = append(n.size, spot(len(elements)))
	}
	return n
}

// find gives, for each word, the spots that take part, in order; they are good
// until the next call. A spot counts when it has a neighbour on both sides of
// the chain: the first pass looks to the left, the second to the right.
func (n *neighbours) find(paragraphs []uint32) [][]spot {
	for i, term := range n.terms {
		n.found[i] = term.find(paragraphs)
		if i > 0 {
			n.found[i] = among(n.found[i], n.size[i], n.found[i-1], n.size[i-1], spot(n.within[i-1]))
		}
	}
	for i := len(n.terms) - 2; i >= 0; i-- {
		n.found[i] = among(n.found[i], n.size[i], n.found[i+1], n.size[i+1], spot(n.within[i]))
	}
	return n.found
}

// among keeps the spots that have one of others within so many words in their
// paragraph. The sizes are how many words each takes.
func among(spots []spot, size spot, others []spot, otherSize, within spot) []spot {
	kept := spots[:0]
	from := 0
	for _, x := range spots {
		for from < len(others) && others[from]+otherSize+within < x {
			from++
		}
		for _, y := range others[from:] {
			if y > x+size+within {
				break
			}
			if x>>32 == y>>32 && (x >= y+otherSize && x-y-otherSize <= within || y >= x+size && y-x-size <= within) {
				kept = append(kept, x)
				break
			}
		}
	}
	return kept
}

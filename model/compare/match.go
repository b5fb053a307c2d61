package compare

import (
	"cmp"
	"slices"

	"cstoread/model/similar"
)

// matcher pairs the paragraphs of two sides, step by step: what is the same,
// what is clearly alike, what is alike in the same order, what is alike
// elsewhere, what was joined.
type matcher struct {
	a, b side
	// toB[i] are the paragraphs of B that belong to i of A, and toA the other
	// way; both count from 0.
	toB, toA [][]int
	// cells are the possible pairs, with their likeness.
	cells   []cell
	bounded bool
}

func newMatcher(a, b side) *matcher {
	m := &matcher{a: a, b: b, toB: make([][]int, len(a.text)), toA: make([][]int, len(b.text))}
	m.likenesses()
	return m
}

// best is how many partners of a paragraph are remembered, the most alike
// ones. A text made of one formula over and over would otherwise give as many
// possible pairs as its square.
const best = 16

// likenesses finds the possible pairs. An inverted index of shingles counts
// what each two paragraphs share, so that those which share nothing cost
// nothing. In very long texts a shingle that stands in many paragraphs is
// left out of it: it is a formula and tells nothing.
func (m *matcher) likenesses() {
	where := map[uint64][]int{}
	size := make([]int, len(m.b.text))
	for j, shingles := range m.b.shingles {
		distinct := unique(shingles)
		size[j] = len(distinct)
		for _, s := range distinct {
			where[s] = append(where[s], j)
		}
	}
	m.bounded = len(m.a.text)*len(m.b.text) > maxCells
	shared := make([]int, len(m.b.text))
	byB := make([][]cell, len(m.b.text))
	chosen := map[[2]int]bool{}
	for i, shingles := range m.a.shingles {
		distinct := unique(shingles)
		var touched []int
		for _, s := range distinct {
			if m.bounded && len(where[s]) > 20 {
				continue
			}
			for _, j := range where[s] {
				if shared[j] == 0 {
					touched = append(touched, j)
				}
				shared[j]++
			}
		}
		var byA []cell
		for _, j := range touched {
			sequences := float64(shared[j]) / float64(len(distinct)+size[j]-shared[j])
			shared[j] = 0
			if l := m.likeness(i, j, sequences); l >= pairing {
				byA = keepBest(byA, cell{i, j, l})
				byB[j] = keepBest(byB[j], cell{i, j, l})
			}
		}
		m.choose(byA, chosen)
	}
	for _, cells := range byB {
		m.choose(cells, chosen)
	}
}

func (m *matcher) choose(cells []cell, chosen map[[2]int]bool) {
	for _, c := range cells {
		if key := [2]int{c.i, c.j}; !chosen[key] {
			chosen[key] = true
			m.cells = append(m.cells, c)
		}
	}
}

// keepBest adds a cell to the best ones so far, which are in falling order; of
// equals the earlier stays.
func keepBest(cells []cell, c cell) []cell {
	at := len(cells)
	for at > 0 && cells[at-1].weight < c.weight {
		at--
	}
	if at >= best {
		return cells
	}
	cells = slices.Insert(cells, at, c)
	return cells[:min(len(cells), best)]
}

func unique(in []uint64) []uint64 {
	out := slices.Clone(in)
	slices.Sort(out)
	return slices.Compact(out)
}

// likeness weighs sequences of three words and single words: the former tell
// formulas from chance, the latter keep short paragraphs with one changed word
// together.
func (m *matcher) likeness(i, j int, sequences float64) float64 {
	if m.a.same[i] == m.b.same[j] {
		return 1
	}
	return min((2*sequences+bag(m.a.bag[i], m.b.bag[j]))/3, 0.999)
}

// bag is the part of the words that two paragraphs share, however ordered; the
// words come as sorted hashes.
func bag(a, b []uint64) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			shared++
			i, j = i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

func (m *matcher) pair(i, j int) {
	m.toB[i] = append(m.toB[i], j)
	m.toA[j] = append(m.toA[j], i)
}

func (m *matcher) free(i, j int) bool { return len(m.toB[i]) == 0 && len(m.toA[j]) == 0 }

// open are the possible pairs of which neither side has a partner yet.
func (m *matcher) open() []cell {
	var out []cell
	for _, c := range m.cells {
		if m.free(c.i, c.j) {
			out = append(out, c)
		}
	}
	return out
}

// identical pairs paragraphs of the same words: those in the same order first
// (a longest common subsequence), then the others by position.
func (m *matcher) identical() {
	for _, p := range common(m.a.same, m.b.same) {
		m.pair(p[0], p[1])
	}
	where := map[uint64][]int{}
	for j, s := range m.b.same {
		if len(m.toA[j]) == 0 {
			where[s] = append(where[s], j)
		}
	}
	for i, s := range m.a.same {
		if js := where[s]; len(m.toB[i]) == 0 && len(js) > 0 {
			m.pair(i, js[0])
			where[s] = js[1:]
		}
	}
}

// A paragraph's clear favourite is at least this much alike, and by this much
// more than any other.
const (
	favouriteLikeness = 0.5
	favouriteMargin   = 0.04
)

// favourites pairs the paragraphs that are each the other's clear favourite,
// in whatever order they stand: two formulas that differ by a country's name
// only have changed places, and were not both reworded.
func (m *matcher) favourites() {
	open := m.open()
	byA := map[int][2]float64{}
	byB := map[int][2]float64{}
	for _, c := range open {
		byA[c.i] = two(byA[c.i], c.weight)
		byB[c.j] = two(byB[c.j], c.weight)
	}
	clear := func(weight float64, best [2]float64) bool {
		return weight == best[0] && weight >= best[1]+favouriteMargin
	}
	for _, c := range open {
		if c.weight >= favouriteLikeness && clear(c.weight, byA[c.i]) && clear(c.weight, byB[c.j]) {
			m.pair(c.i, c.j)
		}
	}
}

// two keeps the two greatest weights.
func two(best [2]float64, weight float64) [2]float64 {
	switch {
	case weight > best[0]:
		return [2]float64{weight, best[0]}
	case weight > best[1]:
		return [2]float64{best[0], weight}
	}
	return best
}

// inOrder pairs what is left so that the sum of likenesses is greatest and no
// two pairs cross, among those that also do not cross the identical ones that
// stand in order.
func (m *matcher) inOrder() {
	for _, c := range heaviest(m.open()) {
		m.pair(c.i, c.j)
	}
}

// anywhere pairs what is left, the most alike first.
func (m *matcher) anywhere() {
	rest := m.open()
	slices.SortFunc(rest, func(x, y cell) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, c := range rest {
		if m.free(c.i, c.j) {
			m.pair(c.i, c.j)
		}
	}
}

// joined finds, for each paragraph without a partner, a neighbour's partner
// that holds most of it: two paragraphs that were made one.
func (m *matcher) joined() {
	for i := range m.a.text {
		if len(m.toB[i]) == 0 {
			if j, ok := m.holder(i, m.toB, m.toA, m.a.shingles, m.b.shingles); ok {
				m.pair(i, j)
			}
		}
	}
	for j := range m.b.text {
		if len(m.toA[j]) == 0 {
			if i, ok := m.holder(j, m.toA, m.toB, m.b.shingles, m.a.shingles); ok {
				m.pair(i, j)
			}
		}
	}
}

// holder is the paragraph of the other side that holds most of paragraph i and
// belongs to a direct neighbour of it, and to no paragraph that itself has
// several: groups stay many-to-one.
func (m *matcher) holder(i int, mine, theirs [][]int, own, other [][]uint64) (int, bool) {
	if len(own[i]) < 3 {
		return 0, false
	}
	for _, neighbour := range []int{i - 1, i + 1} {
		if neighbour < 0 || neighbour >= len(mine) || len(mine[neighbour]) != 1 {
			continue
		}
		at := mine[neighbour][0]
		if similar.Containment(other[at], own[neighbour]) > 1-contained/2 {
			// The neighbour alone accounts for it: this is a repetition.
			continue
		}
		consecutive := true
		for _, back := range theirs[at] {
			consecutive = consecutive && len(mine[back]) == 1
		}
		if consecutive && similar.Containment(own[i], other[at]) >= contained {
			return at, true
		}
	}
	return 0, false
}

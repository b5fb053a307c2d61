package compare

import (
	"slices"
	"strings"
)

// pairs makes the result of what was matched.
func (m *matcher) pairs() []Pair {
	var out []Pair
	done := make([]bool, len(m.b.text))
	for i := range m.a.text {
		switch js := m.toB[i]; {
		case len(js) == 0:
			out = append(out, Pair{Kind: OnlyA, A: []int{i + 1}})
		case len(js) > 1:
			out = append(out, m.group([]int{i}, js))
			for _, j := range js {
				done[j] = true
			}
		case !done[js[0]]:
			out = append(out, m.group(m.toA[js[0]], js))
			done[js[0]] = true
		}
	}
	for j := range m.b.text {
		if !done[j] {
			out = append(out, Pair{Kind: OnlyB, B: []int{j + 1}})
		}
	}
	markMoved(out)
	return order(out)
}

// group makes the pair of the paragraphs is of A and js of B.
func (m *matcher) group(is, js []int) Pair {
	slices.Sort(is)
	slices.Sort(js)
	p := Pair{}
	var left, right []string
	for _, i := range is {
		p.A = append(p.A, i+1)
		left = append(left, m.a.text[i])
	}
	for _, j := range js {
		p.B = append(p.B, j+1)
		right = append(right, m.b.text[j])
	}
	switch {
	case len(is) > 1:
		p.Kind = Merged
	case len(js) > 1:
		p.Kind = Split
	case m.a.same[is[0]] == m.b.same[js[0]]:
		p.Kind, p.Likeness = Same, 1
		return p
	default:
		p.Kind = Reworded
	}
	p.Words = Words(strings.Join(left, " "), strings.Join(right, " "))
	p.Likeness = kept(p.Words)
	return p
}

// markMoved marks the pairs outside the longest run that is in order on both
// sides, counted by pairs: what moved is the fewer.
func markMoved(pairs []Pair) {
	var cells []cell
	var at []int
	for n, p := range pairs {
		if len(p.A) > 0 && len(p.B) > 0 {
			cells = append(cells, cell{p.A[0], p.B[0], 1})
			at = append(at, n)
		}
	}
	inOrder := map[[2]int]bool{}
	for _, c := range heaviest(slices.Clone(cells)) {
		inOrder[[2]int{c.i, c.j}] = true
	}
	for k, c := range cells {
		pairs[at[k]].Moved = !inOrder[[2]int{c.i, c.j}]
	}
}

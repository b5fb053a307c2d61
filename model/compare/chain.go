package compare

import (
	"cmp"
	"slices"
)

// cell is a possible pair and how alike it is.
type cell struct {
	i, j   int
	weight float64
}

// heaviest finds the chain of cells, each beyond the one before it on both
// sides, with the greatest sum of weights. It takes n log n for n cells: a
// Fenwick tree over j holds the best chain that ends at or before it.
func heaviest(cells []cell) []cell {
	// Within one i the later j come first, so that no chain takes two cells of
	// the same i.
	slices.SortFunc(cells, func(x, y cell) int {
		return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(y.j, x.j))
	})
	most := 0
	for _, c := range cells {
		most = max(most, c.j+1)
	}
	tree := make([]int, most+1) // index of the best chain's last cell, plus one
	sum := make([]float64, len(cells))
	before := make([]int, len(cells))
	best := -1
	for n, c := range cells {
		last := 0
		for at := c.j; at > 0; at -= at & -at {
			if t := tree[at]; t > 0 && (last == 0 || sum[t-1] > sum[last-1]) {
				last = t
			}
		}
		sum[n], before[n] = c.weight, last-1
		if last > 0 {
			sum[n] += sum[last-1]
		}
		for at := c.j + 1; at <= most; at += at & -at {
			if t := tree[at]; t == 0 || sum[n] > sum[t-1] {
				tree[at] = n + 1
			}
		}
		if best < 0 || sum[n] > sum[best] {
			best = n
		}
	}
	var chain []cell
	for n := best; n >= 0; n = before[n] {
		chain = append(chain, cells[n])
	}
	slices.Reverse(chain)
	return chain
}

// common is a longest common subsequence of two lists, as pairs of positions
// (Hunt and Szymanski, 1977): the heaviest chain of equal elements. Lists with
// very many equal elements are thinned to keep it from going quadratic.
func common[T comparable](a, b []T) [][2]int {
	where := map[T][]int{}
	for j, v := range b {
		where[v] = append(where[v], j)
	}
	var cells []cell
	for i, v := range a {
		js := where[v]
		if len(a)*len(js) > maxCells {
			js = js[:min(len(js), 8)]
		}
		for _, j := range js {
			cells = append(cells, cell{i, j, 1})
		}
	}
	var out [][2]int
	for _, c := range heaviest(cells) {
		out = append(out, [2]int{c.i, c.j})
	}
	return out
}

package ask

import (
	"cmp"
	"math"
	"slices"

	"cstoread/model/fold"
)

// tally counts, for one hit, how often each thing asked for is found in the
// matching paragraphs.
type tally []float64

// titleWeight is how many times a hit in the title counts.
const titleWeight = 3

func (g *gathering) tally(d *doc, paragraphs []int) tally {
	counts := make(tally, g.runner.matcher.Leaves())
	t := d.text()
	if t == nil || len(counts) == 0 {
		return counts
	}
	g.runner.run.Hits(t, paragraphs, func(leaf int, inTitle bool) {
		if inTitle {
			counts[leaf] += titleWeight
		} else {
			counts[leaf]++
		}
	})
	return counts
}

// score gives each hit the sum, over the things asked for, of
//
//	log(1 + N/n) * f/(f + 1.2)
//
// where N is how many statements there are, n how many of the hits have the
// thing, and f how often this one has it, in the title three times: rare
// things weigh more than common ones, and the tenth time adds little.
func score(hits []Hit, tallies []tally, statements int) {
	if len(hits) == 0 {
		return
	}
	having := make([]float64, len(tallies[0]))
	for _, t := range tallies {
		for i, f := range t {
			if f > 0 {
				having[i]++
			}
		}
	}
	for i := range hits {
		for j, f := range tallies[i] {
			if f > 0 {
				hits[i].Score += math.Log(1+float64(statements)/having[j]) * f / (f + 1.2)
			}
		}
	}
}

// order sorts hits that are newest first, undated ones last. Equal ones stay
// in that order.
func order(hits []Hit, by Sort) {
	switch by {
	case SortOldest:
		slices.SortStableFunc(hits, func(a, b Hit) int {
			if a.Header.Date.IsZero() != b.Header.Date.IsZero() {
				// What is not dated is last either way.
				return cmp.Compare(b.Header.Date.Year, a.Header.Date.Year)
			}
			return a.Header.Date.Compare(b.Header.Date)
		})
	case SortTitle:
		folded := make(map[string]string, len(hits))
		for i := range hits {
			folded[hits[i].Header.ID] = fold.String(hits[i].Header.Title)
		}
		slices.SortStableFunc(hits, func(a, b Hit) int {
			return cmp.Compare(folded[a.Header.ID], folded[b.Header.ID])
		})
	case SortRelevance:
		slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	}
}

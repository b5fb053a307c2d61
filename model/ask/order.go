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

// TitleWeight is how many times a hit in the title counts.
const TitleWeight = 3

func (g *gathering) tally(d *doc, paragraphs []int) tally {
	counts := make(tally, g.runner.matcher.Leaves())
	t := d.text()
	if t == nil {
		g.lengths = append(g.lengths, 0)
		return counts
	}
	g.lengths = append(g.lengths, t.Length())
	g.runner.run.Hits(t, g.source, paragraphs, func(leaf int, inTitle bool) {
		if inTitle {
			counts[leaf] += TitleWeight
		} else {
			counts[leaf]++
		}
	})
	return counts
}

// score gives each hit the sum, over the things asked for, of
// Weight(N, n) * Saturation(f, words), where N is how many statements there
// are, n how many of the hits have the thing, and f how often this one has it
// in its matching paragraphs, in the title TitleWeight times. That is BM25
// (Robertson and Zaragoza, 2009) but for the average length, which is a
// constant, so that a score does not change when other statements are added.
func score(hits []Hit, tallies []tally, lengths []int, statements int) {
	if len(hits) == 0 {
		return
	}
	having := make([]int, len(tallies[0]))
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
				hits[i].Score += Weight(statements, having[j]) * Saturation(f, lengths[i])
			}
		}
	}
}

// Weight is how much a thing tells that n of N statements have: rare things
// weigh more than common ones, and none less than nothing.
func Weight(statements, having int) float64 {
	return math.Log(1 + (float64(statements-having)+0.5)/(float64(having)+0.5))
}

// Saturation is how much it counts that a statement of so many words has a
// thing f times: the tenth time adds little, and less is meant by it in a long
// text than in a short one.
func Saturation(f float64, words int) float64 {
	const (
		k1      = 1.2
		b       = 0.4 // formulas are repeated in long statements on purpose
		average = 400 // words
	)
	return f * (k1 + 1) / (f + k1*(1-b+b*float64(words)/average))
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

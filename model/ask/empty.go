package ask

import (
	"context"

	"cstoread/model/query"
)

// Way is a way out of an empty answer: the query without one of its parts, or
// in a wider scope, and what it would find.
type Way struct {
	// Chip is the part that is dropped, as query.Query.Chips counts them, or
	// -1 where the scope is widened instead.
	Chip       int
	Query      query.Query
	Statements Total
	Paragraphs Total
}

// Wider says that the way is to look for the parts in a whole statement
// rather than in one paragraph.
func (w Way) Wider() bool { return w.Chip < 0 }

// Emptied says which parts of a question's query leave it without an answer:
// for each top-level part, what would be found without it, and last what the
// wider scope would find where that is something else. Parts without which
// there is still nothing are listed too, with totals of 0. Errors are the
// engine's.
func Emptied(ctx context.Context, e Engine, q Question) ([]Way, error) {
	var ways []Way
	parts := q.Query.Parts()
	for i := range parts {
		ways = append(ways, Way{Chip: i, Query: q.Query.WithoutChip(i)})
	}
	if !q.Query.Wide && len(parts) > 1 {
		wide := q.Query
		wide.Wide, wide.Problems = true, nil
		ways = append(ways, Way{Chip: -1, Query: wide})
	}
	for i := range ways {
		a, err := e.Ask(ctx, bare(q, ways[i].Query))
		if err != nil {
			return nil, err
		}
		ways[i].Statements, ways[i].Paragraphs = a.Statements, a.Paragraphs
	}
	return ways, nil
}

// bare is a question for totals alone.
func bare(q Question, x query.Query) Question {
	q.Query, q.Sort, q.Limit, q.Facets = x, SortDate, 1, nil
	return q
}

// Nearest gives the query most like a question's that finds something: in the
// wider scope if that does, else without the part that costs least (the one
// without which the fewest are found), else without as many parts as need be,
// the last ones first. ok is false when nothing at all is found, or when the
// query is that of everything already.
func Nearest(ctx context.Context, e Engine, q Question) (w Way, ok bool, err error) {
	ways, err := Emptied(ctx, e, q)
	if err != nil {
		return Way{}, false, err
	}
	for _, w := range ways {
		if w.Wider() && w.Statements.N > 0 {
			return w, true, nil
		}
	}
	best := -1
	for i, w := range ways {
		if w.Statements.N > 0 && !w.Query.IsZero() && (best < 0 || w.Statements.N < ways[best].Statements.N) {
			best = i
		}
	}
	if best >= 0 {
		return ways[best], true, nil
	}
	x := q.Query
	for n := len(x.Parts()) - 1; n > 0; n-- {
		x = x.WithoutChip(n)
		a, err := e.Ask(ctx, bare(q, x))
		if err != nil {
			return Way{}, false, err
		}
		if a.Statements.N > 0 {
			return Way{Chip: n, Query: x, Statements: a.Statements, Paragraphs: a.Paragraphs}, true, nil
		}
	}
	return Way{}, false, nil
}

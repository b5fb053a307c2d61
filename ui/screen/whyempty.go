package screen

import (
	"context"
	"fmt"

	"cstoread/model/ask"
	"cstoread/model/query"
)

// whyEmpty says which part of a query empties it: the first that is found
// nowhere, or else what leaving one out would find.
func whyEmpty(ctx context.Context, e ask.Engine, q ask.Question, name func(query.Field, string) string) string {
	found := func(x query.Query) int {
		y := q
		y.Query, y.Limit, y.Facets = x, 1, nil
		a, err := e.Ask(ctx, y)
		if err != nil {
			return 0
		}
		return a.Statements.N
	}
	chips := q.Query.Chips(name)
	if len(chips) < 2 {
		return "It is found in no statement."
	}
	for i, part := range q.Query.Parts() {
		if found(query.Query{Root: part}) == 0 {
			return fmt.Sprintf("Nothing has %s.", chips[i].Label)
		}
	}
	for i := range chips {
		if n := found(q.Query.WithoutChip(i)); n > 0 {
			return fmt.Sprintf("Without %s: %s.", chips[i].Label, count(n, "statement"))
		}
	}
	return "No two of its parts meet."
}

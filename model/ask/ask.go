// Package ask is the one way to put a query to the library, whatever answers
// it: the screen and the commands build a Question, hand it to an Engine and
// show its Answer, so that the same query gives the same result everywhere.
package ask

import (
	"context"

	"cstoread/model"
	"cstoread/model/query"
)

// Sort is the order of an answer's hits.
type Sort string

// The orders there are. The zero value is newest first.
const (
	SortDate      Sort = "date"
	SortOldest    Sort = "oldest"
	SortTitle     Sort = "title"
	SortRelevance Sort = "relevance"
)

// Question is a query with the form in which its answer is wanted.
type Question struct {
	Query query.Query
	Sort  Sort
	// Limit is the greatest number of hits to return; 0 returns all. Totals
	// and facet counts are not limited by it.
	Limit int
	// Facets lists the fields whose values are to be counted.
	Facets []query.Field
	// Implied lets facets of countries match implied mentions too.
	Implied bool
}

// Hit is a statement that matches, with the paragraphs that do.
type Hit struct {
	Header model.Header
	// Paragraphs are the numbers of the matching paragraphs, in order; 0 is
	// the title. A query for nothing in particular matches all of them.
	Paragraphs []int
	// Score orders hits by relevance; its scale is the engine's own.
	Score float64
}

// Total is a count and whether it is exact or only a lower bound.
type Total struct {
	N     int
	Exact bool
}

// FacetCount says how often a value of a facet occurs in the matching
// paragraphs.
type FacetCount struct {
	Code string
	// Statements and Paragraphs contain a mention of Code; Mentions is how
	// many there are. For facets of the document the last two are 0.
	Statements, Paragraphs, Mentions int
}

// Answer is what an engine found.
type Answer struct {
	Hits       []Hit
	Statements Total
	Paragraphs Total
	// Facets holds the counts asked for, most frequent first, ties by code.
	Facets map[query.Field][]FacetCount
}

// Engine answers questions. Implementations are safe for concurrent use and
// stop early, with ctx's error, when ctx is done.
type Engine interface {
	Ask(ctx context.Context, q Question) (Answer, error)
}

// Package ask is the one way to put a query to the library, whatever answers
// it: the screen and the commands build a Question, hand it to an Engine and
// show its Answer, so that the same query gives the same result everywhere.
//
// Scan is the engine that looks through all statements. What can be said of
// any engine's answers, such as why one is empty, is said here too. How a
// query is held against one statement is package query's matter.
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

// Sorts lists the orders in the order in which menus and help show them.
func Sorts() []Sort { return []Sort{SortDate, SortOldest, SortTitle, SortRelevance} }

// Question is a query with the form in which its answer is wanted.
type Question struct {
	Query query.Query
	Sort  Sort
	// Limit is the greatest number of hits to return; 0 returns all. Totals
	// and facet counts are not limited by it.
	Limit int
	// Facets lists the fields whose values are to be counted: country, topic,
	// instrument, resolution, kind, issuer, place, language and year.
	Facets []query.Field
	// Free counts each of Facets as if the query's own top-level parts about
	// that very field were not there, so that a picker can offer the values
	// beside those picked already.
	Free bool
	// Implied lets facets of countries, topics and instruments match and
	// count implied mentions too.
	Implied bool
	// Today is the day from which added:7d is counted back.
	Today model.Date
	// Marks answers is:unread and the like; it may be nil.
	Marks query.Marks
	// Stem makes ~word find all forms of a word; nil leaves it to the engine.
	Stem func(word string) string
}

// Options are what the question tells a matcher.
func (q Question) Options() query.Options {
	return query.Options{Implied: q.Implied, Today: q.Today, Marks: q.Marks, Stem: q.Stem}
}

// Hit is a statement that matches, with the paragraphs that do.
type Hit struct {
	Header model.Header
	// Paragraphs are the numbers of the matching paragraphs, in order; 0 is
	// the title. A query for nothing in particular matches all of them. The
	// slice is shared and must not be changed.
	Paragraphs []int
	// Score orders hits by relevance; its scale is the engine's own. It is 0
	// unless that order was asked for.
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
	// Code is the value in the form in which query.Query.With takes it. Of
	// topics, the upper level is counted.
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
	// Unread are the errors of statements that could not be read and are
	// missing from the answer.
	Unread []error
}

// Engine answers questions. Implementations are safe for concurrent use and
// stop early, with ctx's error, when ctx is done. When it was the deadline
// that passed, the answer holds what had been found by then, with totals that
// are not exact.
type Engine interface {
	Ask(ctx context.Context, q Question) (Answer, error)
}

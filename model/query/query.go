// Package query is the one language in which the filter line, the pickers and
// the commands ask for paragraphs.
//
// A query is a tree. Its leaves hold or do not hold for one paragraph of one
// statement (the title is paragraph 0), and a statement matches when one of
// its paragraphs does. Leaves about the document (kind, issuer, place, year,
// language) hold for all paragraphs of a statement alike. scope:statement
// widens the rest to the whole statement.
//
// The language, as people type it:
//
//	territorial integrity      both words, anywhere in the paragraph
//	"territorial integrity"    the phrase; punctuation between words is ignored
//	destabil*  *stabil*        any word of that shape; "the * of war" any one word
//	~withdraw                  any form of the word (withdrew is another word)
//	"no first use" near:5 arms at most five words between the two
//	/S\/RES\/\d{4}/            a regular expression over the text as it stands
//	country:Syria,LY           one of the two; values with spaces are quoted
//	year:2015..2020            both years included; 2015.. and ..2020 are open
//	after:2019 before:2019-12  from the first day of 2019 on, until November
//	-topic:terror  NOT war     without
//	Syria OR Libya (…)         parentheses group; a space is AND and binds
//	                           tighter than OR
//	scope:statement            the parts may be met by different paragraphs
//	@gulf                      the query saved under that name
//
// AND, OR and NOT are operators in capitals only. A field may be shortened to
// any beginning that no other field shares (c:, lang:, res:).
//
// This package parses, prints and changes queries and says where they match.
// It does not know where statements come from; package ask does.
package query

// Query is a parsed query. Its zero value matches everything.
type Query struct {
	// Root is nil when nothing is asked for.
	Root Node
	// Wide is set by scope:statement: the parts of the query may be met by
	// different paragraphs, and a negated part by none.
	Wide bool
	// Problems are the mistakes found, in the order of the text; the parts
	// that hold none still work.
	Problems []Problem
}

// Problem is a mistake in a query's text, shown where it is.
type Problem struct {
	// Start and End are byte offsets into the text that was parsed.
	Start, End int
	// Message says what was expected, in one line.
	Message string
}

// IsZero says that the query asks for nothing in particular.
func (q Query) IsZero() bool { return q.Root == nil }

// Parts are the top-level parts of the query, all of which must hold.
func (q Query) Parts() []Node {
	switch n := q.Root.(type) {
	case nil:
		return nil
	case And:
		return n.Nodes
	}
	return []Node{q.Root}
}

// withParts is q with other top-level parts. Its problems belong to a text
// that is no longer this query's, so they are left behind.
func (q Query) withParts(parts []Node) Query {
	return Query{Root: and(parts...), Wide: q.Wide}
}

// Terms lists the words and phrases that the query asks for, in order,
// without those that it excludes.
func (q Query) Terms() []Word {
	var terms []Word
	walk(q.Root, false, func(n Node, negated bool) {
		if w, ok := n.(Word); ok && !negated {
			terms = append(terms, w)
		}
	})
	return terms
}

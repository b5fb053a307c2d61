package query

import (
	"slices"
	"strings"
)

// Chip is a top-level part of a query as the screen shows it: a small label
// that can be taken away.
type Chip struct {
	Kind    ChipKind
	Label   string
	Negated bool
	// Field and Codes say what a chip of ChipFacet is about.
	Field Field
	Codes []string
}

// ChipKind says what sort of part a chip stands for.
type ChipKind string

// The kinds of chips.
const (
	ChipWord   ChipKind = "word"   // a word, phrase, proximity or expression
	ChipFacet  ChipKind = "facet"  // values of one field
	ChipSaved  ChipKind = "saved"  // @name
	ChipChoice ChipKind = "choice" // anything that took OR or parentheses
	ChipScope  ChipKind = "scope"  // scope:statement; always the last
)

// Chips lists the top-level parts of q, then its scope if that is wide. name
// gives the printed name of a code ("SY" is "Syria"); it may be nil, and
// where it returns "" the value is shown as typed.
func (q Query) Chips(name func(f Field, code string) string) []Chip {
	var chips []Chip
	for _, n := range q.Parts() {
		chips = append(chips, chip(n, name))
	}
	if q.Wide {
		chips = append(chips, Chip{Kind: ChipScope, Label: "whole statement", Field: FieldScope})
	}
	return chips
}

func chip(n Node, name func(Field, string) string) Chip {
	c := Chip{}
	if inner, ok := n.(Not); ok {
		c.Negated, n = true, inner.Node
	}
	if facets := facetsOf(n); facets != nil {
		c.Kind, c.Field = ChipFacet, facets[0].Field
		var labels []string
		for _, f := range facets {
			c.Codes = append(c.Codes, f.Code)
			labels = append(labels, label(f, name))
		}
		c.Label = strings.Join(labels, ", ")
		return c
	}
	c.Label = source(n)
	switch n.(type) {
	case Word, Near, Regexp:
		c.Kind = ChipWord
	case Saved:
		c.Kind = ChipSaved
	default:
		c.Kind = ChipChoice
	}
	return c
}

// label is how a chip shows one value.
func label(f Facet, name func(Field, string) string) string {
	if name != nil {
		if s := name(f.Field, f.Code); s != "" {
			return s
		}
	}
	text := strings.TrimSpace(f.Text)
	switch f.Field {
	case FieldYear:
		return strings.Replace(f.Code, "..", "–", 1)
	case FieldAfter:
		return "since " + text
	case FieldBefore, FieldHas, FieldAdded:
		return string(f.Field) + " " + text
	}
	return text
}

// facetsOf gives the values when n is one facet or several of one field.
func facetsOf(n Node) []Facet {
	switch n := n.(type) {
	case Facet:
		return []Facet{n}
	case Or:
		return values(n)
	}
	return nil
}

// WithoutChip takes away the i-th of Chips.
func (q Query) WithoutChip(i int) Query {
	parts := slices.Clone(q.Parts())
	if i == len(parts) {
		q = q.withParts(parts)
		q.Wide = false
		return q
	}
	if i < 0 || i > len(parts) {
		return q
	}
	return q.withParts(slices.Delete(parts, i, i+1))
}

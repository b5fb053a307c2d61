package query

import "slices"

// Choice says how a query treats one value of a field.
type Choice int

// The choices a picker offers for a value.
const (
	Open Choice = iota
	Included
	Excluded
)

// Choice says whether one of the top-level parts of q asks for a value or
// excludes it.
func (q Query) Choice(f Field, code string) Choice {
	for _, n := range q.Parts() {
		c := chip(n, nil)
		if c.Kind != ChipFacet || c.Field != f || !slices.ContainsFunc(c.Codes, same(f, code)) {
			continue
		}
		if c.Negated {
			return Excluded
		}
		return Included
	}
	return Open
}

// With asks for a value, beside those of the same field that are asked for
// already: any of them will do. A value that was excluded no longer is.
func (q Query) With(f Field, code string) Query {
	return q.choose(f, code, Included)
}

// Exclude asks for what has no such value.
func (q Query) Exclude(f Field, code string) Query {
	return q.choose(f, code, Excluded)
}

// Without neither asks for a value nor excludes it.
func (q Query) Without(f Field, code string) Query {
	return q.choose(f, code, Open)
}

// Toggle asks for a value, or no longer asks for it.
func (q Query) Toggle(f Field, code string) Query {
	if q.Choice(f, code) == Included {
		return q.Without(f, code)
	}
	return q.With(f, code)
}

// WithoutField drops all top-level parts about a field alone, those that
// exclude values too.
func (q Query) WithoutField(f Field) Query {
	parts := slices.DeleteFunc(slices.Clone(q.Parts()), func(n Node) bool {
		c := chip(n, nil)
		return c.Kind == ChipFacet && c.Field == f
	})
	return q.withParts(parts)
}

// WithNode adds a part that must hold too.
func (q Query) WithNode(n Node) Query {
	return q.withParts(append(slices.Clone(q.Parts()), n))
}

func (q Query) choose(f Field, code string, choice Choice) Query {
	value := Facet{Field: f, Code: canonical(f, code), Text: code}
	var parts []Node
	done := choice == Open
	is := same(f, code)
	for _, n := range q.Parts() {
		c := chip(n, nil)
		if c.Kind != ChipFacet || c.Field != f {
			parts = append(parts, n)
			continue
		}
		inner := n
		if not, ok := n.(Not); ok {
			inner = not.Node
		}
		facets := facetsOf(inner)
		home := !done && c.Negated == (choice == Excluded)
		if home && slices.ContainsFunc(c.Codes, is) {
			parts, done = append(parts, n), true
			continue
		}
		facets = slices.DeleteFunc(facets, func(x Facet) bool { return is(x.Code) })
		if home {
			facets, done = append(facets, value), true
		}
		parts = append(parts, group(facets, c.Negated))
	}
	if !done {
		parts = append(parts, group([]Facet{value}, choice == Excluded))
	}
	return q.withParts(parts)
}

// group is the part that asks for one of several values, or for none of them.
func group(facets []Facet, negated bool) Node {
	nodes := make([]Node, len(facets))
	for i, f := range facets {
		nodes[i] = f
	}
	n := or(nodes...)
	if negated {
		n = not(n)
	}
	return n
}

// same tells the codes that mean a value of a field.
func same(f Field, code string) func(string) bool {
	code = canonical(f, code)
	return func(c string) bool { return canonical(f, c) == code }
}

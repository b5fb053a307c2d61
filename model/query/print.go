package query

import (
	"strconv"
	"strings"
	"unicode"
)

// String writes the query in full: Parse gives the same query back, without
// problems.
func (q Query) String() string {
	var b strings.Builder
	write(&b, q.Root)
	if q.Wide {
		if q.Root != nil {
			b.WriteByte(' ')
		}
		b.WriteString("scope:statement")
	}
	return b.String()
}

// source is how one part of a query is written.
func source(n Node) string {
	var b strings.Builder
	write(&b, n)
	return b.String()
}

func write(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case nil:
	case And:
		for i, c := range n.Nodes {
			if i > 0 {
				b.WriteByte(' ')
			}
			writeIn(b, c)
		}
	case Or:
		if facets := values(n); facets != nil {
			writeValues(b, facets)
			return
		}
		for i, c := range n.Nodes {
			if i > 0 {
				b.WriteString(" OR ")
			}
			write(b, c)
		}
	case Not:
		b.WriteByte('-')
		if _, both := n.Node.(And); both {
			b.WriteByte('(')
			write(b, n.Node)
			b.WriteByte(')')
			return
		}
		writeIn(b, n.Node)
	default:
		writeLeaf(b, n)
	}
}

// writeIn writes n where it stands beside other parts or under a negation.
func writeIn(b *strings.Builder, n Node) {
	o, choice := n.(Or)
	if choice {
		choice = values(o) == nil
	}
	if choice {
		b.WriteByte('(')
	}
	write(b, n)
	if choice {
		b.WriteByte(')')
	}
}

func writeLeaf(b *strings.Builder, n Node) {
	switch n := n.(type) {
	case Word:
		if n.Stem {
			b.WriteByte('~')
		}
		if n.Quoted {
			b.WriteString(`"` + n.Text + `"`)
			return
		}
		b.WriteString(n.Text)
	case Near:
		for i, w := range n.Words {
			if i > 0 {
				b.WriteString(" near:" + strconv.Itoa(n.Within[i-1]) + " ")
			}
			writeLeaf(b, w)
		}
	case Regexp:
		b.WriteString("/" + n.Pattern + "/")
	case Saved:
		b.WriteString("@" + n.Name)
	case Facet:
		writeValues(b, []Facet{n})
	}
}

// values gives what a choice is between if that is values of a single field.
func values(o Or) []Facet {
	var facets []Facet
	for _, c := range o.Nodes {
		f, ok := c.(Facet)
		if !ok || len(facets) > 0 && f.Field != facets[0].Field {
			return nil
		}
		facets = append(facets, f)
	}
	return facets
}

func writeValues(b *strings.Builder, facets []Facet) {
	b.WriteString(string(facets[0].Field) + ":")
	for i, f := range facets {
		if i > 0 {
			b.WriteByte(',')
		}
		text := f.Text
		if strings.ContainsFunc(text, func(r rune) bool {
			return unicode.IsSpace(r) || r == ',' || r == '(' || r == ')'
		}) {
			text = `"` + text + `"`
		}
		b.WriteString(text)
	}
}

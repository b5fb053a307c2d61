package query

// Node is a part of a query's tree.
type Node interface{ node() }

// And holds where all of its parts hold.
type And struct{ Nodes []Node }

// Or holds where one of its parts holds. Facets of one field alone are what
// people write as several values: country:SY,LY.
type Or struct{ Nodes []Node }

// Not holds where its part does not.
type Not struct{ Node Node }

// Word is one word, or a phrase when Quoted, found as whole folded words. A
// * in it stands for any number of letters of one word, and alone in a phrase
// for any one word. Text is as typed; one
// typed without quotes may still be several words to the text ("two-State"),
// which must then follow each other.
type Word struct {
	Text   string
	Quoted bool
	// Stem lets every word stand for all its forms.
	Stem bool
}

// Near holds where its words follow or precede each other with at most
// Within[i] words between Words[i] and Words[i+1].
type Near struct {
	Words  []Word
	Within []int
}

// Regexp holds where the pattern, in Go's (RE2) syntax, matches the
// paragraph's text as it stands: case, quotes and punctuation count.
type Regexp struct{ Pattern string }

// Facet is a field and its value. Code is the value as the vocabulary
// resolved it, Text as typed.
type Facet struct {
	Field Field
	Code  string
	Text  string
}

// Saved stands for the query that was saved under a name.
type Saved struct {
	Name string
	// Node is what the name stood for when the query was parsed; nil matches
	// everything.
	Node Node
}

func (And) node()    {}
func (Or) node()     {}
func (Not) node()    {}
func (Word) node()   {}
func (Near) node()   {}
func (Regexp) node() {}
func (Facet) node()  {}
func (Saved) node()  {}

// and joins nodes into the shortest tree; nil ones ask for nothing.
func and(nodes ...Node) Node {
	var flat []Node
	for _, n := range nodes {
		switch n := n.(type) {
		case nil:
		case And:
			flat = append(flat, n.Nodes...)
		default:
			flat = append(flat, n)
		}
	}
	switch len(flat) {
	case 0:
		return nil
	case 1:
		return flat[0]
	}
	return And{flat}
}

// or joins nodes into the shortest tree. A nil one is a part that could not
// be read, not one that matches everything.
func or(nodes ...Node) Node {
	var flat []Node
	for _, n := range nodes {
		switch n := n.(type) {
		case nil:
		case Or:
			flat = append(flat, n.Nodes...)
		default:
			flat = append(flat, n)
		}
	}
	switch len(flat) {
	case 0:
		return nil
	case 1:
		return flat[0]
	}
	return Or{flat}
}

// not negates n; two negations cancel out.
func not(n Node) Node {
	switch n := n.(type) {
	case nil:
		return nil
	case Not:
		return n.Node
	}
	return Not{n}
}

// walk calls visit for every leaf below n, and says whether it is negated.
func walk(n Node, negated bool, visit func(n Node, negated bool)) {
	switch n := n.(type) {
	case nil:
	case And:
		for _, c := range n.Nodes {
			walk(c, negated, visit)
		}
	case Or:
		for _, c := range n.Nodes {
			walk(c, negated, visit)
		}
	case Not:
		walk(n.Node, !negated, visit)
	case Saved:
		walk(n.Node, negated, visit)
	case Near:
		for _, w := range n.Words {
			visit(w, negated)
		}
	default:
		visit(n, negated)
	}
}

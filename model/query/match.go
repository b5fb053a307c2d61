package query

import (
	"cmp"
	"regexp"
	"slices"

	"cstoread/model"
)

// Options are what a query needs to be told beyond the text of a statement.
// The zero value will do for most queries.
type Options struct {
	// Implied lets facets of countries, topics and instruments match implied
	// mentions too.
	Implied bool
	// Today is the day from which added:7d is counted back; without it,
	// added: holds nowhere.
	Today model.Date
	// Marks answers is:unread and the like; without it, nothing has been read
	// and nothing bears a bookmark.
	Marks Marks
	// Stem gives the stem of a folded word; without it, ~ makes no
	// difference.
	Stem func(word string) string
}

// Matcher is a query made ready to be held against statements. It does not
// change and may be used by several goroutines at once.
type Matcher struct {
	options Options
	root    *test
	wide    bool
	leaves  []*test // those that ask for something, in the order of the text
	regexp  bool
}

// Compile makes a Matcher of a query.
func Compile(q Query, o Options) *Matcher {
	m := &Matcher{options: o, wide: q.Wide}
	m.root = m.compile(q.Root, false)
	return m
}

// test is a node of the tree, or a leaf.
type test struct {
	op    operator
	parts []*test
	leaf  leaf
	facet Facet // what the leaf was made of, if of one
	cost  int
}

type operator int

const (
	isLeaf operator = iota
	isAnd
	isOr
	isNot
)

// leaf is one thing that can hold for a paragraph.
type leaf interface {
	// known says what the header alone tells.
	known(h *model.Header) verdict
	// visit calls each for every place where it holds. What the places are
	// offsets into is the leaf's own matter. When each returns false the rest
	// of that paragraph may be passed over.
	visit(r *run, t *Text, each func(p, start, end int) bool)
}

// verdict is what is known before the text has been looked at.
type verdict int

const (
	no    verdict = -1
	maybe verdict = 0
	yes   verdict = 1
)

// What a leaf costs, to try the cheap ones first.
const (
	costHeader = iota
	costMention
	costWord
	costNear
	costRegexp
)

// compile makes the test of a node; nil stands for what holds everywhere.
func (m *Matcher) compile(n Node, negated bool) *test {
	switch n := n.(type) {
	case nil:
		return nil
	case Saved:
		return m.compile(n.Node, negated)
	case Not:
		inner := m.compile(n.Node, !negated)
		if inner == nil {
			return nil
		}
		return &test{op: isNot, parts: []*test{inner}, cost: inner.cost}
	case And:
		return m.join(isAnd, n.Nodes, negated)
	case Or:
		return m.join(isOr, n.Nodes, negated)
	}
	t := m.leaf(n)
	if t.cost != costHeader && !negated {
		m.leaves = append(m.leaves, t)
	}
	return t
}

func (m *Matcher) join(op operator, nodes []Node, negated bool) *test {
	t := &test{op: op}
	for _, n := range nodes {
		part := m.compile(n, negated)
		if part == nil {
			if op == isOr {
				return nil
			}
			continue
		}
		t.parts = append(t.parts, part)
		t.cost = max(t.cost, part.cost)
	}
	switch len(t.parts) {
	case 0:
		return nil
	case 1:
		return t.parts[0]
	}
	slices.SortStableFunc(t.parts, func(a, b *test) int { return cmp.Compare(a.cost, b.cost) })
	return t
}

func (m *Matcher) leaf(n Node) *test {
	switch n := n.(type) {
	case Word:
		return &test{leaf: plainWords{m.sequence(n)}, cost: costWord}
	case Near:
		near := nearby{within: n.Within}
		for _, w := range n.Words {
			near.terms = append(near.terms, m.sequence(w))
		}
		return &test{leaf: near, cost: costNear}
	case Regexp:
		m.regexp = true
		// Parse has compiled it before; one made by hand may be wrong, and
		// then holds nowhere.
		re, _ := regexp.Compile(n.Pattern)
		return &test{leaf: expression{re}, cost: costRegexp}
	case Facet:
		t := m.facet(n)
		t.facet = n
		return t
	}
	return &test{leaf: nothing{}}
}

// NeedsSource says whether Match will ask for the statement itself: for a
// regular expression, which is held against the text as it stands.
func (m *Matcher) NeedsSource() bool { return m.regexp }

// Everything says that the query asks for nothing.
func (m *Matcher) Everything() bool { return m.root == nil }

// Known says what a statement's header alone tells: that all of its
// paragraphs match, that none does, or neither.
func (m *Matcher) Known(h *model.Header) (all, none bool) {
	if m.root == nil {
		return true, false
	}
	v := m.root.known(h)
	// In a wide query the leaves choose the paragraphs even where the header
	// has settled that the statement matches.
	return v == yes && !(m.wide && len(m.leaves) > 0), v == no
}

func (t *test) known(h *model.Header) verdict {
	switch t.op {
	case isLeaf:
		return t.leaf.known(h)
	case isNot:
		return -t.parts[0].known(h)
	}
	// An AND is as good as its worst part, an OR as its best.
	v := t.parts[0].known(h)
	for _, part := range t.parts[1:] {
		if t.op == isAnd {
			v = min(v, part.known(h))
		} else {
			v = max(v, part.known(h))
		}
	}
	return v
}

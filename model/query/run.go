package query

import "cstoread/model"

// Run holds a matcher against one statement after another, with the scratch
// space that this takes. Every goroutine needs its own.
type Run struct {
	m *Matcher
	r run
}

// run is what the leaves see of a Run.
type run struct {
	options *Options
	source  func() *model.Statement // of the text being looked at; may be nil
	free    []set
	into    set
	mark    func(p, start, end int) bool // adds p to into
	stems   map[string]string
	dst     []int
}

// Start begins a run.
func (m *Matcher) Start() *Run {
	x := &Run{m: m}
	x.r.begin(m)
	return x
}

func (r *run) begin(m *Matcher) {
	r.options = &m.options
	r.mark = func(p, _, _ int) bool {
		r.into.add(p)
		return false
	}
}

// maxStems bounds what a run remembers.
const maxStems = 1 << 16

func (r *run) stem(word string) string {
	if s, ok := r.stems[word]; ok {
		return s
	}
	if r.stems == nil || len(r.stems) >= maxStems {
		r.stems = map[string]string{}
	}
	s := r.options.Stem(word)
	r.stems[word] = s
	return s
}

// take gives an empty set for n paragraphs.
func (r *run) take(n int) set {
	size := setWords(n)
	if last := len(r.free) - 1; last >= 0 {
		s := r.free[last]
		r.free = r.free[:last]
		if cap(s) >= size {
			s = s[:size]
			clear(s)
			return s
		}
	}
	return make(set, size, max(size, 4))
}

func (r *run) give(s set) { r.free = append(r.free, s) }

// Match returns the numbers of the matching paragraphs, in order; 0 is the
// title. The slice is good until the next call. source is called when the
// matcher NeedsSource; when it gives nil, regular expressions hold nowhere.
//
// With scope:statement, a statement as a whole matches or does not, and the
// paragraphs returned are those in which something that was asked for is
// found, or all of them when that is none.
func (x *Run) Match(t *Text, source func() *model.Statement) []int {
	r, n := &x.r, t.Len()
	r.source = source
	x.r.dst = x.r.dst[:0]
	hits := r.take(n)
	defer func() { r.give(hits) }()
	switch {
	case x.m.root == nil:
		hits.fill(n)
	case x.m.wide:
		if !x.m.root.anywhere(r, t) {
			return nil
		}
		for _, leaf := range x.m.leaves {
			leaf.paragraphs(r, t, hits)
		}
		if hits.empty() {
			hits.fill(n)
		}
	default:
		x.m.root.paragraphs(r, t, hits)
	}
	x.r.dst = hits.appendTo(x.r.dst)
	return x.r.dst
}

// paragraphs adds those in which the test holds to out.
func (t *test) paragraphs(r *run, text *Text, out set) {
	n := text.Len()
	switch t.op {
	case isLeaf:
		switch t.leaf.known(&text.Header) {
		case yes:
			out.fill(n)
		case maybe:
			outer := r.into
			r.into = out
			t.leaf.visit(r, text, r.mark)
			r.into = outer
		}
		return
	case isOr:
		for _, part := range t.parts {
			part.paragraphs(r, text, out)
		}
		return
	}
	all := r.take(n)
	t.parts[0].paragraphs(r, text, all)
	if t.op == isNot {
		all.complement(n)
	}
	for _, part := range t.parts[1:] {
		if all.empty() {
			break
		}
		one := r.take(n)
		part.paragraphs(r, text, one)
		all.intersect(one)
		r.give(one)
	}
	out.unite(all)
	r.give(all)
}

// anywhere says whether the test holds for the statement as a whole.
func (t *test) anywhere(r *run, text *Text) bool {
	switch t.op {
	case isNot:
		return !t.parts[0].anywhere(r, text)
	case isAnd:
		for _, part := range t.parts {
			if !part.anywhere(r, text) {
				return false
			}
		}
		return true
	case isOr:
		for _, part := range t.parts {
			if part.anywhere(r, text) {
				return true
			}
		}
		return false
	}
	s := r.take(text.Len())
	defer r.give(s)
	t.paragraphs(r, text, s)
	return !s.empty()
}

// Hits counts, for everything that the query asks for about a paragraph, how
// often it is found in the given paragraphs: those of the last Match. Title
// and body are counted apart. source is as for Match.
func (x *Run) Hits(t *Text, source func() *model.Statement, paragraphs []int, count func(leaf int, inTitle bool)) {
	x.r.source = source
	in := x.r.take(t.Len())
	for _, p := range paragraphs {
		in.add(p)
	}
	for i, leaf := range x.m.leaves {
		leaf.leaf.visit(&x.r, t, func(p, _, _ int) bool {
			if in.has(p) {
				count(i, p == 0)
			}
			return true
		})
	}
	x.r.give(in)
}

// Leaves is how many things the query asks for about a paragraph.
func (m *Matcher) Leaves() int { return len(m.leaves) }

// Match holds the query against a statement: the numbers of the matching
// paragraphs, in order. It is the simple way for a single statement.
func (m *Matcher) Match(s *model.Statement) []int {
	return m.Start().Match(Prepare(s), func() *model.Statement { return s })
}

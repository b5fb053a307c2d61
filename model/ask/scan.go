package ask

import (
	"context"
	"errors"

	"cstoread/model"
	"cstoread/model/query"
)

// Scan is the engine that looks through every statement. It needs no
// preparation and is fast for some thousands of statements; larger libraries
// want an index, to which it is the oracle.
type Scan struct {
	library model.Library
	texts   *cache
	stem    func(word string) string
}

// ScanOption changes how a Scan works.
type ScanOption func(*Scan)

// Memory bounds the prepared texts that are kept, in bytes; the default is
// DefaultMemory. With less than the library takes, every question prepares
// the rest again.
func Memory(bytes int) ScanOption { return func(s *Scan) { s.texts.limit = bytes } }

// Stems makes ~word find all forms of a word.
func Stems(stem func(word string) string) ScanOption { return func(s *Scan) { s.stem = stem } }

// DefaultMemory keeps about ten thousand statements of 2.5 KB.
const DefaultMemory = 64 << 20

// NewScan makes an engine over a library.
func NewScan(library model.Library, options ...ScanOption) *Scan {
	s := &Scan{library: library, texts: newCache(DefaultMemory)}
	for _, o := range options {
		o(s)
	}
	return s
}

// Forget drops what is kept of statements whose text has changed, or of all
// when none is named. A changed header is noticed without it.
func (s *Scan) Forget(ids ...string) { s.texts.forget(ids) }

// Ask answers a question.
func (s *Scan) Ask(ctx context.Context, q Question) (Answer, error) {
	g := s.gather(q)
	err := g.all(ctx)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return Answer{}, err
	}
	return g.answer(err == nil), err
}

// gathering is one question on its way through the library.
type gathering struct {
	scan     *Scan
	question Question
	runner   runner
	counters []*counter
	numbers  []int // 0, 1, 2 … as far as was needed, for whole statements
	doc      doc   // the statement at hand
	source   func() *model.Statement

	hits       []Hit
	tallies    []tally
	lengths    []int // in words, beside tallies
	paragraphs int
	unread     []error
}

// runner is a matcher with its scratch space.
type runner struct {
	matcher *query.Matcher
	run     *query.Run
}

func (s *Scan) gather(q Question) *gathering {
	g := &gathering{scan: s, question: q, runner: s.runner(q.Query, q)}
	g.source = g.doc.statement
	for _, field := range q.Facets {
		c := &counter{field: field, implied: q.Implied, counts: map[string]*FacetCount{}}
		if q.Free {
			if free := q.Query.WithoutField(field); len(free.Parts()) != len(q.Query.Parts()) {
				r := s.runner(free, q)
				c.own = &r
			}
		}
		g.counters = append(g.counters, c)
	}
	return g
}

func (s *Scan) runner(x query.Query, q Question) runner {
	o := q.Options()
	if o.Stem == nil {
		o.Stem = s.stem
	}
	m := query.Compile(x, o)
	return runner{m, m.Start()}
}

// all looks at every statement, newest first.
func (g *gathering) all(ctx context.Context) error {
	headers := g.scan.library.Headers()
	if g.runner.matcher.Everything() {
		g.hits = make([]Hit, 0, len(headers))
	}
	for i := range headers {
		if err := ctx.Err(); err != nil {
			return err
		}
		g.one(&headers[i])
	}
	return ctx.Err()
}

// one looks at one statement, and at its text only where the header leaves
// something open.
func (g *gathering) one(h *model.Header) {
	g.doc = doc{scan: g.scan, header: h}
	d := &g.doc
	paragraphs, ok := g.match(g.runner, d)
	if d.err != nil {
		g.unread = append(g.unread, d.err)
		return
	}
	if ok {
		g.hit(d, paragraphs)
	}
	for _, c := range g.counters {
		in, counts := paragraphs, ok
		if c.own != nil {
			in, counts = g.match(*c.own, d)
		}
		if !counts {
			continue
		}
		if c.field.Mention() == "" {
			c.document(h)
		} else if t := d.text(); t != nil {
			c.mentions(t, in)
		}
	}
	if d.err != nil {
		g.unread = append(g.unread, d.err)
	}
}

// match says which paragraphs of a statement a query matches.
func (g *gathering) match(r runner, d *doc) (paragraphs []int, ok bool) {
	all, none := r.matcher.Known(d.header)
	switch {
	case none:
		return nil, false
	case all:
		return g.first(d.header.Paragraphs + 1), true
	}
	t := d.text()
	if t == nil {
		return nil, false
	}
	paragraphs = r.run.Match(t, g.source)
	return paragraphs, len(paragraphs) > 0
}

// first gives the numbers from 0 to n-1.
func (g *gathering) first(n int) []int {
	for len(g.numbers) < n {
		g.numbers = append(g.numbers, len(g.numbers))
	}
	return g.numbers[:n:n]
}

// hit notes a statement that matches. Paragraphs that are not all of them are
// still the matcher's own and are copied.
func (g *gathering) hit(d *doc, paragraphs []int) {
	if n := len(paragraphs); n == d.header.Paragraphs+1 {
		paragraphs = g.first(n)
	} else {
		paragraphs = append(make([]int, 0, n), paragraphs...)
	}
	g.paragraphs += len(paragraphs)
	g.hits = append(g.hits, Hit{Header: *d.header, Paragraphs: paragraphs})
	if g.question.Sort == SortRelevance {
		g.tallies = append(g.tallies, g.tally(d, paragraphs))
	}
}

// answer puts together what was gathered.
func (g *gathering) answer(exact bool) Answer {
	a := Answer{
		Statements: Total{len(g.hits), exact},
		Paragraphs: Total{g.paragraphs, exact},
		Unread:     g.unread,
	}
	if g.question.Sort == SortRelevance {
		score(g.hits, g.tallies, g.lengths, len(g.scan.library.Headers()))
	}
	order(g.hits, g.question.Sort)
	a.Hits = g.hits
	if n := g.question.Limit; n > 0 && n < len(a.Hits) {
		a.Hits = a.Hits[:n:n]
	}
	if len(g.counters) > 0 {
		a.Facets = map[query.Field][]FacetCount{}
		for _, c := range g.counters {
			a.Facets[c.field] = c.sorted()
		}
	}
	return a
}

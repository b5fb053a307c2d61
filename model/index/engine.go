package index

import (
	"context"
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// Part is a segment with the statements in it that are no longer there.
type Part struct {
	*Segment
	// Deleted holds numbers of statements, as Segment.Find gives them; nil is
	// none. It must not change while an engine uses it.
	Deleted *roaring.Bitmap
}

// Engine answers questions from segments.
type Engine struct {
	views      []*view
	library    model.Library
	stem       func(string) string
	statements int
}

var _ ask.Engine = (*Engine)(nil)

// view is a part with what is left of it.
type view struct {
	*Segment
	live *roaring.Bitmap // paragraphs; nil is all
	left int             // statements
}

// New makes an engine of parts, which must not have a statement in common but
// for deleted ones. The library is asked for the statements themselves where
// only the text decides; it must hold what the parts were made of. stem makes
// ~word find all forms of a word, and may be nil.
func New(parts []Part, library model.Library, stem func(string) string) *Engine {
	e := &Engine{library: library, stem: stem}
	for _, p := range parts {
		v := &view{Segment: p.Segment, left: p.Statements()}
		if p.Deleted != nil && !p.Deleted.IsEmpty() {
			docs := newDense(p.Statements())
			docs.addRange(0, uint32(p.Statements()))
			eachOf(p.Deleted, func(doc uint32) {
				if doc < uint32(p.Statements()) {
					docs[doc/64] &^= 1 << (doc % 64)
				}
			})
			v.left = docs.count()
			v.live = v.paragraphs(docs)
		}
		e.views = append(e.views, v)
		e.statements += v.left
	}
	return e
}

// Ask answers a question.
func (e *Engine) Ask(ctx context.Context, q ask.Question) (answer ask.Answer, err error) {
	defer guard(&err)
	g := e.gather(ctx, q)
	for i, v := range e.views {
		if err = g.view(i, v); err != nil {
			break
		}
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return ask.Answer{}, err
	}
	return g.answer(err == nil), err
}

// gathering is one question on its way through the segments.
type gathering struct {
	*Engine
	ctx      context.Context
	question ask.Question
	matcher  *query.Matcher
	plan     *query.Plan
	stem     func(string) string
	counters []*counter

	found      []found
	scores     *scores // nil unless the order is by relevance
	sets       []*roaring.Bitmap
	statements int
	paragraphs int
	unread     []error
}

// found is a statement that matches.
type found struct {
	view  int
	doc   uint32
	score float64
}

func (e *Engine) gather(ctx context.Context, q ask.Question) *gathering {
	g := &gathering{Engine: e, ctx: ctx, question: q, stem: q.Stem, sets: make([]*roaring.Bitmap, len(e.views))}
	if g.stem == nil {
		g.stem = e.stem
	}
	g.matcher, g.plan = e.compile(q.Query, q)
	if q.Sort == ask.SortRelevance && g.matcher.Leaves() > 0 {
		g.scores = newScores(g.matcher.Leaves())
	}
	for _, field := range q.Facets {
		g.counters = append(g.counters, e.counter(field, q))
	}
	return g
}

func (e *Engine) compile(x query.Query, q ask.Question) (*query.Matcher, *query.Plan) {
	o := q.Options()
	if o.Stem == nil {
		o.Stem = e.stem
	}
	m := query.Compile(x, o)
	return m, m.Plan()
}

// view answers from one segment.
func (g *gathering) view(i int, v *view) error {
	set, tally, err := g.match(v, g.matcher, g.plan, g.scores)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var docs dense // made when something needs them all
	g.sets[i] = set
	g.paragraphs += int(set.GetCardinality())
	if n, ok := g.known(v, set); ok && !g.needsAll() {
		g.statements += n
	} else {
		docs = v.statements(set)
		g.statements += docs.count()
	}
	for _, c := range g.counters {
		of, in := set, docs
		if c.own {
			var err error
			if of, _, err = g.match(v, c.matcher, c.plan, nil); err != nil {
				return err
			}
			in = nil
		}
		if in == nil && c.field.Mention() == "" {
			in = v.statements(of)
		}
		c.count(v, of, in)
	}
	best, p, enough := []champion(nil), posting{}, false
	if g.scores != nil {
		best, p, enough = g.champions(v)
	}
	switch {
	case enough:
		g.scores.addChampions(i, best, p.docs)
	case g.scores != nil:
		if docs == nil {
			docs = v.statements(set)
		}
		g.scores.add(g, i, v, set, docs, tally)
	case docs == nil:
		g.found = append(g.found, g.newest(i, v, set)...)
	default:
		g.found = append(g.found, g.first(i, docs)...)
	}
	return err
}

// known says how many statements a set has paragraphs of, where that is kept.
func (g *gathering) known(v *view, set *roaring.Bitmap) (int, bool) {
	if v.live != nil {
		return 0, false
	}
	if g.plan == nil {
		return v.Statements(), true
	}
	word, ok := single(g.plan)
	if !ok || g.matcher.Wide() {
		return 0, false
	}
	n, there := v.lookup(word)
	if !there {
		return 0, set.IsEmpty()
	}
	_, docs := v.head(n)
	return int(docs), true
}

// needsAll says whether the answer's order asks for all statements found.
func (g *gathering) needsAll() bool {
	s := g.question.Sort
	return g.question.Limit == 0 || s == ask.SortOldest || s == ask.SortTitle
}

// match gives the paragraphs of a segment that match.
func (g *gathering) match(v *view, m *query.Matcher, p *query.Plan, s *scores) (*roaring.Bitmap, map[uint32][]float64, error) {
	a := &asker{view: v, ctx: g.ctx, stem: g.stem, generous: true}
	var set *roaring.Bitmap
	switch {
	case p == nil:
		set = v.all()
	case m.Wide():
		set = a.wide(p)
	default:
		set = a.set(p, v.live)
	}
	if v.live != nil {
		set = roaring.And(set, v.live)
	}
	if err := g.ctx.Err(); err != nil {
		return roaring.New(), nil, err
	}
	if open(p) {
		return g.look(v, m, set, s != nil)
	}
	return set, nil, nil
}

// look holds a query against the texts of the statements that a set has
// paragraphs of, as far as the time allows.
func (g *gathering) look(v *view, m *query.Matcher, set *roaring.Bitmap, tallied bool) (*roaring.Bitmap, map[uint32][]float64, error) {
	found := roaring.New()
	tallies := map[uint32][]float64{}
	run := m.Start()
	var err error
	v.statements(set).each(func(doc uint32) bool {
		if err = g.ctx.Err(); err != nil {
			return false
		}
		s, readErr := g.library.Statement(string(v.id(doc)))
		if readErr != nil {
			g.unread = append(g.unread, readErr)
			return true
		}
		t := query.Prepare(s)
		t.Header = v.header(doc)
		source := func() *model.Statement { return s }
		paragraphs := run.Match(t, source)
		end := v.starts[doc+1] - v.starts[doc]
		for _, n := range paragraphs {
			if uint32(n) < end {
				found.Add(v.starts[doc] + uint32(n))
			}
		}
		if tallied && len(paragraphs) > 0 {
			counts := make([]float64, m.Leaves())
			run.Hits(t, source, paragraphs, func(leaf int, inTitle bool) { counts[leaf] += weightOf(inTitle) })
			tallies[doc] = counts
		}
		return true
	})
	return found, tallies, err
}

func weightOf(inTitle bool) float64 {
	if inTitle {
		return ask.TitleWeight
	}
	return 1
}

// Package searchcache keeps the index of a library between runs and answers
// questions with it.
//
// The index is a cache: it is made of the library's files, checked against
// their sizes and times before it is used, brought up to date when they have
// changed, and made again when anything about it is odd. It can be deleted at
// any time. Where it cannot be written it is made in memory for as long as the
// program runs. A small library has none: looking through it is as fast.
//
// What an index holds and how it answers is model/index's business.
package searchcache

import (
	"context"
	"sync"

	"cstoread/data/library"
	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/index"
	"cstoread/model/query"
)

// Few is how many statements a library may have and still be looked through
// at every question.
const Few = 500

// Library is what an index is made of.
type Library interface {
	model.Library
	// Snapshot is the list of statements with the stamps that tell which files
	// have changed since.
	Snapshot() library.Snapshot
}

// Options say how an index is kept.
type Options struct {
	Library Library
	// Folder is where it is kept; "" keeps it in memory alone.
	Folder string
	// Version changes when the same files would be indexed otherwise: with the
	// tables of mentions.
	Version string
	// Stem makes ~word find all forms of a word.
	Stem func(word string) string
	// Few is the greatest size of a library without an index; 0 is the
	// package's own.
	Few int
}

// Engine answers questions, by the index when there is one and else by
// looking through all statements.
type Engine struct {
	options Options
	scan    *ask.Scan

	mu      sync.Mutex
	headers []model.Header // that the index was made for
	done    chan struct{}  // closed when it is ready; nil before the first question
	index   *index.Engine
	store   *store
}

var _ ask.Engine = (*Engine)(nil)

// New makes an engine. Nothing is read before the first question.
func New(o Options) *Engine {
	if o.Few == 0 {
		o.Few = Few
	}
	return &Engine{options: o, scan: ask.NewScan(o.Library, ask.Stems(o.Stem))}
}

// Ask answers a question. One that comes while the index is being made waits
// for it, which takes no longer than looking through all statements would,
// unless headers alone answer it.
func (e *Engine) Ask(ctx context.Context, q ask.Question) (ask.Answer, error) {
	now := e.options.Library.Snapshot()
	if len(now.Headers) <= e.options.Few || !now.Whole {
		return e.scan.Ask(ctx, q)
	}
	done := e.start(now)
	select {
	case <-done:
	default:
		if onlyHeaders(q) {
			return e.scan.Ask(ctx, q)
		}
		select {
		case <-done:
		case <-ctx.Done():
			return ask.Answer{}, ctx.Err()
		}
	}
	e.mu.Lock()
	engine := e.index
	e.mu.Unlock()
	if engine == nil {
		return e.scan.Ask(ctx, q)
	}
	answer, err := engine.Ask(ctx, q)
	if isDamaged(err) {
		return e.scan.Ask(ctx, q)
	}
	return answer, err
}

// start sees to it that the index fits the library, and says when it does.
func (e *Engine) start(now library.Snapshot) <-chan struct{} {
	headers := now.Headers
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.done != nil && len(headers) == len(e.headers) && &headers[0] == &e.headers[0] {
		return e.done
	}
	before := e.done
	done := make(chan struct{})
	e.headers, e.done = headers, done
	go func() {
		defer close(done)
		if before != nil {
			<-before
		}
		e.refresh(now)
	}()
	return done
}

// onlyHeaders says whether a question can be answered without any text.
func onlyHeaders(q ask.Question) bool {
	if q.Sort == ask.SortRelevance {
		return false
	}
	for _, f := range q.Facets {
		if f.Mention() != "" {
			return false
		}
	}
	return headersOnly(query.Compile(q.Query, q.Options()).Plan())
}

func headersOnly(p *query.Plan) bool {
	if p == nil {
		return true
	}
	for _, part := range p.Parts {
		if !headersOnly(part) {
			return false
		}
	}
	switch p.Facet.Field {
	case query.FieldPlace, query.FieldIssuer:
		return false // their words are found in the prepared text
	}
	return p.Words == nil && p.Mention == nil && p.Marks == nil && !p.Pattern
}

package searchcache

import (
	"bytes"
	"errors"
	"runtime"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/data/library"
	"cstoread/model"
	"cstoread/model/index"
)

const (
	// batch is how many statements make a segment before they are merged: about
	// a hundred megabytes of memory while they are read.
	batch = 16384
	// ahead is how many statements are read at once.
	ahead = 256
	// mostParts is how many segments there may be before they are merged.
	mostParts = 6
	// mostMerged is the greatest size of what is merged, in bytes, because it
	// is made in memory.
	mostMerged = 512 << 20
)

func isDamaged(err error) bool {
	return errors.Is(err, index.ErrDamaged) || errors.Is(err, index.ErrForeign)
}

// refresh brings the index up to date with the library.
func (e *Engine) refresh(now library.Snapshot) {
	headers, stamps := now.Headers, now.Stamps()
	if e.store == nil {
		e.store = openStore(e.options.Folder, e.options.Version)
	}
	s := e.store
	changed := s.outdate(stamps)
	missing := s.missing(headers)
	err := e.build(missing)
	if err == nil && (len(s.parts) > mostParts || len(missing) > batch || s.wasted()) {
		err = s.merge()
	}
	if err != nil {
		// What is there does not fit the library: without an index, then.
		e.mu.Lock()
		e.index, e.store = nil, nil
		e.mu.Unlock()
		return
	}
	if changed || len(missing) > 0 {
		s.save(stamps)
	}
	engine := index.New(s.open(), e.options.Library, e.options.Stem)
	e.mu.Lock()
	e.index = engine
	e.mu.Unlock()
}

// build adds segments of some statements, which are in the library's order.
// A statement that cannot be read is left out; the library tells of it.
func (e *Engine) build(missing []model.Header) error {
	for len(missing) > 0 {
		n := min(len(missing), batch)
		b := index.NewBuilder()
		for from := 0; from < n; from += ahead {
			for _, s := range e.read(missing[from:min(n, from+ahead)]) {
				if s == nil {
					continue
				}
				if err := b.Add(s); err != nil {
					return err
				}
			}
		}
		missing = missing[n:]
		var out bytes.Buffer
		if _, err := b.WriteTo(&out); err != nil {
			return err
		}
		if err := e.store.add(out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// read reads some statements, several at once.
func (e *Engine) read(headers []model.Header) []*model.Statement {
	all := make([]*model.Statement, len(headers))
	var workers sync.WaitGroup
	threads := runtime.GOMAXPROCS(0)
	for w := range threads {
		workers.Go(func() {
			for i := w; i < len(headers); i += threads {
				if s, err := e.options.Library.Statement(headers[i].ID); err == nil {
					// The library's list is what a hit must show.
					whole := *s
					whole.Header = headers[i]
					all[i] = &whole
				}
			}
		})
	}
	workers.Wait()
	return all
}

// outdate deletes the statements whose files have changed or are gone, and
// says whether there were any.
func (s *store) outdate(now stamps) bool {
	var gone []string
	for id, was := range s.stamps {
		if is, there := now[id]; !there || is != was {
			gone = append(gone, id)
			delete(s.stamps, id)
		}
	}
	s.drop(gone)
	return len(gone) > 0
}

// drop deletes statements from all segments. An engine may be using the old
// sets, so new ones are made.
func (s *store) drop(ids []string) {
	for i := range s.parts {
		p := &s.parts[i]
		deleted := roaring.New()
		for _, id := range ids {
			if doc, ok := p.Find(id); ok {
				deleted.Add(doc)
			}
		}
		if p.Deleted != nil {
			deleted.Or(p.Deleted)
		}
		p.Deleted = deleted
	}
}

// missing lists the statements that no segment has, or none that can be
// trusted: those are deleted there.
func (s *store) missing(headers []model.Header) []model.Header {
	var list []model.Header
	var ids []string
	for i := range headers {
		if _, there := s.stamps[headers[i].ID]; !there {
			list = append(list, headers[i])
			ids = append(ids, headers[i].ID)
		}
	}
	s.drop(ids)
	return list
}

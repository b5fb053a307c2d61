// Package library brings the embedded statements and the user's own together
// as one ordered collection (model.Library).
//
// The user's library is a folder of Markdown files, one statement each; the
// files are the truth. A file that cannot be read as a statement is reported
// and left out, and never keeps the others from being read. Where a file is
// named after its ID, that statement is opened without looking at any other.
//
// How a file is read as a statement is data/document's business.
package library

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"cstoread/data/durable"
	"cstoread/model"
)

// Tagger finds the mentions in a text and adds them to dst.
type Tagger interface {
	Tag(dst []model.Mention, text, language string) []model.Mention
}

// Options say what a library is made of.
type Options struct {
	// Embedded is the folder of the built-in statements, or nil.
	Embedded fs.FS
	// Folder is the path of the user's library; empty for none.
	Folder string
	// Named says that the user named the folder, so that it is worth a word
	// when it does not exist.
	Named bool
	// Tagger gives the finder of mentions. It is asked once, when the first
	// statement is read; nil finds none.
	Tagger func() Tagger
}

// Library is the embedded statements and the user's own. It is safe for use
// by several goroutines at once.
type Library struct {
	sources []source
	folder  string
	tagger  func() Tagger
	cache   cache
	disk    durable.Disk
	sweep   sync.Once // of the folder, before the first write

	mu    sync.Mutex
	index *index // nil until it is needed
	stale bool   // the index is to be brought up to date before it is used
}

var _ model.Library = (*Library)(nil)

// Open makes a library. Nothing is read yet.
func Open(o Options) *Library {
	l := &Library{folder: o.Folder, tagger: func() Tagger { return nil }}
	if o.Tagger != nil {
		l.tagger = sync.OnceValue(o.Tagger)
	}
	if o.Embedded != nil {
		l.sources = append(l.sources, source{files: o.Embedded, embedded: true})
	}
	if o.Folder != "" {
		l.sources = append(l.sources, folderSource(o.Folder, o.Named))
	}
	return l
}

// Folder is the path of the user's library, or empty.
func (l *Library) Folder() string { return l.folder }

// Headers lists every statement, newest first, undated ones last, equal dates
// by ID. The first call reads the headers of all files.
func (l *Library) Headers() []model.Header { return l.all().headers }

// Problems lists the files that are left out, and why, in the order of their
// names. Each is one line.
func (l *Library) Problems() []error { return l.all().problems }

// IDs lists the IDs in the order of Headers.
func (l *Library) IDs() []string {
	headers := l.Headers()
	ids := make([]string, len(headers))
	for i := range headers {
		ids[i] = headers[i].ID
	}
	return ids
}

// Resolve finds the ID that was meant, as model.Resolve does. An ID that is
// the name of a file is found without reading the others.
func (l *Library) Resolve(typed string) (string, error) {
	if model.ValidID(typed) {
		if _, err := l.Statement(typed); err == nil || !errors.Is(err, model.ErrUnknownID) {
			return typed, err
		}
	}
	return model.Resolve(l.IDs(), typed)
}

// Statement returns one statement by its exact ID, with its mentions. What it
// returns is shared and must not be changed. An error says in one line which
// file cannot be read and why, or wraps model.ErrUnknownID.
func (l *Library) Statement(id string) (*model.Statement, error) {
	s, age := l.cache.get(id)
	if s != nil {
		return s, nil
	}
	if !model.ValidID(id) {
		return nil, fmt.Errorf("%w: %q", model.ErrUnknownID, id)
	}
	s, err := l.named(id)
	if err != nil {
		place, known := l.all().places[id]
		if !known {
			if errors.Is(err, fs.ErrNotExist) {
				err = fmt.Errorf("%w: %q; cstoread list shows what there is", model.ErrUnknownID, id)
			}
			return nil, err
		}
		if s, err = place.read(); err != nil {
			return nil, err
		}
	}
	l.tag(s)
	l.cache.put(s, age)
	return s, nil
}

// named reads the statement whose file has its ID for a name.
func (l *Library) named(id string) (*model.Statement, error) {
	err := error(fs.ErrNotExist)
	for _, src := range l.sources {
		s, readErr := (&place{src, id + ".md"}).read()
		switch {
		case readErr == nil && s.ID == id:
			return s, nil
		case readErr != nil && !errors.Is(readErr, fs.ErrNotExist):
			err = readErr
		}
	}
	return nil, err
}

// Reload has the files looked at again before the next answer. Only those that
// have changed are read.
func (l *Library) Reload() {
	l.mu.Lock()
	l.stale = true
	l.mu.Unlock()
	l.cache.clear()
}

// Refresh looks at the files now and says whether anything has changed. Others
// go on with what was known before until it is done.
func (l *Library) Refresh() bool {
	l.mu.Lock()
	before := l.index
	l.mu.Unlock()
	now := scan(l.sources, before)
	changed := now.differs(before)
	l.mu.Lock()
	if l.index == before {
		l.index, l.stale = now, false
	} else {
		l.stale = true // another look was faster, and this one may be older
	}
	l.mu.Unlock()
	if changed {
		l.cache.clear()
	}
	return changed
}

// all is the index, made when it is first needed.
func (l *Library) all() *index {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.index == nil || l.stale {
		l.index, l.stale = scan(l.sources, l.index), false
	}
	return l.index
}

// tag finds the mentions in the title and in every paragraph but signatures.
func (l *Library) tag(s *model.Statement) {
	tagger := l.tagger()
	if tagger == nil {
		return
	}
	s.TitleMentions = tagger.Tag(nil, s.Title, s.Language)
	for i := range s.Body {
		if p := &s.Body[i]; p.Role != model.RoleSignature {
			p.Mentions = tagger.Tag(nil, p.Text, s.Language)
		}
	}
}

// newestFirst is the order of the library.
func newestFirst(headers []model.Header) {
	slices.SortFunc(headers, func(a, b model.Header) int {
		if c := b.Date.Compare(a.Date); c != 0 {
			return c
		}
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
}

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
	"sync"
	"sync/atomic"

	"cstoread/data/durable"
	"cstoread/data/headercache"
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
	// Cache is the program's folder for what can be made again; empty keeps no
	// cache.
	Cache string
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

	cached string // the file of the headers' cache; empty for none

	scanning sync.Mutex // one look at the files at a time
	poke     chan struct{}

	mu    sync.Mutex
	index *index // nil until it is needed
	stale bool   // the index is to be brought up to date before it is used
	// arriving says that the list is shown while it comes.
	arriving atomic.Bool
}

var _ model.Library = (*Library)(nil)

// Open makes a library. Nothing is read yet.
func Open(o Options) *Library {
	l := &Library{folder: o.Folder, tagger: func() Tagger { return nil }, poke: make(chan struct{}, 1)}
	if o.Tagger != nil {
		l.tagger = sync.OnceValue(o.Tagger)
	}
	if o.Embedded != nil {
		l.sources = append(l.sources, source{files: o.Embedded, embedded: true})
	}
	if o.Folder != "" {
		l.sources = append(l.sources, folderSource(o.Folder, o.Named))
	}
	if o.Folder != "" && o.Cache != "" {
		l.cached = headercache.Path(o.Cache, l.absolute())
	}
	return l
}

// Folder is the path of the user's library, or empty.
func (l *Library) Folder() string { return l.folder }

// Headers lists every statement, newest first, undated ones last, equal dates
// by ID. The first call reads the headers of all files, but for those that the
// cache holds. After Arrive it never waits: it lists what has come so far.
func (l *Library) Headers() []model.Header { return l.present().Headers }

// Problems lists the files that are left out, and why, in the order of their
// names. Each is one line.
func (l *Library) Problems() []error { return l.present().problems }

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
		place, known := l.place(id)
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
	err := fs.ErrNotExist
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

// place finds the file of a statement that is not named after its ID.
func (l *Library) place(id string) (*place, bool) {
	ix := l.all()
	n, known := ix.find(id)
	if !known {
		return nil, false
	}
	return &place{l.sources[ix.Files[n].Source], ix.Files[n].Name}, true
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

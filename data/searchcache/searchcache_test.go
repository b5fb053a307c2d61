package searchcache

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"cstoread/data/library"
	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/index/made"
	"cstoread/model/query"
)

// files is a library whose files can change.
type files struct {
	headers []model.Header
	changed map[string]*model.Statement
	stamps  stamps
	made    *made.Library
	read    atomic.Int64
}

func newFiles(n int) *files {
	f := &files{made: made.New(n), changed: map[string]*model.Statement{}, stamps: stamps{}}
	f.headers = f.made.Headers()
	for _, h := range f.headers {
		f.stamps[h.ID] = library.Stamp{Size: 1, Mark: 1}
	}
	return f
}

func (f *files) Headers() []model.Header { return f.headers }

func (f *files) Snapshot() library.Snapshot {
	return library.Snapshot{Headers: f.headers, Whole: true, Stamps: func() stamps { return f.stamps }}
}

func (f *files) Statement(id string) (*model.Statement, error) {
	f.read.Add(1)
	if s := f.changed[id]; s != nil {
		return s, nil
	}
	return f.made.Statement(id)
}

// change gives a statement another text, and the library a new list.
func (f *files) change(i int, text string) {
	s := *f.made.Number(i)
	s.Body = []model.Paragraph{{N: 1, Text: text}}
	s.Paragraphs = 1
	f.changed[s.ID] = &s
	f.stamps[s.ID] = library.Stamp{Size: int64(len(text)), Mark: 2}
	f.headers = append([]model.Header(nil), f.headers...)
	for j := range f.headers {
		if f.headers[j].ID == s.ID {
			f.headers[j] = s.Header
		}
	}
}

// remove takes a statement away.
func (f *files) remove(i int) {
	id := f.headers[i].ID
	delete(f.stamps, id)
	f.headers = append(append([]model.Header(nil), f.headers[:i]...), f.headers[i+1:]...)
}

func engineOf(f *files, folder string) *Engine {
	return New(Options{Library: f, Folder: folder, Version: "1", Few: 10})
}

// agrees holds an engine against a scan of the same library.
func agrees(t *testing.T, e *Engine, f *files, queries ...string) {
	t.Helper()
	scan := ask.NewScan(f)
	for _, src := range append(queries, "", f.made.Word(0), f.made.Word(1)+" country:AB") {
		q := ask.Question{Query: query.Parse(src, nil), Limit: 20, Facets: []query.Field{query.FieldCountry}}
		want, err := scan.Ask(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		got, err := e.Ask(context.Background(), q)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, %d of %v; want %d of %v", src, err, len(got.Hits), got.Statements, len(want.Hits), want.Statements)
		}
	}
	if e.index == nil {
		t.Error("no index has answered")
	}
}

// reads counts the statements that something reads.
func (f *files) reads(do func()) int64 {
	before := f.read.Load()
	do()
	return f.read.Load() - before
}

func ask1(e *Engine) {
	_, _ = e.Ask(context.Background(), ask.Question{Query: query.Parse("zzz", nil)})
}

func TestIndexIsKeptAndBroughtUpToDate(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "index")
	f := newFiles(60)
	if n := f.reads(func() { ask1(engineOf(f, folder)) }); n != 60 {
		t.Errorf("%d statements are read to make the index", n)
	}
	agrees(t, engineOf(f, folder), f)
	if n := f.reads(func() { ask1(engineOf(f, folder)) }); n != 0 {
		t.Errorf("%d statements are read though an index is there", n)
	}
	running := engineOf(f, folder)
	ask1(running)
	for i := range 12 {
		f.change(i*3, "an unheard-of word "+strings.Repeat("x", i))
		f.remove(50 - i)
		if n := f.reads(func() { ask1(running) }); n != 1 {
			t.Errorf("change %d: %d statements are read", i, n)
		}
		agrees(t, running, f, "unheard")
		agrees(t, engineOf(f, folder), f, "unheard")
	}
}

func TestOddCachesAreMadeAgain(t *testing.T) {
	for name, spoil := range map[string]func(path string, b []byte) error{
		"changed": func(path string, b []byte) error { b[len(b)/2] ^= 1; return os.WriteFile(path, b, 0o600) },
		"cut":     func(path string, b []byte) error { return os.WriteFile(path, b[:len(b)/2], 0o600) },
		"empty":   func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o600) },
		"gone":    func(path string, _ []byte) error { return os.Remove(path) },
	} {
		for _, suffix := range []string{".list", ".index"} {
			folder := t.TempDir()
			f := newFiles(30)
			ask1(engineOf(f, folder))
			paths, err := filepath.Glob(filepath.Join(folder, "*"+suffix))
			if err != nil || len(paths) != 1 {
				t.Fatal(paths, err)
			}
			b, err := os.ReadFile(paths[0])
			if err == nil {
				// A new file, as durable writes leave it: an old one stays mapped.
				err = os.Remove(paths[0])
			}
			if err == nil {
				err = os.WriteFile(paths[0], b, 0o600)
			}
			if err == nil {
				err = spoil(paths[0], b)
			}
			if err != nil {
				t.Fatal(err)
			}
			e := engineOf(f, folder)
			if n := f.reads(func() { ask1(e) }); n != 30 {
				t.Errorf("%s %s: %d statements are read", name, suffix, n)
			}
			agrees(t, e, f)
		}
	}
	f := newFiles(30)
	folder := t.TempDir()
	ask1(engineOf(f, folder))
	other := New(Options{Library: f, Folder: folder, Version: "2", Few: 10})
	if n := f.reads(func() { ask1(other) }); n != 30 {
		t.Errorf("another version: %d statements are read", n)
	}
}

func TestWithoutAFolder(t *testing.T) {
	f := newFiles(30)
	agrees(t, engineOf(f, ""), f)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	agrees(t, engineOf(f, filepath.Join(file, "index")), f)
}

func TestFewStatementsHaveNoIndex(t *testing.T) {
	f := newFiles(10)
	e := engineOf(f, t.TempDir())
	ask1(e)
	if e.store != nil {
		t.Error("ten statements have an index")
	}
}

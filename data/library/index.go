package library

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"cstoread/model"
	"cstoread/model/clean"
)

// index is what is known of all files.
type index struct {
	headers  []model.Header
	places   map[string]*place // by ID
	problems []error

	// read holds each file as it was read, by source and name.
	read map[fileKey]found
	// begun is when the reading began: a file that was changed about then may
	// have been changed again since, without its time showing it.
	begun time.Time
}

type fileKey struct {
	source int
	name   string
}

// tick is how coarse the times of a file system can be.
const tick = 2 * time.Second

// found is a file whose header has been read, or could not be.
type found struct {
	place  place
	file   file
	header model.Header
	err    error
}

// scan reads the headers of all files of all sources, but for those that are
// as they were when the previous index was made; previous may be nil.
func scan(sources []source, previous *index) *index {
	ix := &index{places: make(map[string]*place), read: make(map[fileKey]found), begun: time.Now()}
	for n, src := range sources {
		listed, problems := src.list()
		ix.problems = append(ix.problems, problems...)
		files := readAll(src, listed, func(f file) (found, bool) { return previous.known(fileKey{n, f.name}, f) })
		for _, f := range files {
			ix.read[fileKey{n, f.file.name}] = f
		}
		// A file named after its ID goes before others that claim the same,
		// because it is the one that is opened by its name.
		slices.SortStableFunc(files, func(a, b found) int {
			return cmp.Compare(rank(a), rank(b))
		})
		for i := range files {
			ix.add(&files[i])
		}
	}
	newestFirst(ix.headers)
	return ix
}

func rank(f found) int {
	if f.err == nil && f.place.name == f.header.ID+extension {
		return 0
	}
	return 1
}

// add takes a file in, unless another has its ID.
func (ix *index) add(f *found) {
	switch first, taken := ix.places[f.header.ID]; {
	case f.err != nil:
		ix.problems = append(ix.problems, f.err)
	case taken && first.source.embedded:
		ix.problems = append(ix.problems, fmt.Errorf("%s: left out, because its id %s is that of a built-in statement; give it another", clean.Line(f.place.name), f.header.ID))
	case taken:
		ix.problems = append(ix.problems, fmt.Errorf("%s: left out, because %s has the same id %s; give it another", clean.Line(f.place.name), clean.Line(first.name), f.header.ID))
	default:
		ix.places[f.header.ID] = &f.place
		ix.headers = append(ix.headers, f.header)
	}
}

// known gives a file as it was read, if it has not been changed since.
func (ix *index) known(key fileKey, f file) (found, bool) {
	if ix == nil {
		return found{}, false
	}
	old, there := ix.read[key]
	same := there && old.file.size == f.size && old.file.changed.Equal(f.changed)
	return old, same && !f.changed.IsZero() && ix.begun.Sub(f.changed) > tick
}

// differs says whether any file has come, gone or changed between two indexes.
func (ix *index) differs(from *index) bool {
	if from == nil || len(ix.read) != len(from.read) || len(ix.problems) != len(from.problems) {
		return true
	}
	for key, f := range ix.read {
		old, there := from.read[key]
		if !there || old.file.size != f.file.size || !old.file.changed.Equal(f.file.changed) || old.header != f.header {
			return true
		}
	}
	return false
}

// readAll reads headers, several files at once, but for those that are known.
func readAll(src source, listed []file, known func(file) (found, bool)) []found {
	files := make([]found, len(listed))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(listed)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(listed)); i = next.Add(1) - 1 {
				if old, same := known(listed[i]); same {
					files[i] = old
					continue
				}
				f := &files[i]
				f.place, f.file = place{src, listed[i].name}, listed[i]
				f.header, f.err = f.place.header()
			}
		})
	}
	workers.Wait()
	return files
}

package library

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"cstoread/model"
	"cstoread/model/clean"
)

// index is what is known of all files.
type index struct {
	headers  []model.Header
	places   map[string]*place // by ID
	problems []error
}

// found is a file whose header has been read, or could not be.
type found struct {
	place  place
	header model.Header
	err    error
}

// scan reads the headers of all files of all sources.
func scan(sources []source) *index {
	ix := &index{places: make(map[string]*place)}
	for _, src := range sources {
		names, problems := src.names()
		ix.problems = append(ix.problems, problems...)
		files := readAll(src, names)
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

// readAll reads headers, several files at once.
func readAll(src source, names []string) []found {
	files := make([]found, len(names))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(names)); i = next.Add(1) - 1 {
				f := &files[i]
				f.place = place{src, names[i]}
				f.header, f.err = f.place.header()
			}
		})
	}
	workers.Wait()
	return files
}

package library

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"

	"cstoread/data/headercache"
	"cstoread/model"
	"cstoread/model/clean"
)

// index is what is known of all files. It never changes once it is made.
type index struct {
	headercache.Table
	problems []error
	// partial ones are of those files that had been read by then.
	partial bool

	order sync.Once
	byID  []int32 // numbers of headers, in the order of their IDs
}

// found is a file whose header has been read, or could not be.
type found struct {
	file   headercache.File
	header *model.Header
	err    error
}

// newIndex puts the files that were found in the order of the library. Those
// of one source come together, and listing are the problems of finding them.
func newIndex(files []found, listing []error, begun int64) *index {
	// A file named after its ID goes before others that claim the same,
	// because it is the one that is opened by its name.
	slices.SortStableFunc(files, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.file.Source, b.file.Source), cmp.Compare(rank(a), rank(b)))
	})
	ix := &index{problems: listing}
	ix.Begun = begun
	taken := make(map[string]*found, len(files))
	kept := make([]*found, 0, len(files))
	for i := range files {
		f := &files[i]
		left := headercache.Left{File: f.file}
		switch {
		case f.err != nil:
			if left.Problem = f.err.Error(); !lasting(f.err) {
				left.File.Changed = 0 // to be tried again
			}
		case taken[f.header.ID] != nil:
			left.Header = *f.header
			f.err = claimed(f, taken[f.header.ID])
		default:
			taken[f.header.ID] = f
			kept = append(kept, f)
			continue
		}
		ix.Left = append(ix.Left, left)
		ix.problems = append(ix.problems, f.err)
	}
	slices.SortFunc(kept, func(a, b *found) int { return newer(a.header, b.header) })
	ix.Headers, ix.Files = make([]model.Header, len(kept)), make([]headercache.File, len(kept))
	for i, f := range kept {
		ix.Headers[i], ix.Files[i] = *f.header, f.file
	}
	return ix
}

func rank(f found) int {
	if f.err == nil && f.file.Name == f.header.ID+extension {
		return 0
	}
	return 1
}

// claimed says that another file has a file's ID.
func claimed(f, first *found) error {
	if first.header.Embedded {
		return fmt.Errorf("%s: left out, because its id %s is that of a built-in statement; give it another", clean.Line(f.file.Name), f.header.ID)
	}
	return fmt.Errorf("%s: left out, because %s has the same id %s; give it another", clean.Line(f.file.Name), clean.Line(first.file.Name), f.header.ID)
}

// stored is the index that a cache holds.
func stored(t *headercache.Table) *index {
	ix := &index{Table: *t}
	for i := range t.Left {
		f := found{file: t.Left[i].File, header: &t.Left[i].Header}
		if t.Left[i].Problem != "" {
			ix.problems = append(ix.problems, errors.New(clean.Line(t.Left[i].Problem)))
			continue
		}
		first := found{header: f.header}
		if n, ok := ix.find(f.header.ID); ok {
			first = found{file: ix.Files[n], header: &ix.Headers[n]}
		}
		ix.problems = append(ix.problems, claimed(&f, &first))
	}
	return ix
}

// find gives the number of the header with an ID.
func (ix *index) find(id string) (int, bool) {
	ix.order.Do(func() {
		ix.byID = make([]int32, len(ix.Headers))
		for i := range ix.byID {
			ix.byID[i] = int32(i)
		}
		slices.SortFunc(ix.byID, func(a, b int32) int { return cmp.Compare(ix.Headers[a].ID, ix.Headers[b].ID) })
	})
	at, ok := slices.BinarySearchFunc(ix.byID, id, func(n int32, id string) int { return cmp.Compare(ix.Headers[n].ID, id) })
	if !ok {
		return 0, false
	}
	return int(ix.byID[at]), true
}

// altered lists the statements of an index that are gone or have another file
// now.
func (ix *index) altered(now *index) (ids []string) {
	if ix == nil || ix == now {
		return nil
	}
	for i := range ix.Headers {
		id := ix.Headers[i].ID
		if n, there := now.find(id); !there || now.Files[n] != ix.Files[i] || now.Headers[n] != ix.Headers[i] {
			ids = append(ids, id)
		}
	}
	return ids
}

// same says whether two indexes tell the same of the same files.
func (ix *index) same(as *index) bool {
	return as == ix || as != nil && slices.Equal(ix.Headers, as.Headers) && slices.Equal(ix.Files, as.Files) &&
		slices.EqualFunc(ix.problems, as.problems, func(a, b error) bool { return a.Error() == b.Error() })
}

// newestFirst is the order of the library.
func newestFirst(headers []model.Header) {
	slices.SortFunc(headers, func(a, b model.Header) int { return newer(&a, &b) })
}

func newer(a, b *model.Header) int {
	return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID))
}

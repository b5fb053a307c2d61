package library

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"cstoread/data/document"
	"cstoread/data/headercache"
	"cstoread/model"
)

// tick is how coarse the times of a file system can be: a file that was
// changed about when it was read may have been changed again since, without
// its time showing it.
const tick = 2 * time.Second

// scan is one look at all files of a library.
type scan struct {
	sources  []source
	begun    time.Time
	problems []error
	folders  []string // of the user's library
	// files are all there are. Those whose header is nil and whose err is nil
	// are yet to be read.
	files  []found
	unread []int         // which of files
	done   []atomic.Bool // by the number in unread
	read   atomic.Int64  // how many are done
	stop   atomic.Bool   // no more are wanted
}

// look lists the files, and takes what is known of those that are as they were
// when the previous index was made; previous may be nil.
func look(sources []source, previous *index) *scan {
	s := &scan{sources: sources, begun: time.Now()}
	for n, src := range sources {
		l := src.list(uint8(n))
		s.problems = append(s.problems, l.problems...)
		for _, f := range l.files {
			s.files = append(s.files, found{file: f})
		}
		if !src.embedded {
			s.folders = l.folders
		}
	}
	previous.recall(s)
	for i := range s.files {
		if f := &s.files[i]; f.header == nil && f.err == nil {
			s.unread = append(s.unread, i)
		}
	}
	s.done = make([]atomic.Bool, len(s.unread))
	return s
}

// recall fills in what is known of the files of a scan.
func (ix *index) recall(s *scan) {
	if ix == nil {
		return
	}
	type key struct {
		source uint8
		name   string
	}
	at := make(map[key]int32, len(ix.Files)+len(ix.Left))
	for i := range ix.Files {
		at[key{ix.Files[i].Source, ix.Files[i].Name}] = int32(i)
	}
	for i := range ix.Left {
		at[key{ix.Left[i].File.Source, ix.Left[i].File.Name}] = int32(len(ix.Files) + i)
	}
	for i := range s.files {
		f := &s.files[i]
		n, there := at[key{f.file.Source, f.file.Name}]
		if !there {
			continue
		}
		var old headercache.File
		var header *model.Header
		var problem string
		if int(n) < len(ix.Files) {
			old, header = ix.Files[n], &ix.Headers[n]
		} else {
			left := &ix.Left[int(n)-len(ix.Files)]
			old, header, problem = left.File, &left.Header, left.Problem
		}
		if old != f.file || f.file.Changed == 0 || !s.sources[f.file.Source].embedded && f.file.Changed > ix.Begun-int64(tick) {
			continue
		}
		f.file.Name = old.Name // one copy is enough
		if problem != "" {
			f.err = &recalled{problem}
			continue
		}
		f.header = header
	}
}

// recalled is a problem of a file that has not changed since.
type recalled struct{ text string }

func (r *recalled) Error() string { return r.text }

// readAll reads the headers that are not known, several at once.
func (s *scan) readAll() {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(s.unread)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(s.unread)) && !s.stop.Load(); i = next.Add(1) - 1 {
				f := &s.files[s.unread[i]]
				p := place{s.sources[f.file.Source], f.file.Name}
				if h, err := p.header(); err != nil {
					f.err = err
				} else {
					f.header = &h
				}
				s.done[i].Store(true)
				s.read.Add(1)
			}
		})
	}
	workers.Wait()
}

// index is what the scan has found. same is the previous one, which is
// returned when nothing is new.
func (s *scan) index(previous *index) *index {
	if previous != nil && len(s.unread) == 0 && len(s.problems) == 0 &&
		len(s.files) == len(previous.Files)+len(previous.Left) && len(previous.problems) == len(previous.Left) {
		return previous
	}
	return newIndex(s.files, s.problems, s.begun.UnixNano())
}

// soFar is an index of what has been read by now.
func (s *scan) soFar() *index {
	waits := make(map[int]bool)
	for i, n := range s.unread {
		if !s.done[i].Load() {
			waits[n] = true
		}
	}
	files := make([]found, 0, len(s.files)-len(waits))
	for i := range s.files {
		if !waits[i] {
			files = append(files, s.files[i])
		}
	}
	ix := newIndex(files, nil, s.begun.UnixNano())
	ix.partial = true
	return ix
}

// fewFiles are read as fast as a cache of them.
const fewFiles = 50

// worthSaving says that reading again what was read would take longer than
// writing the cache does: about a hundredth of reading all.
func (s *scan) worthSaving() bool {
	return len(s.unread) >= fewFiles && len(s.unread)*100 >= len(s.files)
}

// lasting says that a problem is one of what the file holds, which stays until
// the file changes.
func lasting(err error) bool {
	var problem *document.Problem
	var before *recalled
	return errors.As(err, &problem) || errors.As(err, &before)
}

package library

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"cstoread/data/document"
	"cstoread/data/headercache"
	"cstoread/model"
	"cstoread/model/clean"
)

// source is one folder of statements.
type source struct {
	files    fs.FS
	embedded bool
	// missing is what to say when the folder is not there; nil says nothing.
	missing error
}

func folderSource(folder string, named bool) source {
	src := source{files: os.DirFS(folder)}
	if named {
		src.missing = fmt.Errorf("the library %s does not exist; cstoread add makes it", clean.Line(folder))
	}
	return src
}

// extension is what the names of statements' files end with.
const extension = ".md"

// listing is what there is in a source.
type listing struct {
	files []headercache.File
	// folders are the paths of all folders of files, the source's own as ".".
	folders  []string
	problems []error
}

// list lists the files of statements in the folder and in those within it.
// What begins with a dot is not the library's: git's files, the trash.
func (s source) list(number uint8) listing {
	var l listing
	var entries []fs.DirEntry
	for next := []string{"."}; len(next) > 0; next = next[1:] {
		inside, err := fs.ReadDir(s.files, next[0])
		switch {
		case next[0] == "." && errors.Is(err, fs.ErrNotExist):
			if s.missing != nil {
				l.problems = append(l.problems, s.missing)
			}
			return l
		case err != nil:
			l.problems = append(l.problems, readProblem(next[0], err))
		}
		l.folders = append(l.folders, next[0])
		for _, entry := range inside {
			switch name := path.Join(next[0], entry.Name()); {
			case strings.HasPrefix(entry.Name(), "."):
			case entry.IsDir():
				next = append(next, name)
			case strings.HasSuffix(name, extension):
				l.files = append(l.files, headercache.File{Source: number, Name: name})
				entries = append(entries, entry)
			}
		}
	}
	s.look(l.files, entries)
	return l
}

// look finds out the size and the time of files, many at once: asking the
// system for each is most of what listing a large folder takes.
func (s source) look(files []headercache.File, entries []fs.DirEntry) {
	const share = 512
	var workers sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), (len(files)+share-1)/share) {
		workers.Go(func() {
			for from := int(next.Add(share)) - share; from < len(files); from = int(next.Add(share)) - share {
				for i := from; i < min(from+share, len(files)); i++ {
					files[i].Size, files[i].Changed = s.state(files[i].Name, entries[i])
				}
			}
		})
	}
	workers.Wait()
}

// state gives the size of a file and what changes when it is changed: for an
// embedded one the sum of its bytes, for others their time. A link says
// nothing of what it leads to.
func (s source) state(name string, entry fs.DirEntry) (size, changed int64) {
	if s.embedded {
		data, err := fs.ReadFile(s.files, name)
		if err != nil {
			return 0, 0
		}
		sum := fnv.New64a()
		_, _ = sum.Write(data)
		return int64(len(data)), int64(sum.Sum64())
	}
	info, err := entry.Info()
	if err != nil || !info.Mode().IsRegular() {
		return 0, 0
	}
	return info.Size(), info.ModTime().UnixNano()
}

// place is where a statement's file is.
type place struct {
	source source
	name   string
}

// read reads the file as a statement, without mentions.
func (p *place) read() (*model.Statement, error) {
	data, err := p.bytes()
	if err != nil {
		return nil, err
	}
	s, err := document.Parse(p.name, data)
	if err != nil {
		return nil, err
	}
	s.Embedded = p.source.embedded
	return s, nil
}

// header reads the file's header.
func (p *place) header() (model.Header, error) {
	data, err := p.bytes()
	if err != nil {
		return model.Header{}, err
	}
	h, err := document.ParseHeader(p.name, data)
	h.Embedded = p.source.embedded
	return h, err
}

// bytes reads the whole file, and never more than a document may hold. What is
// no regular file is refused: reading a pipe would wait for ever.
func (p *place) bytes() ([]byte, error) {
	if info, err := fs.Stat(p.source.files, p.name); err != nil {
		return nil, readProblem(p.name, err)
	} else if !info.Mode().IsRegular() {
		return nil, &document.Problem{Name: p.name, Line: 1, Message: "not a regular file"}
	}
	f, err := p.source.files.Open(p.name)
	if err != nil {
		return nil, readProblem(p.name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, document.MaxSize+1))
	if err != nil {
		return nil, readProblem(p.name, err)
	}
	return data, nil
}

// readProblem says that a file could not be read, in one line.
func readProblem(name string, err error) error {
	return fmt.Errorf("%s: cannot be read: %w", clean.Line(name), clean.Cause(err))
}

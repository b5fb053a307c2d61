package library

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"cstoread/data/document"
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

// file is a file of the folder, as its entry there shows it.
type file struct {
	name string
	// size and changed tell whether it is the same as before; changed is zero
	// where that cannot be known.
	size    int64
	changed time.Time
}

// list lists the files of statements in the folder and in those within it.
// What begins with a dot is not the library's: git's files, the trash.
func (s source) list() (files []file, problems []error) {
	err := fs.WalkDir(s.files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && name == "." && errors.Is(err, fs.ErrNotExist):
			if s.missing != nil {
				problems = append(problems, s.missing)
			}
			return fs.SkipAll
		case err != nil:
			problems = append(problems, readProblem(name, err))
			return fs.SkipDir
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && strings.HasSuffix(name, extension):
			files = append(files, s.entry(name, entry))
		}
		return nil
	})
	if err != nil {
		problems = append(problems, readProblem(".", err))
	}
	return files, problems
}

// entry is what a folder's entry says of a file. A link says nothing of what
// it leads to.
func (s source) entry(name string, entry fs.DirEntry) file {
	f := file{name: name}
	if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
		f.size, f.changed = info.Size(), info.ModTime()
	}
	return f
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
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return fmt.Errorf("%s: cannot be read: %w", clean.Line(name), err)
}

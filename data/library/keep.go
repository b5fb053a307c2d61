package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"cstoread/data/document"
	"cstoread/data/durable"
	"cstoread/model"
	"cstoread/model/clean"
)

// What the program keeps beside the statements stands in one hidden folder of
// the library, so that it goes wherever the library goes.
const (
	hidden    = ".cstoread"
	trash     = hidden + "/trash"
	revisions = hidden + "/revisions"
	lockFile  = hidden + "/lock"
)

// ErrKept says that the library has a statement of that ID already.
var ErrKept = errors.New("there is a statement of this id in the library already")

// ErrNoFolder says that there is no folder to keep statements in.
var ErrNoFolder = errors.New("there is no folder for your statements: name one with --library or CSTOREAD_LIBRARY")

// Add keeps a new statement in the user's folder, under its ID. When it
// returns nil the statement is on the disk, whole; with an error nothing of it
// is. The error is ErrKept when the ID is taken.
func (l *Library) Add(s *model.Statement) error { return l.AddAll([]*model.Statement{s})[0] }

// AddAll keeps new statements, faster than one by one, and returns an error
// or nil for each. Those that are kept are safe when it returns and not
// before. The list of headers is read again when it is next asked for: who
// adds many should ask for it once beforehand.
func (l *Library) AddAll(statements []*model.Statement) []error {
	errs := make([]error, len(statements))
	var files []durable.File
	var at []int
	for i, s := range statements {
		data, err := l.encode(s)
		if err != nil {
			errs[i] = err
			continue
		}
		files, at = append(files, durable.File{Name: s.ID + extension, Data: data}), append(at, i)
	}
	// No lock is taken: a name that another program takes first stays its own.
	if err := l.ready(); err != nil {
		for _, i := range at {
			errs[i] = err
		}
		return errs
	}
	defer l.Reload()
	for k, err := range l.disk.CreateAll(l.folder, files) {
		switch id := statements[at[k]].ID; {
		case errors.Is(err, fs.ErrExist):
			errs[at[k]] = fmt.Errorf("%s: %w", id, ErrKept)
		case err != nil:
			errs[at[k]] = fmt.Errorf("%s could not be kept: %w", id, durable.Reason(err))
		}
	}
	return errs
}

// ready makes the folder if there is none, and clears away what a killed
// program has left in it.
func (l *Library) ready() error {
	if l.folder == "" {
		return ErrNoFolder
	}
	if err := l.disk.MakeDir(l.folder); err != nil {
		return fmt.Errorf("the library cannot be written: %w", durable.Reason(err))
	}
	l.sweep.Do(func() { durable.RemoveTemporary(l.folder, time.Now()) })
	return nil
}

// encode is a new statement as its file, which must read back as itself.
func (l *Library) encode(s *model.Statement) ([]byte, error) {
	for _, src := range l.sources {
		if src.embedded {
			if _, err := fs.Stat(src.files, s.ID+extension); err == nil {
				return nil, fmt.Errorf("%s: %w", clean.Line(s.ID), ErrKept)
			}
		}
	}
	data := document.Format(s)
	again, err := document.Parse(clean.Line(s.ID)+extension, data)
	if err != nil {
		return nil, err
	}
	if len(again.Body) != len(s.Body) {
		return nil, fmt.Errorf("%s: %d paragraphs would be %d in the library", s.ID, len(s.Body), len(again.Body))
	}
	for i, p := range s.Body {
		if strings.Join(strings.Fields(again.Body[i].Text), " ") != strings.Join(strings.Fields(p.Text), " ") {
			return nil, fmt.Errorf("%s: paragraph %d would read otherwise in the library", s.ID, i+1)
		}
	}
	return data, nil
}

// readsBack says whether a file holds the statement of an ID.
func readsBack(id string, data []byte) error {
	header, err := document.ParseHeader(clean.Line(id)+extension, data)
	if err == nil && header.ID != id {
		err = fmt.Errorf("the id %s cannot become %s: an id never changes", id, header.ID)
	}
	return err
}

// locked does something to the folder while no other program does.
func (l *Library) locked(do func() error) error {
	if err := l.ready(); err != nil {
		return err
	}
	if err := l.disk.MakeDir(filepath.Join(l.folder, hidden)); err != nil {
		return fmt.Errorf("the library cannot be written: %w", durable.Reason(err))
	}
	unlock, err := durable.Lock(filepath.Join(l.folder, lockFile))
	if err != nil {
		return fmt.Errorf("the library cannot be written: %w", durable.Reason(err))
	}
	defer unlock()
	defer l.Reload()
	return do()
}

// own finds the user's file of a statement. It gives the path of the file.
func (l *Library) own(id string) (string, error) {
	if !model.ValidID(id) {
		return "", fmt.Errorf("%w: %q", model.ErrUnknownID, id)
	}
	for _, src := range l.sources {
		if src.embedded {
			if _, err := fs.Stat(src.files, id+extension); err == nil {
				return "", fmt.Errorf("%s is built in and cannot be changed", id)
			}
		}
	}
	if l.folder == "" {
		return "", ErrNoFolder
	}
	named := place{source{files: os.DirFS(l.folder)}, id + extension}
	if s, err := named.read(); err == nil && s.ID == id {
		return filepath.Join(l.folder, named.name), nil
	}
	if p, known := l.place(id); known {
		return filepath.Join(l.folder, filepath.FromSlash(p.name)), nil
	}
	return "", fmt.Errorf("%w: %q; cstoread list shows what there is", model.ErrUnknownID, id)
}

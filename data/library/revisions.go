package library

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"cstoread/data/document"
	"cstoread/data/durable"
	"cstoread/model"
)

// Edit changes a statement's file. Change gets the file's bytes and gives the
// new ones, which must be a document of the same ID; document.SetHeader is such
// a change. The old file is kept as a revision before the new one takes its
// place; where the bytes are the same nothing is done. Between reading and
// writing no other program writes.
func (l *Library) Edit(id string, change func(old []byte) ([]byte, error)) error {
	return l.locked(func() error {
		path, err := l.own(id)
		if err != nil {
			return err
		}
		old, err := os.ReadFile(path)
		if err != nil {
			return readProblem(filepath.Base(path), err)
		}
		data, err := change(slices.Clone(old))
		if err != nil || bytes.Equal(old, data) {
			return err
		}
		if err := readsBack(id, data); err != nil {
			return err
		}
		if err := l.keepRevision(id, old); err != nil {
			return fmt.Errorf("%s could not be changed: %w", id, durable.Reason(err))
		}
		if err := l.disk.Write(path, data); err != nil {
			return fmt.Errorf("%s could not be changed: %w", id, durable.Reason(err))
		}
		return nil
	})
}

// keepRevision puts a file's bytes among the revisions.
func (l *Library) keepRevision(id string, old []byte) error {
	folder := filepath.Join(l.folder, revisions)
	if err := l.disk.MakeDir(folder); err != nil {
		return err
	}
	numbers := l.Revisions(id)
	n := 1
	if len(numbers) > 0 {
		n = numbers[len(numbers)-1] + 1
		last, err := os.ReadFile(filepath.Join(folder, numbered(id, n-1)))
		if err == nil && bytes.Equal(last, old) {
			return nil // a change that failed halfway has kept it already
		}
	}
	for ; ; n++ {
		if err := l.disk.Create(filepath.Join(folder, numbered(id, n)), old); !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
}

// Revisions lists the numbers of a statement's earlier forms, oldest first.
func (l *Library) Revisions(id string) []int {
	var numbers []int
	for _, name := range l.hiddenFiles(revisions) {
		if of, n, ok := parseNumbered(name); ok && of == id {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// Revision reads an earlier form of a statement, without mentions.
func (l *Library) Revision(id string, n int) (*model.Statement, error) {
	if !slices.Contains(l.Revisions(id), n) {
		return nil, fmt.Errorf("%w: there is no revision %d of %q", model.ErrUnknownID, n, id)
	}
	name := numbered(id, n)
	data, err := os.ReadFile(filepath.Join(l.folder, revisions, name))
	if err != nil {
		return nil, readProblem(name, err)
	}
	return document.Parse(name, data)
}

package library

import (
	"os"
	"path/filepath"

	"cstoread/data/document"
	"cstoread/model"
)

// Document is the file of one of the user's own statements, to the letter.
func (l *Library) Document(id string) ([]byte, error) {
	path, err := l.own(id)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, readProblem(filepath.Base(path), err)
	}
	return data, nil
}

// SetHeader changes what is known of a statement and leaves its text and the
// rest of its file as they are. The old file is kept as a revision.
func (l *Library) SetHeader(id string, change func(*model.Header)) error {
	return l.Edit(id, func(old []byte) ([]byte, error) {
		h, err := document.ParseHeader(id+extension, old)
		if err != nil {
			return nil, err
		}
		change(&h)
		h.ID = id
		return document.SetHeader(id+extension, old, h)
	})
}

// Replace gives a statement's file other bytes, which must be a document of
// the same ID. The old file is kept as a revision.
func (l *Library) Replace(id string, data []byte) error {
	return l.Edit(id, func([]byte) ([]byte, error) { return data, nil })
}

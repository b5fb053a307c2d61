// Package notes keeps the reader's notes on paragraphs in one plain file,
// notes.jsonl in the data folder, a note a line:
//
//	{"ref":"ID#p7","anchor":"the paragraph's words","note":"…","tags":["gulf"],"made":"2024-05-06"}
//
// It can be read and edited with any editor. A line that cannot be understood
// is kept as it is and reported. What a note means, and how its paragraph is
// found again, is package note's matter.
package notes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cstoread/data/durable"
	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/model/note"
)

const (
	fileName = "notes.jsonl"
	lockName = "notes.lock"
	// maxSize is the most that is read, in bytes.
	maxSize = 64 << 20
)

// Store is a file of notes.
type Store struct {
	folder string
	disk   durable.Disk
}

// Open makes a store in a folder, which need not exist.
func Open(folder string) *Store { return &Store{folder: folder} }

// line is one line of the file.
type line struct {
	Ref    string   `json:"ref"`
	Anchor string   `json:"anchor"`
	Note   string   `json:"note,omitempty"`
	Tags   []string `json:"tags,omitempty"`
	Made   string   `json:"made,omitempty"`
}

// Load reads all notes. Lines that could not be read are named by the second
// result, which does not keep the others from being used.
func (s *Store) Load() ([]note.Note, error) {
	notes, _, problem, err := s.read()
	return notes, errors.Join(problem, err)
}

// Change replaces the notes by what change makes of them, while no other
// program does so. Nothing is written when it gives an error.
func (s *Store) Change(change func([]note.Note) ([]note.Note, error)) error {
	if s.folder == "" {
		return errors.New("notes cannot be kept: there is no home folder; set XDG_DATA_HOME")
	}
	if err := s.disk.MakeDir(s.folder); err != nil {
		return fmt.Errorf("notes cannot be kept: %w", err)
	}
	unlock, err := durable.Lock(filepath.Join(s.folder, lockName))
	if err != nil {
		return fmt.Errorf("notes cannot be kept: %w", err)
	}
	defer unlock()
	notes, strange, _, err := s.read()
	if err != nil {
		return err
	}
	if notes, err = change(notes); err != nil {
		return err
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, n := range notes {
		l := line{refOf(n.ID, n.N), n.Anchor, n.Text, n.Tags, n.Made.String()}
		if err := enc.Encode(l); err != nil {
			return fmt.Errorf("notes cannot be kept: %w", err)
		}
	}
	for _, l := range strange {
		b.WriteString(l + "\n")
	}
	if err := s.disk.Write(filepath.Join(s.folder, fileName), b.Bytes()); err != nil {
		return fmt.Errorf("notes cannot be kept: %w", err)
	}
	return nil
}

// read gives the notes and the lines that are none.
func (s *Store) read() (notes []note.Note, strange []string, problem, err error) {
	if s.folder == "" {
		return nil, nil, nil, nil
	}
	path := filepath.Join(s.folder, fileName)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil, nil
	}
	if err == nil && (!info.Mode().IsRegular() || info.Size() > maxSize) {
		err = fmt.Errorf("it is no file, or larger than %d MB", maxSize>>20)
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, nil, nil, fmt.Errorf("your notes cannot be read: %w", err)
	}
	first := 0
	for i, l := range strings.Split(string(data), "\n") {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if n, ok := parse(l); ok {
			notes = append(notes, n)
			continue
		}
		strange = append(strange, l)
		if first == 0 {
			first = i + 1
		}
	}
	if first > 0 {
		problem = fmt.Errorf("%s: %d lines are no notes and are left alone, the first is line %d", path, len(strange), first)
	}
	return notes, strange, problem, nil
}

// parse reads one line.
func parse(text string) (note.Note, bool) {
	var l line
	if json.Unmarshal([]byte(text), &l) != nil {
		return note.Note{}, false
	}
	ref, err := model.ParseReference(l.Ref)
	if err != nil || !model.ValidID(ref.ID) || ref.First != ref.Last {
		return note.Note{}, false
	}
	made, err := model.ParseDate(l.Made)
	if err != nil {
		return note.Note{}, false
	}
	n := note.Note{ID: ref.ID, N: ref.First, Anchor: clean.Line(l.Anchor), Text: clean.Line(l.Note), Made: made}
	for _, t := range l.Tags {
		if t = note.Tag(clean.Line(t)); t != "" {
			n.Tags = append(n.Tags, t)
		}
	}
	return n, true
}

// refOf is "ID#p7", or "ID" for the title.
func refOf(id string, n int) string {
	return model.Reference{ID: id, First: n, Last: n}.String()
}

package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"cstoread/model"
	"cstoread/model/clean"
)

// version is that of the file's form. A program leaves files of later versions
// alone.
const version = 1

// file is the memory as JSON.
type file struct {
	Version     int            `json:"version"`
	Places      map[string]int `json:"places,omitempty"`
	Read        []string       `json:"read,omitempty"`
	Bookmarks   []string       `json:"bookmarks,omitempty"`
	Last        string         `json:"last,omitempty"`
	Query       string         `json:"query,omitempty"`
	Preferences preferences    `json:"preferences,omitzero"`

	// rest is what the file holds besides, kept for the program that wrote it.
	rest map[string]json.RawMessage
}

type preferences struct {
	Measure int    `json:"measure,omitempty"`
	Sort    string `json:"sort,omitempty"`
	NoMouse bool   `json:"no_mouse,omitempty"`
	Implied bool   `json:"implied,omitempty"`
	Outline bool   `json:"outline,omitempty"`
}

var errBroken = errors.New("its file is not as this program writes it")

// newerError is about a file of a later version.
type newerError struct{ version int }

func (e *newerError) Error() string {
	return fmt.Sprintf("what was read before is not remembered in this run: a newer cstoread has written it (version %d)", e.version)
}

// decode reads a file's content.
func decode(data []byte) (file, error) {
	if len(data) > maxSize {
		return file{}, errBroken
	}
	var head struct{ Version int }
	if err := json.Unmarshal(data, &head); err != nil || head.Version < 1 {
		return file{}, errBroken
	}
	if head.Version > version {
		return file{}, &newerError{head.Version}
	}
	var f file
	if json.Unmarshal(data, &f) != nil || json.Unmarshal(data, &f.rest) != nil {
		return file{}, errBroken
	}
	return f, nil
}

// encode gives a file's content, the same for the same memory.
func (f file) encode() ([]byte, error) {
	f.Version = version
	own, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	all := maps.Clone(f.rest)
	if all == nil {
		all = make(map[string]json.RawMessage)
	}
	for _, key := range []string{"version", "places", "read", "bookmarks", "last", "query", "preferences"} {
		delete(all, key)
	}
	if err := json.Unmarshal(own, &all); err != nil {
		return nil, err
	}
	data, err := json.MarshalIndent(all, "", " ")
	return append(data, '\n'), err
}

// memory is what the file says, less what points nowhere and what a terminal
// would obey.
func (f file) memory() model.Memory {
	m := model.Memory{
		Places: make(map[string]int), Read: make(map[string]bool), Bookmarks: make(map[string]bool),
		Query: clean.Line(f.Query),
		Preferences: model.Preferences{
			Measure: f.Preferences.Measure, Sort: clean.Line(f.Preferences.Sort),
			NoMouse: f.Preferences.NoMouse, Implied: f.Preferences.Implied, Outline: f.Preferences.Outline,
		},
	}
	for id, n := range f.Places {
		if model.ValidID(id) && n >= 0 {
			m.Places[id] = n
		}
	}
	for _, id := range f.Read {
		if model.ValidID(id) {
			m.Read[id] = true
		}
	}
	for _, s := range f.Bookmarks {
		if ref, err := model.ParseReference(s); err == nil && model.ValidID(ref.ID) {
			m.Bookmarks[s] = true
		}
	}
	if model.ValidID(f.Last) {
		m.Last = f.Last
	}
	return m
}

// set makes the file say what the memory holds.
func (f *file) set(m model.Memory) {
	f.Places = m.Places
	f.Read = slices.Sorted(maps.Keys(m.Read))
	f.Bookmarks = slices.Sorted(maps.Keys(m.Bookmarks))
	f.Last, f.Query = m.Last, m.Query
	p := m.Preferences
	f.Preferences = preferences{Measure: p.Measure, Sort: p.Sort, NoMouse: p.NoMouse, Implied: p.Implied, Outline: p.Outline}
}

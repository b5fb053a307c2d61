package library

import (
	"path/filepath"

	"cstoread/data/headercache"
)

// stored reads what the cache holds of the folder, nil when there is none. It
// says what the files were like when they were read last, not that they still
// are.
func (l *Library) stored() *index {
	if l.cached == "" {
		return nil
	}
	t, err := headercache.Load(l.cached, l.absolute())
	if err != nil {
		return nil
	}
	for i := range t.Files {
		if int(t.Files[i].Source) >= len(l.sources) {
			return nil
		}
	}
	for i := range t.Left {
		if int(t.Left[i].File.Source) >= len(l.sources) {
			return nil
		}
	}
	return stored(t)
}

// store keeps the index for the next start. A cache that cannot be written
// costs time then, and nothing else.
func (l *Library) store(ix *index) {
	if l.cached == "" {
		return
	}
	t := ix.Table
	_ = headercache.Save(l.cached, l.absolute(), &t)
}

func (l *Library) absolute() string {
	if path, err := filepath.Abs(l.folder); err == nil {
		return path
	}
	return l.folder
}

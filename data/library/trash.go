package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"cstoread/data/document"
	"cstoread/data/durable"
	"cstoread/model"
)

// Remove takes a statement out of the library and keeps it in the trash. What
// is there already, of the same ID, stays there too.
func (l *Library) Remove(id string) error {
	return l.locked(func() error {
		path, err := l.own(id)
		if err != nil {
			return err
		}
		if err := l.disk.MakeDir(filepath.Join(l.folder, trash)); err != nil {
			return fmt.Errorf("%s could not be removed: %w", id, durable.Reason(err))
		}
		for n := l.thrown(id) + 1; ; n++ {
			err := l.disk.Move(path, filepath.Join(l.folder, trash, numbered(id, n)))
			switch {
			case err == nil:
				return nil
			case !errors.Is(err, fs.ErrExist):
				return fmt.Errorf("%s could not be removed: %w", id, durable.Reason(err))
			}
		}
	})
}

// Restore brings back the statement of an ID that was removed last. The error
// is ErrKept when the library has one of that ID again.
func (l *Library) Restore(id string) error {
	return l.locked(func() error {
		n := l.thrown(id)
		if n == 0 {
			return fmt.Errorf("%w in the trash: %q", model.ErrUnknownID, id)
		}
		if _, err := l.own(id); err == nil {
			return fmt.Errorf("%s: %w", id, ErrKept)
		}
		err := l.disk.Move(filepath.Join(l.folder, trash, numbered(id, n)), filepath.Join(l.folder, id+extension))
		switch {
		case errors.Is(err, fs.ErrExist):
			return fmt.Errorf("%s: %w", id, ErrKept)
		case err != nil:
			return fmt.Errorf("%s could not be restored: %w", id, durable.Reason(err))
		}
		return nil
	})
}

// Trash lists the headers of the statements that can be restored, newest
// first as in the library.
func (l *Library) Trash() []model.Header {
	latest := make(map[string]int)
	for _, name := range l.hiddenFiles(trash) {
		if id, n, ok := parseNumbered(name); ok {
			latest[id] = max(latest[id], n)
		}
	}
	var headers []model.Header
	for id, n := range latest {
		data, err := os.ReadFile(filepath.Join(l.folder, trash, numbered(id, n)))
		if err != nil {
			continue
		}
		if h, err := document.ParseHeader(numbered(id, n), data); err == nil {
			headers = append(headers, h)
		}
	}
	newestFirst(headers)
	return headers
}

// thrown is the highest number that a removed statement of an ID has, or 0.
func (l *Library) thrown(id string) (highest int) {
	for _, name := range l.hiddenFiles(trash) {
		if of, n, ok := parseNumbered(name); ok && of == id {
			highest = max(highest, n)
		}
	}
	return highest
}

// hiddenFiles are the names in one of the program's own folders; none when it
// does not exist.
func (l *Library) hiddenFiles(folder string) []string {
	if l.folder == "" {
		return nil
	}
	entries, err := os.ReadDir(filepath.Join(l.folder, folder))
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// numbered is the name of a file that there can be several of: "ID~2.md". No
// ID holds "~".
func numbered(id string, n int) string { return id + "~" + strconv.Itoa(n) + extension }

func parseNumbered(name string) (id string, n int, ok bool) {
	base, found := strings.CutSuffix(name, extension)
	id, number, cut := strings.Cut(base, "~")
	n, err := strconv.Atoi(number)
	return id, n, found && cut && err == nil && n > 0 && model.ValidID(id)
}

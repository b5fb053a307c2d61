// Package doctor looks over what the program keeps on disk and says what is
// wrong and what to do about it. It changes nothing.
package doctor

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"cstoread/data/library"
	"cstoread/data/state"
	"cstoread/data/xdg"
	"cstoread/model"
	"cstoread/model/clean"
)

// Look checks the library and the folders of the program. getenv is the
// environment.
func Look(l *library.Library, getenv func(string) string) []model.Check {
	checks := []model.Check{statements(l), own(l)}
	for _, p := range l.Problems() {
		checks = append(checks, model.Check{
			Name: "file", Found: clean.Line(p.Error()), Bad: true,
			Advice: "mend the file with an editor, or move it out of the library",
		})
	}
	checks = append(checks, doubtful(l)...)
	checks = append(checks,
		folder("cache", xdg.Cache(getenv), "it is made again when it is needed; reading starts slower without it"),
		folder("state", xdg.State(getenv), "places and marks are not remembered"),
		memory(getenv),
		folder("config", xdg.Config(getenv), ""),
	)
	return checks
}

func statements(l *library.Library) model.Check {
	embedded, own := 0, 0
	for _, h := range l.Headers() {
		if h.Embedded {
			embedded++
		} else {
			own++
		}
	}
	c := model.Check{Name: "statements", Found: fmt.Sprintf("%d built in, %d of your own", embedded, own)}
	if embedded == 0 {
		c.Bad, c.Advice = true, "this program was built without its statements; build it again"
	}
	return c
}

// own looks at the user's folder: whether it is there, and can be written.
func own(l *library.Library) model.Check {
	c := model.Check{Name: "library", Found: clean.Line(l.Folder())}
	if l.Folder() == "" {
		c.Found, c.Bad, c.Advice = "there is no folder for your statements", true, "set HOME, or name a folder with --library or CSTOREAD_LIBRARY"
		return c
	}
	info, err := os.Stat(l.Folder())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.Found += " (not there yet; cstoread add makes it)"
		return c
	case err != nil:
		c.Bad, c.Advice = true, "it cannot be looked at: "+clean.Line(clean.Cause(err).Error())
		return c
	case !info.IsDir():
		c.Bad, c.Advice = true, "it is a file; name a folder with --library or CSTOREAD_LIBRARY"
		return c
	}
	if err := writable(l.Folder()); err != nil {
		c.Found += " (can be read only)"
		c.Advice = "nothing can be added or edited: " + clean.Line(clean.Cause(err).Error())
		return c
	}
	if n := len(l.Trash()); n > 0 {
		c.Found += fmt.Sprintf(" (%d in its trash; cstoread restore lists them)", n)
	}
	return c
}

func doubtful(l *library.Library) []model.Check {
	n := 0
	for _, h := range l.Headers() {
		if h.Doubtful != "" {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []model.Check{{
		Name: "doubtful", Found: strconv.Itoa(n) + " statements have fields that nobody has looked at",
		Advice: "cstoread list is:doubtful shows them, cstoread edit sets them",
	}}
}

// folder looks at one of the program's folders.
func folder(name, path, without string) model.Check {
	c := model.Check{Name: name, Found: clean.Line(path)}
	if path == "" {
		c.Found, c.Advice = "there is no place for it", without
		return c
	}
	_, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.Found += " (not there yet)"
	case err != nil:
		c.Bad, c.Advice = true, clean.Line(clean.Cause(err).Error())
	case without != "" && writable(path) != nil:
		c.Found += " (can be read only)"
		c.Advice = without
	}
	return c
}

// memory says whether what is remembered between runs can be read.
func memory(getenv func(string) string) model.Check {
	c := model.Check{Name: "memory", Found: "can be read"}
	if _, err := state.Open(xdg.State(getenv)).Load(); err != nil {
		c.Found, c.Bad, c.Advice = clean.Line(err.Error()), true, "the reader begins without it and keeps the damaged file aside"
	}
	return c
}

// writable tries with a file that is taken away at once: permissions alone do
// not tell of read-only disks.
func writable(path string) error {
	f, err := os.CreateTemp(path, ".cstoread-doctor-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(filepath.Clean(f.Name())))
}

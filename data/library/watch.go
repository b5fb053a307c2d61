package library

import (
	"context"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// settle is how long a folder must be quiet before it is looked at: an
	// editor's save is several steps, and a sync brings many files at once.
	settle = 200 * time.Millisecond
	// pollEvery is how often the folder is looked at where the system does not
	// tell of changes, and safety how often where it does: network folders and
	// full queues lose news.
	pollEvery = 2 * time.Second
	safety    = time.Minute
	// pollShare keeps looking from taking more than this part of the time.
	pollShare = 20
)

// Watch notices files that are changed, added or removed by others, and calls
// changed after each time that something was. It ends when ctx is done. The
// system tells it of changes; where it cannot, the folder is looked at now and
// then.
func (l *Library) Watch(ctx context.Context, changed func()) {
	if l.folder == "" {
		return
	}
	l.all() // what is there to begin with is no change
	w := watcher{library: l}
	defer w.close()
	next := time.NewTimer(w.look(changed))
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-w.news():
			next.Reset(settle)
		case <-w.errors():
			next.Reset(settle) // news may have been lost
		case <-next.C:
			next.Reset(w.look(changed))
		}
	}
}

// watcher is the system's way to tell of changes, where there is one.
type watcher struct {
	library *Library
	system  *fsnotify.Watcher
}

// look looks at the folder and says how long to wait for the next time.
func (w *watcher) look(changed func()) time.Duration {
	told := w.listen()
	began := time.Now()
	if w.library.Refresh() {
		changed()
	}
	wait := pollEvery
	if told {
		wait = safety
	}
	return max(wait, pollShare*time.Since(began))
}

// listen asks the system to tell of changes in the folder and in those within
// it. It says whether the system will.
func (w *watcher) listen() bool {
	if w.system == nil {
		system, err := fsnotify.NewWatcher()
		if err != nil {
			return false
		}
		w.system = system
	}
	told := true
	err := fs.WalkDir(os.DirFS(w.library.folder), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			told = false
			return fs.SkipDir
		case !entry.IsDir():
			return nil
		case name != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		}
		if err := w.system.Add(w.path(name)); err != nil {
			told = false
		}
		return nil
	})
	return told && err == nil
}

func (w *watcher) path(name string) string {
	if name == "." {
		return w.library.folder
	}
	return w.library.folder + string(os.PathSeparator) + strings.ReplaceAll(name, "/", string(os.PathSeparator))
}

// news is where the system tells of changes; nil, which never does, where it
// cannot.
func (w *watcher) news() <-chan fsnotify.Event {
	if w.system == nil {
		return nil
	}
	return w.system.Events
}

func (w *watcher) errors() <-chan error {
	if w.system == nil {
		return nil
	}
	return w.system.Errors
}

func (w *watcher) close() {
	if w.system != nil {
		w.system.Close()
	}
}

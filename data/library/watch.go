package library

import (
	"context"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"cstoread/model"
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

// Watch brings in what has not arrived yet, then notices files that are
// changed, added or removed by others, and tells of each. It ends when ctx is
// done. The system tells it of changes; where it cannot, the folder is looked
// at now and then.
func (l *Library) Watch(ctx context.Context, tell func(model.Change)) {
	folders := l.bring(ctx, tell)
	if l.folder == "" {
		return
	}
	w := watcher{library: l}
	defer w.close()
	w.listen(folders)
	next := time.NewTimer(w.look(tell))
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.poke:
			next.Reset(0)
		case <-w.news():
			next.Reset(settle)
		case <-w.errors(): //nolint:errcheck // whatever it is, news may have been lost
			next.Reset(settle)
		case <-next.C:
			next.Reset(w.look(tell))
		}
	}
}

// watcher is the system's way to tell of changes, where there is one.
type watcher struct {
	library *Library
	system  *fsnotify.Watcher
}

// look looks at the folder and says how long to wait for the next time.
func (w *watcher) look(tell func(model.Change)) time.Duration {
	began := time.Now()
	change, folders := w.library.refresh()
	if change.Listed {
		tell(change)
	}
	switch told, fresh := w.listen(folders); {
	case fresh:
		return settle // for what happened before it listened
	case told:
		return max(safety, pollShare*time.Since(began))
	}
	return max(pollEvery, pollShare*time.Since(began))
}

// listen asks the system to tell of changes in these folders. It says whether
// the system will, and whether it did not before.
func (w *watcher) listen(folders []string) (told, fresh bool) {
	if w.system == nil {
		system, err := fsnotify.NewWatcher()
		if err != nil {
			return false, false
		}
		w.system = system
	}
	heard := w.system.WatchList()
	for _, name := range folders {
		path := w.path(name)
		if slices.Contains(heard, path) {
			continue
		}
		if err := w.system.Add(path); err != nil {
			return false, false
		}
		fresh = true
	}
	return len(folders) > 0, fresh
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

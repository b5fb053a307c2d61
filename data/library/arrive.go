package library

import (
	"context"
	"time"

	"cstoread/model"
)

// Arrive lets the list be shown while it comes: from now on Headers and
// Problems answer at once with what is known, which is the embedded statements
// to begin with. Watch brings the others, and must be called.
func (l *Library) Arrive() {
	var embedded []source
	for _, src := range l.sources {
		if src.embedded {
			embedded = append(embedded, src)
		}
	}
	s := look(embedded, nil)
	s.readAll()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.arriving.Store(true)
	if l.index == nil {
		l.index = s.index(nil)
		l.index.partial = true
	}
}

// progressEvery is how often the number of files that have been read is told.
const progressEvery = 100 * time.Millisecond

// listedFirst is how many files are read before the list is shown for the
// first time. After that it is shown each time it has doubled: putting it in
// order takes the longer, the longer it is.
const listedFirst = 500

// bring looks at the files for the first time, tells how far it has come, and
// gives the folders that the files are in.
func (l *Library) bring(ctx context.Context, tell func(model.Change)) (folders []string) {
	l.scanning.Lock()
	defer l.scanning.Unlock()
	if _, whole := l.fresh(); whole {
		return nil
	}
	before := l.stored()
	if before != nil && l.arriving.Load() {
		// A list that may not be of today is shown while the files are looked
		// at. Whatever is opened from it is read from its file.
		l.take(&index{Table: before.Table, problems: before.problems, partial: true})
		tell(model.Change{Listed: true, Of: len(before.Files) + len(before.Left)})
	}
	s := look(l.sources, before)
	if len(s.unread) > 0 {
		ended := make(chan struct{})
		go func() {
			s.readAll()
			close(ended)
		}()
		if !l.report(ctx, s, ended, tell) {
			return nil
		}
	}
	now := s.index(before)
	l.take(now)
	tell(model.Change{Listed: now != before || !l.arriving.Load(), Altered: before.altered(now), Read: len(s.files), Of: len(s.files)})
	if s.worthSaving() {
		l.store(now)
	}
	return s.folders
}

// report tells how far the reading has come until it has ended, and says
// whether it has.
func (l *Library) report(ctx context.Context, s *scan, ended <-chan struct{}, tell func(model.Change)) bool {
	known := len(s.files) - len(s.unread)
	shown, next := -1, max(listedFirst, 2*len(l.now().Headers))
	every := time.NewTicker(progressEvery)
	defer every.Stop()
	for {
		if n := known + int(s.read.Load()); n >= next {
			l.take(s.soFar())
			shown, next = n, 2*n
			tell(model.Change{Listed: true, Read: n, Of: len(s.files)})
		} else if n > shown {
			shown = n
			tell(model.Change{Read: n, Of: len(s.files)})
		}
		select {
		case <-ended:
			return true
		case <-ctx.Done():
			s.stop.Store(true)
			<-ended
			return false
		case <-every.C:
		}
	}
}

// Refresh looks at the files now and says whether anything has changed. Others
// go on with what was known before until it is done.
func (l *Library) Refresh() bool {
	change, _ := l.refresh()
	return change.Listed
}

func (l *Library) refresh() (change model.Change, folders []string) {
	l.scanning.Lock()
	defer l.scanning.Unlock()
	before, _ := l.fresh()
	s := look(l.sources, before)
	s.readAll()
	now := s.index(before)
	l.take(now)
	if before != nil && now.same(before) {
		return model.Change{}, s.folders
	}
	change = model.Change{Listed: true, Altered: before.altered(now), Read: len(s.files), Of: len(s.files)}
	if len(change.Altered) > 0 {
		l.cache.clear()
	}
	if s.worthSaving() {
		l.store(now)
	}
	return change, s.folders
}

// Reload has the files looked at again before the next answer. Only those that
// have changed are read.
func (l *Library) Reload() {
	l.mu.Lock()
	l.stale = true
	l.mu.Unlock()
	l.cache.clear()
	select {
	case l.poke <- struct{}{}:
	default: // it has been told to look already
	}
}

// all is the whole index, made when it is first needed.
func (l *Library) all() *index {
	l.scanning.Lock()
	defer l.scanning.Unlock()
	before, whole := l.fresh()
	if whole {
		return before
	}
	if before == nil || before.partial {
		before = l.stored()
	}
	s := look(l.sources, before)
	s.readAll()
	now := s.index(before)
	l.take(now)
	if s.worthSaving() {
		l.store(now)
	}
	return now
}

// fresh is the index as it stands, nil when there is none, and says whether it
// is whole and nothing is known to have changed since. Where not, the caller
// looks at the files now.
func (l *Library) fresh() (ix *index, whole bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	whole = l.index != nil && !l.index.partial && !l.stale
	l.stale = false // what is changed from now on makes it stale again
	return l.index, whole
}

// present is the index as it stands, for a list that is shown while it comes;
// else the whole index.
func (l *Library) present() *index {
	l.mu.Lock()
	now, arriving := l.index, l.arriving.Load()
	l.mu.Unlock()
	if arriving {
		return now
	}
	return l.all()
}

func (l *Library) now() *index {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.index == nil {
		return &index{partial: true}
	}
	return l.index
}

// take makes an index the present one.
func (l *Library) take(ix *index) {
	l.mu.Lock()
	l.index = ix
	l.mu.Unlock()
}

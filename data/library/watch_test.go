package library

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cstoread/model"
)

// waitFor waits until the watcher has told of a change that makes the library
// hold these IDs.
func waitFor(t *testing.T, l *Library, told <-chan struct{}, want ...string) {
	t.Helper()
	late := time.After(20 * time.Second)
	for {
		select {
		case <-told:
			if slices.Equal(l.IDs(), want) {
				return
			}
		case <-late:
			t.Fatalf("the library holds %q, want %q", l.IDs(), want)
		}
	}
}

func TestWatchNoticesWhatOthersDo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "later")
	l := Open(Options{Folder: dir})
	l.Headers()
	told := make(chan struct{}, 100)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		l.Watch(ctx, func(model.Change) { told <- struct{}{} })
		close(ended)
	}()
	put := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("a.md", fileOf("a", "2019"))
	waitFor(t, l, told, "a")
	put("sub/b.md", fileOf("b", "2020"))
	waitFor(t, l, told, "b", "a")
	put("sub/b.md", fileOf("b", "2018"))
	waitFor(t, l, told, "a", "b")
	if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
		t.Fatal(err)
	}
	waitFor(t, l, told, "b")
	stop()
	<-ended
}

func TestRefreshReadsOnlyWhatChanged(t *testing.T) {
	dir := write(t, map[string]string{"a.md": fileOf("a", "2019"), "b.md": fileOf("b", "2018")})
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{"a.md", "b.md"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	count := &counting{FS: os.DirFS(dir), opened: map[string]int{}}
	l := Open(Options{Folder: dir})
	l.sources[0].files = count
	if !l.Refresh() || l.Refresh() {
		t.Error("the first look finds everything, the second nothing new")
	}
	if err := os.WriteFile(filepath.Join(dir, "b.md"), []byte(fileOf("b", "2021")), 0o644); err != nil {
		t.Fatal(err)
	}
	if !l.Refresh() {
		t.Error("a changed file is not noticed")
	}
	if got := l.IDs(); !slices.Equal(got, []string{"b", "a"}) {
		t.Error(got)
	}
	if a, b := count.opened["a.md"], count.opened["b.md"]; a > 2 || b <= a {
		t.Errorf("a was opened %d times, b %d", a, b)
	}
}

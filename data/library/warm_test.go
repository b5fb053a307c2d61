package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"cstoread/data"
	"cstoread/model"
)

// oldFiles is a folder of statements that were written an hour ago, and one
// file that is none.
func oldFiles(t testing.TB, n int) string {
	files := map[string]string{"bad.md": "no front matter"}
	for i := range n {
		id := fmt.Sprintf("s%03d", i)
		files[id+".md"] = fileOf(id, fmt.Sprint(1990+i%30))
	}
	dir := write(t, files)
	for name := range files {
		age(t, filepath.Join(dir, name))
	}
	return dir
}

func age(t testing.TB, path string) {
	t.Helper()
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
}

// opened opens a library and counts which files it opens.
func opened(dir, cache string) (*Library, *counting) {
	l := Open(Options{Embedded: data.Statements(), Folder: dir, Cache: cache})
	count := &counting{FS: os.DirFS(dir), opened: map[string]int{}}
	l.sources[1].files = count
	return l, count
}

func TestWarmStartOpensNoStatement(t *testing.T) {
	dir, cache := oldFiles(t, 80), t.TempDir()
	cold, _ := opened(dir, cache)
	headers, problems := cold.Headers(), cold.Problems()
	warm, count := opened(dir, cache)
	if !reflect.DeepEqual(warm.Headers(), headers) || len(headers) != 84 {
		t.Errorf("%d headers, %d from the cache", len(headers), len(warm.Headers()))
	}
	if p := warm.Problems(); len(p) != 1 || p[0].Error() != problems[0].Error() {
		t.Errorf("problems %v, from the cache %v", problems, p)
	}
	for name := range count.opened {
		if name != "." {
			t.Errorf("%s was opened", name)
		}
	}
}

func TestWarmStartReadsWhatChanged(t *testing.T) {
	dir, cache := oldFiles(t, 80), t.TempDir()
	cold, _ := opened(dir, cache)
	cold.Headers()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("s001.md", fileOf("s001", "2025"))
	put("new.md", fileOf("new", "2026"))
	put("bad.md", fileOf("bad", "2024-12"))
	if err := os.Remove(filepath.Join(dir, "s002.md")); err != nil {
		t.Fatal(err)
	}
	warm, count := opened(dir, cache)
	ids := warm.IDs()
	if got := ids[:3]; !slices.Equal(got, []string{"new", "s001", "bad"}) || len(ids) != 85 || slices.Contains(ids, "s002") {
		t.Errorf("%d statements, %q first", len(ids), got)
	}
	delete(count.opened, ".")
	if len(count.opened) != 3 {
		t.Errorf("opened %v", count.opened)
	}
}

func TestCacheIsNeverNeeded(t *testing.T) {
	dir, cache := oldFiles(t, 80), t.TempDir()
	cold, _ := opened(dir, cache)
	want := cold.Headers()
	for name, spoil := range map[string]func(path string) error{
		"deleted":   os.Remove,
		"cut short": func(path string) error { return os.Truncate(path, 500) },
		"emptied":   func(path string) error { return os.Truncate(path, 0) },
		"a folder": func(path string) error {
			if err := os.Remove(path); err != nil {
				return err
			}
			return os.MkdirAll(filepath.Join(path, "x"), 0o755)
		},
	} {
		t.Run(name, func(t *testing.T) {
			cache := t.TempDir()
			first, _ := opened(dir, cache)
			first.Headers()
			if err := spoil(first.cached); err != nil {
				t.Fatal(err)
			}
			again, _ := opened(dir, cache)
			if !reflect.DeepEqual(again.Headers(), want) {
				t.Error("other headers than before")
			}
		})
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o444); err != nil {
		t.Fatal(err)
	}
	nowhere, _ := opened(dir, file)
	if !reflect.DeepEqual(nowhere.Headers(), want) {
		t.Error("other headers without a cache")
	}
}

func TestListIsShownWhileItComes(t *testing.T) {
	dir := oldFiles(t, 3*listedFirst)
	l := Open(Options{Embedded: data.Statements(), Folder: dir, Cache: t.TempDir()})
	l.Arrive()
	if n := len(l.Headers()); n != 4 {
		t.Errorf("%d statements to begin with", n)
	}
	var changes []model.Change
	ctx, stop := context.WithCancel(context.Background())
	l.Watch(ctx, func(c model.Change) {
		changes = append(changes, c)
		if c.Read == c.Of {
			stop()
		}
	})
	last := changes[len(changes)-1]
	if last.Of != 3*listedFirst+5 || !last.Listed || len(last.Altered) > 0 || len(l.Headers()) != 3*listedFirst+4 {
		t.Errorf("at last %+v, %d headers", last, len(l.Headers()))
	}
	for i := 1; i < len(changes); i++ {
		if changes[i].Read < changes[i-1].Read {
			t.Errorf("went back: %+v", changes)
		}
	}
}

func TestHalfReadIndexHoldsWhatIsRead(t *testing.T) {
	dir := oldFiles(t, 20)
	s := look([]source{folderSource(dir, true)}, nil)
	for i := range 7 {
		h := model.Header{ID: fmt.Sprint("x", i)}
		s.files[s.unread[i*2]].header = &h
		s.done[i*2].Store(true)
	}
	if ix := s.soFar(); len(ix.Headers) != 7 || !ix.partial {
		t.Errorf("%d headers", len(ix.Headers))
	}
}

func TestStatementIsFoundBeforeTheListHasCome(t *testing.T) {
	dir := write(t, map[string]string{"named-otherwise.md": fileOf("mine", "2019")})
	l := Open(Options{Folder: dir})
	l.Arrive()
	if s, err := l.Statement("mine"); err != nil || s.ID != "mine" {
		t.Error(err)
	}
}

func TestWatchTellsWhatChanged(t *testing.T) {
	dir := oldFiles(t, 3)
	l := Open(Options{Folder: dir})
	l.Arrive()
	told := make(chan model.Change, 100)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		l.Watch(ctx, func(c model.Change) { told <- c })
		close(ended)
	}()
	for c := range told {
		if c.Listed && c.Read == c.Of {
			break
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "s001.md"), []byte(fileOf("s001", "2001")+"\nMore.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	select {
	case c := <-told:
		if !slices.Equal(c.Altered, []string{"s001"}) || !c.Listed {
			t.Errorf("told %+v", c)
		}
	case <-time.After(20 * time.Second):
		t.Error("never told")
	}
	stop()
	<-ended
}

package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"cstoread/data"
	"cstoread/data/document"
	"cstoread/data/durable"
	"cstoread/model"
)

// made is a statement of a few paragraphs, whose last says that it is whole.
func made(id string) *model.Statement {
	s := &model.Statement{Header: model.Header{ID: id, Title: "About " + id, Date: model.Date{Year: 2019}}}
	for n := range 12 {
		text := fmt.Sprintf("Paragraph %d of %s reaffirms the commitment to unity, sovereignty and territorial integrity.", n+1, id)
		if n == 11 {
			text = "Here " + id + " ends."
		}
		s.Body = append(s.Body, model.Paragraph{N: n + 1, Text: text, Markdown: text})
	}
	return s
}

// whole says whether a file holds the statement that was made, to its end.
func whole(path, id string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if want := document.Format(made(id)); string(data) != string(want) {
		return fmt.Errorf("%s is not whole: %d bytes of %d", id, len(data), len(want))
	}
	return nil
}

func headerChange(t *testing.T, id string, set func(*model.Header)) func([]byte) ([]byte, error) {
	t.Helper()
	return func(old []byte) ([]byte, error) {
		h, err := document.ParseHeader(id, old)
		if err != nil {
			return nil, err
		}
		set(&h)
		return document.SetHeader(id, old, h)
	}
}

func TestAddRemoveRestore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet")
	l := Open(Options{Embedded: data.Statements(), Folder: dir})
	if err := l.Add(made("a")); err != nil {
		t.Fatal(err)
	}
	if err := whole(filepath.Join(dir, "a.md"), "a"); err != nil {
		t.Error(err)
	}
	if s, err := l.Statement("a"); err != nil || s.Paragraphs != 12 || len(l.Headers()) != 5 {
		t.Errorf("%v, %v, %d headers", s, err, len(l.Headers()))
	}
	other := made("a")
	other.Title = "Another"
	if err := l.Add(other); !errors.Is(err, ErrKept) {
		t.Errorf("the same id again: %v", err)
	}
	if err := l.Add(made("mirzoyan-tasmagambetov")); !errors.Is(err, ErrKept) {
		t.Errorf("the id of a built-in one: %v", err)
	}
	if err := l.Remove("a"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Statement("a"); !errors.Is(err, model.ErrUnknownID) {
		t.Errorf("removed: %v", err)
	}
	if err := l.Add(other); err != nil {
		t.Fatal(err)
	}
	if err := l.Restore("a"); !errors.Is(err, ErrKept) {
		t.Errorf("restored over another: %v", err)
	}
	if err := l.Remove("a"); err != nil {
		t.Fatal(err)
	}
	if got := l.Trash(); len(got) != 1 || got[0].Title != "Another" {
		t.Errorf("trash %v", got)
	}
	if err := l.Restore("a"); err != nil {
		t.Fatal(err)
	}
	if s, err := l.Statement("a"); err != nil || s.Title != "Another" {
		t.Error(s, err)
	}
	if got := l.Trash(); len(got) != 1 || got[0].Title != "About a" {
		t.Errorf("the older one has gone from the trash: %v", got)
	}
	if p := l.Problems(); len(p) > 0 {
		t.Error(p)
	}
}

func TestWhatCannotBeKept(t *testing.T) {
	l := Open(Options{Embedded: data.Statements(), Folder: t.TempDir()})
	list := made("list")
	list.Body[0].Markdown = "- one\n- two"
	emptied := made("emptied")
	emptied.Body = nil
	reworded := made("reworded")
	reworded.Body[3].Markdown = "<b>gone</b>"
	for _, s := range []*model.Statement{made("../x"), made(""), made("a b"), list, emptied, reworded} {
		if err := l.Add(s); err == nil {
			t.Errorf("%q is kept", s.ID)
		}
	}
	if n := len(l.Headers()); n != 4 {
		t.Errorf("%d headers", n)
	}
	for name, err := range map[string]error{
		"remove built in": l.Remove("mirzoyan-tasmagambetov"), "remove nothing": l.Remove("nothing"), "restore nothing": l.Restore("nothing"),
		"remove path": l.Remove("../x"), "no folder": Open(Options{}).Add(made("a")),
	} {
		if err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEditKeepsTheOldForm(t *testing.T) {
	dir := write(t, map[string]string{"year/other-name.md": fileOf("a", "2019")})
	l := Open(Options{Folder: dir})
	for i, year := range []int{2020, 2021} {
		if err := l.Edit("a", headerChange(t, "a", func(h *model.Header) { h.Date.Year = year })); err != nil {
			t.Fatal(err)
		}
		if got := l.Revisions("a"); len(got) != i+1 {
			t.Errorf("revisions %v", got)
		}
	}
	if s, err := l.Statement("a"); err != nil || s.Date.Year != 2021 {
		t.Error(s, err)
	}
	for n, year := range map[int]int{1: 2019, 2: 2020} {
		if s, err := l.Revision("a", n); err != nil || s.Date.Year != year {
			t.Errorf("revision %d: %v, %v", n, s, err)
		}
	}
	if _, err := l.Revision("a", 3); !errors.Is(err, model.ErrUnknownID) {
		t.Error(err)
	}
	same := func(old []byte) ([]byte, error) { return old, nil }
	rename := headerChange(t, "a", func(h *model.Header) { h.ID = "b" })
	broken := func([]byte) ([]byte, error) { return []byte("x"), nil }
	if err := l.Edit("a", same); err != nil {
		t.Error(err)
	}
	if l.Edit("a", rename) == nil || l.Edit("a", broken) == nil {
		t.Error("an edit that breaks the file is written")
	}
	if got := l.Revisions("a"); len(got) != 2 {
		t.Errorf("revisions %v", got)
	}
}

// breaks is a disk that fails at the nth step and at all after it.
func breaks(n int64) durable.Disk {
	var steps atomic.Int64
	return durable.Disk{Fail: func(string) error {
		if steps.Add(1) >= n {
			return errors.New("no space left on device")
		}
		return nil
	}}
}

// Wherever the disk fails, what is reported as kept is whole, nothing else is
// to be seen, and trying again completes the rest.
func TestDiskFailsAtEveryStep(t *testing.T) {
	ids := []string{"a", "b", "c", "d"}
	for n := int64(1); ; n++ {
		dir := t.TempDir()
		l := Open(Options{Folder: dir})
		l.disk = breaks(n)
		var statements []*model.Statement
		for _, id := range ids {
			statements = append(statements, made(id))
		}
		failed := 0
		for i, err := range l.AddAll(statements) {
			if err != nil {
				failed++
			} else if err := whole(filepath.Join(dir, ids[i]+".md"), ids[i]); err != nil {
				t.Errorf("step %d: reported as kept: %v", n, err)
			}
		}
		for _, h := range l.Headers() {
			if err := whole(filepath.Join(dir, h.ID+".md"), h.ID); err != nil {
				t.Errorf("step %d: %v", n, err)
			}
		}
		if p := l.Problems(); len(p) > 0 {
			t.Errorf("step %d: half a file: %v", n, p)
		}
		l.disk = durable.Disk{}
		for _, err := range l.AddAll(statements) {
			if err != nil && !errors.Is(err, ErrKept) {
				t.Errorf("step %d: again: %v", n, err)
			}
		}
		if got := len(l.Headers()); got != len(ids) {
			t.Errorf("step %d: %d statements after the second try", n, got)
		}
		if failed == 0 {
			if n < 10 {
				t.Errorf("only %d steps were tried", n)
			}
			return
		}
	}
}

func TestDiskFailsWhileEditingAndRemoving(t *testing.T) {
	for n := int64(1); n < 14; n++ {
		dir := t.TempDir()
		l := Open(Options{Folder: dir})
		if err := l.Add(made("a")); err != nil {
			t.Fatal(err)
		}
		l.disk = breaks(n)
		err := l.Edit("a", headerChange(t, "a", func(h *model.Header) { h.Place = "Minsk" }))
		s, readErr := l.Statement("a")
		if readErr != nil || (s.Place != "Minsk" && err == nil) || s.Paragraphs != 12 {
			t.Fatalf("step %d: edit said %v, then %v", n, err, readErr)
		}
		if s.Place == "Minsk" && len(l.Revisions("a")) != 1 {
			t.Errorf("step %d: changed without keeping the old form", n)
		}
		l.disk = breaks(n)
		removeErr := l.Remove("a")
		_, stillErr := l.Statement("a")
		if stillErr != nil && len(l.Trash()) != 1 {
			t.Errorf("step %d: remove said %v; it is neither in the library nor in the trash", n, removeErr)
		}
		if removeErr == nil && stillErr == nil {
			t.Errorf("step %d: said to be removed, and still there", n)
		}
	}
}

func TestTwoProgramsAddAtOnce(t *testing.T) {
	dir := t.TempDir()
	var programs sync.WaitGroup
	var kept, taken atomic.Int64
	for range 4 {
		programs.Go(func() {
			l := Open(Options{Folder: dir})
			for i := range 20 {
				switch err := l.Add(made(fmt.Sprint("s", i))); {
				case err == nil:
					kept.Add(1)
				case errors.Is(err, ErrKept):
					taken.Add(1)
				default:
					t.Error(err)
				}
			}
		})
	}
	programs.Wait()
	if kept.Load() != 20 || taken.Load() != 60 {
		t.Errorf("%d kept, %d taken", kept.Load(), taken.Load())
	}
	names, err := fs.Glob(os.DirFS(dir), "*")
	if err != nil || len(names) != 20 {
		t.Error(names, err)
	}
}

func BenchmarkAddAll(b *testing.B) {
	statements := make([]*model.Statement, 256)
	for i := range statements {
		statements[i] = made(fmt.Sprint("s", i))
	}
	for b.Loop() {
		for _, err := range Open(Options{Folder: b.TempDir()}).AddAll(statements) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(statements)), "µs/file")
}

package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var errDisk = errors.New("no space left")

// failing is a disk that fails at the nth step.
func failing(n int) (Disk, *string) {
	failed := new(string)
	return Disk{Fail: func(step string) error {
		if n--; n == 0 {
			*failed = step
			return errDisk
		}
		return nil
	}}, failed
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return string(data)
}

// leftovers are the files in a folder but for the one named.
func leftovers(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestWriteIsWholeOrNotAtAll(t *testing.T) {
	for n := 1; ; n++ {
		path := filepath.Join(t.TempDir(), "a.md")
		if err := (Disk{}).Write(path, []byte("old")); err != nil {
			t.Fatal(err)
		}
		disk, failed := failing(n)
		err := disk.Write(path, []byte("the new text"))
		got := read(t, path)
		switch {
		case *failed == "":
			if err != nil || got != "the new text" || n < 5 {
				t.Errorf("without failure: %v, %q after %d steps", err, got, n)
			}
			return
		case !errors.Is(err, errDisk):
			t.Errorf("%s: error %v", *failed, err)
		case got != "old" && *failed != "syncdir":
			t.Errorf("%s: file holds %q", *failed, got)
		}
		if left := leftovers(t, path); len(left) > 0 {
			t.Errorf("%s: left %q", *failed, left)
		}
	}
}

func TestCreateNeverReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.md")
	if err := (Disk{}).Create(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	for name, disk := range map[string]Disk{
		"with links":    {},
		"without links": {Fail: func(step string) error { return map[string]error{"link": errDisk}[step] }},
	} {
		if err := disk.Create(path, []byte("second")); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
		other := filepath.Join(t.TempDir(), "b.md")
		if err := disk.Create(other, []byte("b")); err != nil || read(t, other) != "b" {
			t.Errorf("%s: %v", name, err)
		}
		if left := leftovers(t, other); len(left) > 0 {
			t.Errorf("%s: left %q", name, left)
		}
	}
	if read(t, path) != "first" || len(leftovers(t, path)) > 0 {
		t.Errorf("file holds %q, beside it %q", read(t, path), leftovers(t, path))
	}
}

func TestCreateFails(t *testing.T) {
	for n := 1; ; n++ {
		path := filepath.Join(t.TempDir(), "a.md")
		disk, failed := failing(n)
		err := disk.Create(path, []byte("text"))
		if *failed == "" {
			if err != nil {
				t.Error(err)
			}
			return
		}
		if got := read(t, path); got != "" && got != "text" {
			t.Errorf("%s: half a file: %q", *failed, got)
		}
		if left := leftovers(t, path); len(left) > 0 && *failed != "remove" {
			t.Errorf("%s: left %q", *failed, left)
		}
	}
}

func TestMoveKeepsBoth(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	for _, path := range []string{a, b} {
		if err := os.WriteFile(path, []byte(path), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := (Disk{}).Move(a, b); !errors.Is(err, fs.ErrExist) || read(t, a) != a || read(t, b) != b {
		t.Error(err)
	}
	if err := (Disk{}).Move(filepath.Join(dir, "none"), filepath.Join(dir, "c")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestLockKeepsOthersOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	got := make(chan error, 1)
	go func() {
		again, err := Lock(path)
		if err == nil {
			again()
		}
		got <- err
	}()
	select {
	case err := <-got:
		t.Fatalf("two are in at once (%v)", err)
	case <-time.After(50 * time.Millisecond):
	}
	unlock()
	if err := <-got; err != nil {
		t.Error(err)
	}
	if _, err := Lock(filepath.Join(path, "no", "folder")); err == nil {
		t.Error("a lock in no folder")
	}
}

func TestRemoveTemporary(t *testing.T) {
	dir := t.TempDir()
	now := time.Now()
	for name, age := range map[string]time.Duration{".a.md.tmp-1": 2 * time.Hour, ".b.md.tmp-2": time.Minute, "c.md": 3 * time.Hour, ".git": 3 * time.Hour} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	RemoveTemporary(dir, now)
	if got := strings.Join(leftovers(t, filepath.Join(dir, "x")), " "); got != ".b.md.tmp-2 .git c.md" {
		t.Errorf("left: %s", got)
	}
}

package state

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cstoread/data/durable"
	"cstoread/model"
)

func memory() model.Memory {
	return model.Memory{
		Places: map[string]int{"a": 4, "b": 0}, Read: map[string]bool{"a": true},
		Bookmarks: map[string]bool{"a#p3": true, "b": true}, Last: "a", Query: `syria "two-state"`,
		Preferences: model.Preferences{Measure: 80, Sort: "title", NoMouse: true, Implied: true, Outline: true},
	}
}

func mustLoad(t *testing.T, s *Store) model.Memory {
	t.Helper()
	m, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func same(t *testing.T, want, got model.Memory) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Error(d)
	}
}

func TestMemoryComesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	s := Open(dir)
	same(t, model.Memory{}, mustLoad(t, s))
	if err := s.Save(memory()); err != nil {
		t.Fatal(err)
	}
	same(t, memory(), mustLoad(t, Open(dir)))
}

func TestTwoProgramsKeepEachOthersMarks(t *testing.T) {
	dir := t.TempDir()
	if err := Open(dir).Save(memory()); err != nil {
		t.Fatal(err)
	}
	one, two := Open(dir), Open(dir)
	m1, m2 := mustLoad(t, one), mustLoad(t, two)
	m1.Read["c"] = true
	delete(m1.Bookmarks, "b")
	m1.Preferences.Measure = 60
	m2.Places["d"] = 7
	m2.Bookmarks["d#p7"] = true
	m2.Read["a"] = false
	m2.Query = ""
	for range 2 { // the second time nothing new is to be brought
		if err := errors.Join(one.Save(m1), two.Save(m2)); err != nil {
			t.Fatal(err)
		}
	}
	want := memory()
	want.Read = map[string]bool{"c": true}
	want.Bookmarks = map[string]bool{"a#p3": true, "d#p7": true}
	want.Places["d"] = 7
	want.Query = ""
	want.Preferences.Measure = 60
	same(t, want, mustLoad(t, Open(dir)))
}

func TestManySavesAtOnce(t *testing.T) {
	dir := t.TempDir()
	var savers sync.WaitGroup
	for i := range 8 {
		savers.Go(func() {
			s := Open(dir)
			m, err := s.Load()
			for j := range 5 {
				m.Read[fmt.Sprintf("s%d-%d", i, j)] = true
				err = errors.Join(err, s.Save(m))
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	savers.Wait()
	if n := len(mustLoad(t, Open(dir)).Read); n != 40 {
		t.Errorf("%d of 40 marks are left", n)
	}
}

func TestCorruptFileIsSetAside(t *testing.T) {
	for name, content := range map[string]string{
		"cut": `{"version":1,"read":["a`, "empty": "", "not JSON": "\x00\x00\x00", "other JSON": "[1]",
		"no version": `{"read":["a"]}`, "wrong type": `{"version":1,"places":["a"]}`, "two": `{"version":1}{"version":1}`,
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, fileName)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		s := Open(dir)
		m, err := s.Load()
		if err == nil || !strings.Contains(err.Error(), "kept as state.broken-1.json") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
		same(t, model.Memory{}, m)
		if err := s.Save(memory()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if kept, _ := os.ReadFile(filepath.Join(dir, "state.broken-1.json")); string(kept) != content {
			t.Errorf("%s: kept %q", name, kept)
		}
		same(t, memory(), mustLoad(t, Open(dir)))
	}
}

func TestCorruptWhileRunning(t *testing.T) {
	dir := t.TempDir()
	s := Open(dir)
	mustLoad(t, s)
	for n := 1; n < 3; n++ {
		if err := os.WriteFile(filepath.Join(dir, fileName), []byte("{"), 0o600); err != nil {
			t.Fatal(err)
		}
		m := memory()
		m.Last = fmt.Sprint("s", n)
		if err := s.Save(m); err != nil {
			t.Fatal(err)
		}
		if kept, _ := os.ReadFile(filepath.Join(dir, brokenName(n))); string(kept) != "{" {
			t.Errorf("%s holds %q", brokenName(n), kept)
		}
	}
}

func TestNewerFileIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	content := []byte(`{"version":2,"read":{"a":"yesterday"}}`)
	if err := os.WriteFile(filepath.Join(dir, fileName), content, 0o600); err != nil {
		t.Fatal(err)
	}
	s := Open(dir)
	if _, err := s.Load(); err == nil || !strings.Contains(err.Error(), "newer") {
		t.Error(err)
	}
	if err := s.Save(memory()); err != nil {
		t.Error("Load has said it already:", err)
	}
	if now, _ := os.ReadFile(filepath.Join(dir, fileName)); !bytes.Equal(now, content) {
		t.Errorf("file holds %s", now)
	}
}

func TestUnknownFieldsAreKept(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, fileName), []byte(`{"version":1,"history":["x"],"read":["a"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	s := Open(dir)
	m := mustLoad(t, s)
	m.Read = nil
	if err := s.Save(m); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(filepath.Join(dir, fileName))
	if !bytes.Contains(got, []byte(`"history"`)) || bytes.Contains(got, []byte(`"read"`)) {
		t.Errorf("%s", got)
	}
}

func TestHostileStateIsHarmless(t *testing.T) {
	dir := t.TempDir()
	content := `{"version":1,"places":{"../x":1,"a\u001b[0m":2,"b":-1,"c":3},"read":["\u0007"],"bookmarks":["#","x#y","c#p2"],"last":"\u202e","query":"a\u001b]0;x\u0007b\n","preferences":{"sort":"\u001bc"}}`
	if err := os.WriteFile(filepath.Join(dir, fileName), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	same(t, model.Memory{Places: map[string]int{"c": 3}, Bookmarks: map[string]bool{"c#p2": true}, Query: "ab"}, mustLoad(t, Open(dir)))
}

func TestFailureIsSaidOnceAndNothingIsLost(t *testing.T) {
	dir := t.TempDir()
	full := true
	s := Open(dir)
	s.disk = durable.Disk{Fail: func(step string) error {
		if full && step == "write" {
			return errors.New("no space left on device")
		}
		return nil
	}}
	m := mustLoad(t, s)
	m.Read = map[string]bool{"a": true}
	if err := s.Save(m); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Error(err)
	}
	m.Read["b"] = true
	if err := s.Save(m); err != nil {
		t.Error("said twice:", err)
	}
	full = false
	if err := s.Save(m); err != nil {
		t.Error(err)
	}
	same(t, m, mustLoad(t, Open(dir)))
}

func TestNowhereToSave(t *testing.T) {
	s := Open("")
	mustLoad(t, s)
	if err := s.Save(memory()); err == nil || s.Save(memory()) != nil {
		t.Error("a missing home is to be said once")
	}
	// A folder that cannot be made: its name is taken by a file.
	taken := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s = Open(filepath.Join(taken, "cstoread"))
	if _, err := s.Load(); err == nil {
		if err := s.Save(memory()); err == nil {
			t.Error("nothing is said")
		}
	}
	// The state file is a folder.
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, fileName), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir).Load(); err == nil || strings.Contains(err.Error(), "\n") {
		t.Error(err)
	}
}

func TestBrokenAtEachStep(t *testing.T) {
	for n := 1; n < 20; n++ {
		dir := t.TempDir()
		if err := Open(dir).Save(memory()); err != nil {
			t.Fatal(err)
		}
		s := Open(dir)
		m := mustLoad(t, s)
		m.Read["new"] = true
		left := n
		s.disk = durable.Disk{Fail: func(string) error {
			if left--; left == 0 {
				return errors.New("broken")
			}
			return nil
		}}
		err := s.Save(m)
		got := mustLoad(t, Open(dir))
		if err == nil || got.Read["new"] {
			same(t, m, got)
		} else {
			same(t, memory(), got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{`{"version":1}`, `{"version":1,"places":{"a":1},"read":["a"],"x":null}`, `[`, `{"version":9}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := decode(data)
		if err != nil {
			return
		}
		m := got.memory()
		got.set(m)
		encoded, err := got.encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := decode(encoded)
		if err != nil {
			t.Fatalf("%v: %s", err, encoded)
		}
		if d := cmp.Diff(m, again.memory()); d != "" {
			t.Fatal(d)
		}
	})
}

package notes

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"cstoread/model"
	"cstoread/model/note"
)

func add(t *testing.T, s *Store, n note.Note) {
	t.Helper()
	if err := s.Change(func(all []note.Note) ([]note.Note, error) { return append(all, n), nil }); err != nil {
		t.Fatal(err)
	}
}

func TestRoundTrip(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "new"))
	if got, err := s.Load(); err != nil || len(got) > 0 {
		t.Fatalf("%v, %v before there is a file", got, err)
	}
	want := []note.Note{
		{ID: "2019-a", N: 7, Anchor: "The “words” of <it>.", Text: "why?", Tags: []string{"b", "gulf"}, Made: model.Date{Year: 2024, Month: 5, Day: 6}},
		{ID: "2019-a", N: 0, Anchor: "A title"},
	}
	for _, n := range want {
		add(t, s, n)
	}
	got, err := s.Load()
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

// Lines that are no notes are reported and survive every change.
func TestStrangeLines(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, fileName)
	text := "not a note\n" + `{"ref":"2019-a#p1","anchor":"x","note":"\u001b[2Jred"}` + "\n" + `{"ref":"../../etc","anchor":"x"}` + "\n\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s := Open(dir)
	got, err := s.Load()
	if len(got) != 1 || err == nil || !strings.Contains(err.Error(), "2 lines") || strings.Contains(got[0].Text, "\x1b") {
		t.Errorf("%+v, %v", got, err)
	}
	add(t, s, note.Note{ID: "2019-b", N: 1, Anchor: "y"})
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), "not a note\n") || !strings.Contains(string(data), "../../etc") || strings.Count(string(data), "\n") != 4 {
		t.Errorf("%s, %v", data, err)
	}
}

func TestNowhere(t *testing.T) {
	if err := Open("").Change(func(n []note.Note) ([]note.Note, error) { return n, nil }); err == nil {
		t.Error("kept nowhere")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, fileName), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir).Load(); err == nil {
		t.Error("a folder was read as notes")
	}
	if err := Open(dir).Change(func(n []note.Note) ([]note.Note, error) { return n, nil }); err == nil {
		t.Error("a folder was overwritten")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`{"ref":"a#p1","anchor":"x","tags":["A b","#"],"made":"2020"}`)
	f.Add(`{"ref":"a"}`)
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := parse(s)
		if ok && (!model.ValidID(n.ID) || n.N < 0) {
			t.Errorf("%q makes %+v", s, n)
		}
	})
}

package made

import (
	"os"
	"path/filepath"
	"testing"

	"cstoread/data/document"
)

func TestLibraryHoldsStatements(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	if err := Library(folder, 300); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 300 {
		t.Fatalf("%d files: %v", len(entries), err)
	}
	total := 0
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		s, err := document.Parse(e.Name(), data)
		if err != nil || s.ID+".md" != e.Name() {
			t.Fatal(err)
		}
		total += len(data)
	}
	if mean := total / 300; mean < 1500 || mean > 4000 {
		t.Errorf("a statement has %d bytes on average", mean)
	}
}

func TestNumbersAreStable(t *testing.T) {
	if a, b := document.Format(Statement(12)), document.Format(Statement(12)); string(a) != string(b) {
		t.Error("number 12 is not always the same")
	}
	if string(Page(1)) == string(Page(2)) {
		t.Error("two pages are alike")
	}
}

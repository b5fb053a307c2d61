package settings

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
)

func TestQueries(t *testing.T) {
	folder := t.TempDir()
	if saved, err := Queries(folder); err != nil || len(saved) != 0 {
		t.Error(saved, err)
	}
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(folder, "queries"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# mine\n\ngulf = \"Persian Gulf\" OR country:Iran\nмир=peace year:2019..2020\n")
	want := map[string]string{"gulf": `"Persian Gulf" OR country:Iran`, "мир": "peace year:2019..2020"}
	if saved, err := Queries(folder); err != nil || !maps.Equal(saved, want) {
		t.Error(saved, err)
	}
	for _, bad := range []string{"no query", "a b = c", "= c", "a ="} {
		write(bad)
		if saved, err := Queries(folder); err == nil {
			t.Errorf("%q gives %v", bad, saved)
		}
	}
}

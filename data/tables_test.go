package data

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"cstoread/model/tag/compile"
)

// The embedded image must be the one that the tables give now.
func TestTablesAreCurrent(t *testing.T) {
	names, err := filepath.Glob("tables/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	var files []compile.File
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, compile.File{Name: filepath.Base(name), Text: string(text)})
	}
	m, err := compile.Build(files)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(m.Encode(), Tables()) {
		t.Error("tables.bin is not what the tables give: run go generate ./data and commit it")
	}
}

package tag_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"cstoread/model/tag"
	"cstoread/model/tag/compile"
)

var compiled = sync.OnceValues(func() ([]byte, error) {
	names, err := filepath.Glob("../../data/tables/*.txt")
	if err != nil {
		return nil, err
	}
	var files []compile.File
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, compile.File{Name: filepath.Base(name), Text: string(text)})
	}
	m, err := compile.Build(files)
	if err != nil {
		return nil, err
	}
	return m.Encode(), nil
})

// tables opens the project's own tables, compiled anew.
func tables(t testing.TB) *tag.Tables {
	t.Helper()
	b, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	tables, err := tag.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

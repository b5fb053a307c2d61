//go:build unix

package library

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Opening a named pipe would wait for ever; it is left out like a broken file.
func TestPipesAreNotRead(t *testing.T) {
	dir := write(t, map[string]string{"a.md": fileOf("a", "2019")})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	l := Open(Options{Folder: dir})
	if n, p := len(l.Headers()), l.Problems(); n != 1 || len(p) != 1 || !strings.Contains(p[0].Error(), "pipe.md:1: not a regular file") {
		t.Errorf("%d headers, problems %v", n, p)
	}
	if _, err := l.Statement("pipe"); err == nil {
		t.Error("a pipe is a statement")
	}
}

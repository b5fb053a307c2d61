package ui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTypedSource(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	odd := filepath.Join(home, `a\ b`)
	if err := os.WriteFile(odd, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ typed, want string }{
		{" page.html \n", "page.html"},
		{"'/tmp/a page.html'", "/tmp/a page.html"},
		{`"/tmp/a page.html"`, "/tmp/a page.html"},
		{`/tmp/a\ page.html`, "/tmp/a page.html"},
		{odd, odd}, // a name that has a backslash
		{"file:///tmp/a%20page.html", "/tmp/a page.html"},
		{"~/page.html", filepath.Join(home, "page.html")},
		{"https://example.org/a?b=~/c", "https://example.org/a?b=~/c"},
		{"'", "'"},
		{"", ""},
	} {
		if got := typedSource(c.typed); got != c.want {
			t.Errorf("%q is read as %q, want %q", c.typed, got, c.want)
		}
	}
}

package settings

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestKeys(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"", dir} {
		if got, err := Keys(folder); err != nil || len(got) > 0 {
			t.Errorf("Keys(%q) = %q, %v without a file", folder, got, err)
		}
	}
	text := "# my keys\n\ndown=n j # both\n  search = ctrl+f\r\nup=#\n\x1b[31mhelp=h\n"
	if err := os.WriteFile(filepath.Join(dir, "keys"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Keys(dir)
	want := []string{"down=n j", "search = ctrl+f", "up=#", "help=h"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestKeysUnreadable(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "keys"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Keys(dir); err == nil {
		t.Error("a folder was read as a file of keys")
	}
}

package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func load(t *testing.T, text string) (File, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, configFile), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Load(dir, "/home/me")
}

func TestLoad(t *testing.T) {
	f, err := load(t, "theme = \"high-contrast\" # seen from afar\nmeasure = 60\nlibrary = \"~/texts\"\nmouse = false\n[keys]\nsearch = \"ctrl+f\"\ndown = \"n j\"\n")
	if err != nil {
		t.Fatal(err)
	}
	if f.Theme != "high-contrast" || f.Measure != 60 || f.Library != filepath.FromSlash("/home/me/texts") || f.Mouse == nil || *f.Mouse || f.Linear != nil {
		t.Errorf("%+v", f)
	}
	if got := f.KeyChanges(); !slices.Equal(got, []string{"down=n j", "search=ctrl+f"}) {
		t.Errorf("%q", got)
	}
	for _, folder := range []string{"", t.TempDir()} {
		if f, err := Load(folder, ""); err != nil || f.Theme != "" {
			t.Errorf("%+v, %v without a file", f, err)
		}
	}
}

// A mistake is named with its line.
func TestLoadMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"theme = \"x\"\ncolour = 3\n": "line 2: \"colour\" is not a setting",
		"measure = \"wide\"\n":        "line 1: ",
		"measure = -1\n":              "measure",
		"theme = \n":                  "line 1: ",
		"theme = \"\x1b[2J\"\n":       "line 1: ",
	} {
		_, err := load(t, text)
		if err == nil || !strings.Contains(err.Error(), want) || strings.ContainsAny(err.Error(), "\x1b\n") {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func FuzzSettings(f *testing.F) {
	f.Add("theme = \"x\"\n[keys]\na = \"b\"")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, s string) {
		var file File
		if err := parse([]byte(s), &file); err != nil && strings.ContainsAny(err.Error(), "\x1b\n") {
			t.Errorf("%q", err)
		}
		file.KeyChanges()
	})
}

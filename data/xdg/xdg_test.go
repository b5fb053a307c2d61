package xdg

import (
	"path/filepath"
	"testing"
)

func TestFolders(t *testing.T) {
	home := t.TempDir()
	given := filepath.Join(home, "given")
	for _, c := range []struct {
		name, want string
		env        map[string]string
	}{
		{"home", filepath.Join(home, ".local", "share", "cstoread"), map[string]string{"HOME": home}},
		{"given", filepath.Join(given, "cstoread"), map[string]string{"HOME": home, "XDG_DATA_HOME": given}},
		{"relative is ignored", filepath.Join(home, ".local", "share", "cstoread"), map[string]string{"HOME": home, "XDG_DATA_HOME": "given"}},
		{"no home", "", nil},
		{"relative home", "", map[string]string{"HOME": "."}},
	} {
		if got := Data(func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	env := func(k string) string { return map[string]string{"HOME": home}[k] }
	seen := map[string]bool{}
	for _, dir := range []string{Data(env), Cache(env), State(env), Config(env)} {
		if seen[dir] {
			t.Errorf("%s stands for two things", dir)
		}
		seen[dir] = true
	}
}

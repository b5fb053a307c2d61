// Package xdg says where the program's files belong, by the XDG Base Directory
// Specification: in the folders that the environment names, or in those that
// the specification gives for when it does not.
package xdg

import "path/filepath"

// name is the program's folder in each of them.
const name = "cstoread"

// Data is the folder for what the user keeps, Cache for what can be made
// again, State for what is remembered between runs, Config for settings.
// Each is empty when there is no home to put it in. Relative paths in the
// environment are ignored, as the specification demands.
func Data(getenv func(string) string) string   { return dir(getenv, "XDG_DATA_HOME", ".local/share") }
func Cache(getenv func(string) string) string  { return dir(getenv, "XDG_CACHE_HOME", ".cache") }
func State(getenv func(string) string) string  { return dir(getenv, "XDG_STATE_HOME", ".local/state") }
func Config(getenv func(string) string) string { return dir(getenv, "XDG_CONFIG_HOME", ".config") }

func dir(getenv func(string) string, variable, fallback string) string {
	if base := getenv(variable); filepath.IsAbs(base) {
		return filepath.Join(base, name)
	}
	for _, variable := range []string{"HOME", "USERPROFILE"} {
		if home := getenv(variable); filepath.IsAbs(home) {
			return filepath.Join(home, filepath.FromSlash(fallback), name)
		}
	}
	return ""
}

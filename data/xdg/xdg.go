// Package xdg says where the program's files belong, by the XDG Base Directory
// Specification: in the folders that the environment names, or in those that
// the specification gives for when it does not.
package xdg

import "path/filepath"

// name is the program's folder in each of them.
const name = "cstoread"

// Data is the folder for what the user keeps.
func Data(getenv func(string) string) string { return dir(getenv, "XDG_DATA_HOME", ".local/share") }

// Cache is the folder for what can be made again.
func Cache(getenv func(string) string) string { return dir(getenv, "XDG_CACHE_HOME", ".cache") }

// State is the folder for what is remembered between runs.
func State(getenv func(string) string) string { return dir(getenv, "XDG_STATE_HOME", ".local/state") }

// Config is the folder for settings.
func Config(getenv func(string) string) string { return dir(getenv, "XDG_CONFIG_HOME", ".config") }

// dir is empty when there is no home to put the folder in. Relative paths in
// the environment are ignored, as the specification demands.
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

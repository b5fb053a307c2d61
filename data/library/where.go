package library

import (
	"path/filepath"

	"cstoread/data/xdg"
)

// Where says which folder the user's library is: the one given, else the one
// that CSTOREAD_LIBRARY names, else "statements" in the program's data folder.
// Named says that the user named it. Without a home the folder is empty: there
// is no library but the embedded one.
func Where(given string, getenv func(string) string) (folder string, named bool) {
	if given == "" {
		given = getenv("CSTOREAD_LIBRARY")
	}
	if given != "" {
		return filepath.Clean(given), true
	}
	if home := xdg.Data(getenv); home != "" {
		return filepath.Join(home, "statements"), false
	}
	return "", false
}

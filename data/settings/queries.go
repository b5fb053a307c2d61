package settings

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"cstoread/model/clean"
)

// queriesFile holds the saved queries, a line each: name = query. A line that
// begins with # is a remark.
const queriesFile = "queries"

// Queries gives the saved queries of a configuration folder by name. No folder
// or no file is none. A line that is no saved query is an error that says
// which.
func Queries(folder string) (map[string]string, error) {
	saved := map[string]string{}
	if folder == "" {
		return saved, nil
	}
	f, err := os.Open(filepath.Join(folder, queriesFile))
	if errors.Is(err, fs.ErrNotExist) {
		return saved, nil
	}
	if err != nil {
		return nil, fmt.Errorf("your saved queries cannot be read: %w", err)
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(io.LimitReader(f, maxSize))
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(clean.Line(lines.Text()))
		if text == "" || text[0] == '#' {
			continue
		}
		name, query, ok := strings.Cut(text, "=")
		name, query = strings.TrimSpace(name), strings.TrimSpace(query)
		if !ok || query == "" || !isName(name) {
			return nil, fmt.Errorf("%s, line %d: expected a name and a query, as in: gulf = \"Persian Gulf\" country:Iran", filepath.Join(folder, queriesFile), n)
		}
		saved[name] = query
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("your saved queries cannot be read: %w", err)
	}
	return saved, nil
}

// isName says whether a query can be saved under a name: letters, digits and
// hyphens, so that it can stand behind an @.
func isName(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
	}) < 0
}

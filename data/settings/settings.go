// Package settings reads what the user has set in files of the configuration
// folder. So far that is one file, "keys": a change of a key a line, as
// package ui/keys reads it ("down=n"), with # before a remark.
//
// What a setting means is not known here.
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

	"cstoread/model/clean"
)

// keysFile is the name of the file, maxSize the most of it that is read.
const (
	keysFile = "keys"
	maxSize  = 64 << 10
)

// Keys lists the changes of keys in a configuration folder. No folder or no
// file is no change.
func Keys(folder string) ([]string, error) {
	if folder == "" {
		return nil, nil
	}
	f, err := os.Open(filepath.Join(folder, keysFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("your keys cannot be read: %w", err)
	}
	defer func() { _ = f.Close() }()
	var changes []string
	lines := bufio.NewScanner(io.LimitReader(f, maxSize))
	for lines.Scan() {
		change, _, _ := strings.Cut(clean.Line(lines.Text()), "# ")
		if change = strings.TrimSpace(change); change != "" && change[0] != '#' {
			changes = append(changes, change)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("your keys cannot be read: %w", err)
	}
	return changes, nil
}

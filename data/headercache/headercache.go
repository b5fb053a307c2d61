// Package headercache keeps the headers of a library's statements in one file,
// so that a warm start reads that file and not every statement.
//
// The file is a cache and nothing else: it can be deleted at any time, and
// what is damaged, of another version or about another folder is thrown away.
// With each header goes the size and the time of the file it was read from;
// whether that file is still the same is for the library to find out.
//
// # The file
//
// It is a head of eighteen bytes (a name and the version), a body, and a
// CRC-32C of both. Numbers are varints, texts have their length before them.
// The statements stand in the order of the library, so that they need not be
// sorted again.
package headercache

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"

	"cstoread/model"
)

// File is a file of the library, as its folder shows it.
type File struct {
	// Source numbers the folders that a library is made of.
	Source uint8
	// Name is the path within its folder, with slashes.
	Name string
	// Size is in bytes.
	Size int64
	// Changed is when it was changed last, in nanoseconds since 1970; of a
	// file that cannot change, a sum of its bytes; 0 where it is not known.
	Changed int64
}

// Left is a file that is not in the library: one that cannot be read as a
// statement, with the Problem, or one whose ID another file has.
type Left struct {
	File    File
	Header  model.Header
	Problem string
}

// Table is all that is known of the files of a library.
type Table struct {
	// Headers are in the order of the library; Files[i] is that of Headers[i].
	Headers []model.Header
	Files   []File
	Left    []Left
	// Begun is when the reading of the files began, in nanoseconds since 1970.
	Begun int64
}

// ErrForeign says that a file is no cache of this version and folder.
var ErrForeign = errors.New("not a cache of headers of this folder and version")

// ErrDamaged says that a cache has been cut short or changed.
var ErrDamaged = errors.New("damaged cache of headers")

// Path is where the cache of a library's folder is, in the program's cache
// folder. Both paths must be absolute.
func Path(cache, folder string) string {
	sum := sha256.Sum256([]byte(folder))
	return filepath.Join(cache, "headers-"+hex.EncodeToString(sum[:8]))
}

// Load reads the cache of a folder.
func Load(path, folder string) (*Table, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Decode(data, folder)
}

// Save writes the cache of a folder in place of the old one. It is there whole
// or not at all; nothing waits for the disk, since what the disk loses is
// noticed by its sum.
func Save(path, folder string, t *Table) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".tmp-*")
	if err != nil {
		return err
	}
	err = Encode(f, folder, t)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

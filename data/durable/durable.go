// Package durable writes files so that they are there whole or not at all,
// also when the program is killed, the power fails or the disk is full.
//
// Every write goes to a temporary file in the same folder, is brought to the
// disk, and only then takes its name; then the folder is brought to the disk.
// Where the system can, the temporary file of a new one has no name at all.
// A temporary file begins with a dot and contains ".tmp-"; what a killed
// program leaves of them does no harm, and RemoveTemporary clears it away.
package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Disk is where files are written. Its zero value is the real one.
type Disk struct {
	// Fail, when it is set, is asked before each step ("mkdir", "create",
	// "write", "sync", "link", "rename", "remove", "syncdir") and fails it with
	// the error it returns. Tests use it to break the disk at any moment. It
	// is called by several goroutines at once.
	Fail func(step string) error
}

func (d Disk) step(name string) error {
	if d.Fail == nil {
		return nil
	}
	return d.Fail(name)
}

// Write makes a file of data, in place of the one that has its name. When it
// returns an error the old file is as it was.
func (d Disk) Write(path string, data []byte) error {
	temp, err := d.temporary(path, data)
	if err != nil {
		return err
	}
	if err = d.step("rename"); err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		os.Remove(temp)
		return err
	}
	return d.SyncDir(filepath.Dir(path))
}

// Create makes a new file of data. When there is one of that name already it
// stays as it is, and the error is fs.ErrExist.
func (d Disk) Create(path string, data []byte) error {
	if err := d.create(path, data); err != nil {
		return err
	}
	return d.SyncDir(filepath.Dir(path))
}

// File is a file to be made.
type File struct {
	Name string
	Data []byte
}

// CreateAll makes new files in a folder as Create does, several at once and
// with one bringing of the folder to the disk for all of them. It returns an
// error for each file that is not there safely afterwards, nil for the others.
func (d Disk) CreateAll(folder string, files []File) []error {
	errs := make([]error, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(writers, len(files)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				errs[i] = d.create(filepath.Join(folder, files[i].Name), files[i].Data)
			}
		})
	}
	workers.Wait()
	if err := d.SyncDir(folder); err != nil {
		for i := range errs {
			if errs[i] == nil {
				errs[i] = err
			}
		}
	}
	return errs
}

// writers is how many files are brought to the disk at once: file systems do
// several such requests together in the time of one.
const writers = 8

// create is Create without bringing the folder to the disk.
func (d Disk) create(path string, data []byte) error {
	if done, err := d.createNameless(path, data); done {
		return err
	}
	temp, err := d.temporary(path, data)
	if err != nil {
		return err
	}
	if err := d.move(temp, path); err != nil {
		os.Remove(temp)
		return err
	}
	return nil
}

// Move gives a file another name in the same file system. When there is one
// of that name already both stay as they are, and the error is fs.ErrExist.
func (d Disk) Move(from, to string) error {
	if err := d.move(from, to); err != nil {
		return err
	}
	if err := d.SyncDir(filepath.Dir(to)); err != nil || filepath.Dir(from) == filepath.Dir(to) {
		return err
	}
	return d.SyncDir(filepath.Dir(from))
}

func (d Disk) move(from, to string) error {
	err := d.step("link")
	if err == nil {
		err = os.Link(from, to)
	}
	switch {
	case err == nil:
		if err := d.step("remove"); err != nil {
			return err
		}
		return os.Remove(from)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s: %w", filepath.Base(to), fs.ErrExist)
	case errors.Is(err, fs.ErrNotExist):
		return err
	}
	// Some file systems have no links. There only a look beforehand helps.
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("%s: %w", filepath.Base(to), fs.ErrExist)
	}
	if err := d.step("rename"); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// MakeDir makes a folder with those above it, for its owner alone, and brings
// it to the disk.
func (d Disk) MakeDir(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	}
	if err := d.step("mkdir"); err != nil {
		return err
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return err
	}
	return d.SyncDir(filepath.Dir(path))
}

// temporary writes data to a new file beside path and brings it to the disk.
func (d Disk) temporary(path string, data []byte) (name string, err error) {
	if err := d.step("create"); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".tmp-*")
	if err != nil {
		return "", err
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	return f.Name(), d.fill(f, data)
}

// fill writes data to a new file and brings it to the disk.
func (d Disk) fill(f *os.File, data []byte) error {
	if err := d.step("write"); err != nil {
		_, _ = f.Write(data[:len(data)/2]) // as a disk that is full does
		return err
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err := d.step("sync"); err != nil {
		return err
	}
	return f.Sync()
}

// SyncDir brings a folder's list of names to the disk. Systems that cannot do
// that do it by themselves.
func (d Disk) SyncDir(path string) error {
	if err := d.step("syncdir"); err != nil {
		return err
	}
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	defer dir.Close()
	return syncDir(dir)
}

// RemoveTemporary clears a folder of temporary files that are older than an
// hour: what a killed program has left there.
func RemoveTemporary(folder string, now time.Time) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if name := entry.Name(); strings.HasPrefix(name, ".") && strings.Contains(name, ".tmp-") {
			if info, err := entry.Info(); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > time.Hour {
				os.Remove(filepath.Join(folder, name))
			}
		}
	}
}

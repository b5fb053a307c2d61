package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// createNameless makes a new file that has no name until it is whole, so that
// nothing of it is left when the program is killed. Done is false where the
// file system has no such files; then nothing has happened.
func (d Disk) createNameless(path string, data []byte) (done bool, err error) {
	fd, err := unix.Open(filepath.Dir(path), unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, 0o600)
	if err != nil {
		return false, nil // a named file is tried, and tells of what is wrong
	}
	f := os.NewFile(uintptr(fd), filepath.Base(path))
	defer func() {
		if closeErr := f.Close(); err == nil && done {
			err = closeErr
		}
	}()
	if err := d.step("create"); err != nil {
		return true, err
	}
	if err := d.fill(f, data); err != nil {
		return true, err
	}
	if err := d.step("link"); err != nil {
		return false, nil // as above
	}
	err = unix.Linkat(unix.AT_FDCWD, "/proc/self/fd/"+strconv.Itoa(fd), unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW)
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, fs.ErrExist):
		return true, fmt.Errorf("%s: %w", filepath.Base(path), fs.ErrExist)
	}
	return false, nil
}

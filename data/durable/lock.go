package durable

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// lockWait is how long Lock waits for another process.
const lockWait = 10 * time.Second

var errLocked = errors.New("locked")

// Lock keeps other processes of this program out until unlock is called. The
// lock is the system's on an open file, so that it ends with the process,
// however that ends. The file stays: removing it would let two in at once.
func Lock(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	for deadline := time.Now().Add(lockWait); ; time.Sleep(5 * time.Millisecond) {
		switch err := lock(f); {
		case err == nil:
			return func() { f.Close() }, nil
		case !errors.Is(err, errLocked):
			f.Close()
			return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
		case time.Now().After(deadline):
			f.Close()
			return nil, fmt.Errorf("%s: another cstoread has been writing for %s; try again when it has ended", filepath.Base(path), lockWait)
		}
	}
}

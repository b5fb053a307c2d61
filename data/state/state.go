// Package state keeps the reading memory (model.Memory) in one JSON file
// between runs.
//
// The file is written whole or not at all. Two programs at once do not harm
// each other: a save brings only what its own program has changed to what is
// on the disk by then. A file that cannot be understood is set aside under
// another name, never overwritten. Where nothing can be written the reader
// works all the same; what it could not save stays due and goes with the next
// save that succeeds.
package state

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"cstoread/data/durable"
	"cstoread/model"
)

const (
	fileName = "state.json"
	lockName = "state.lock"
	// maxSize is the greatest size of a state file in bytes: the memory of
	// more than a hundred thousand statements.
	maxSize = 32 << 20
)

// Store is where the memory rests. It is safe for use by several goroutines.
type Store struct {
	folder string
	disk   durable.Disk

	mu sync.Mutex
	// base is the memory as this program last read or saved it: what differs
	// from it is this program's own doing.
	base model.Memory
	// shut says why nothing may be written, and said that it was told.
	shut error
	said string
}

// Open makes a store in a folder, which need not exist. An empty folder means
// that there is nowhere to remember anything.
func Open(folder string) *Store { return &Store{folder: folder} }

// Load reads the memory. With an error it gives what can be remembered all the
// same, in the worst case nothing; the error is one line to show once.
func (s *Store) Load() (model.Memory, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folder == "" {
		return model.Memory{}, nil
	}
	f, err := s.read()
	var newer *newerError
	switch {
	case errors.As(err, &newer):
		s.shut = err
	case errors.Is(err, errBroken):
		err = s.setAside(err)
	case err != nil:
		// It may well be whole: nothing is to be written over it.
		err = fmt.Errorf("what was read before cannot be remembered: %w", durable.Reason(err))
		s.shut = err
	}
	memory := f.memory()
	s.base = clone(memory)
	return memory, err
}

// Save writes what has changed since the last Load or Save. An error says in
// one line what went wrong; while the same thing goes wrong again and again
// only the first save says so.
func (s *Store) Save(memory model.Memory) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folder == "" {
		return s.once(errors.New("your place and marks are not kept: there is no home folder; set XDG_STATE_HOME"))
	}
	if s.shut != nil {
		return nil // Load has said why
	}
	if err := s.save(memory); err != nil {
		return s.once(fmt.Errorf("your place and marks could not be saved: %w", durable.Reason(err)))
	}
	s.base, s.said = clone(memory), ""
	return nil
}

func (s *Store) save(memory model.Memory) error {
	if err := s.disk.MakeDir(s.folder); err != nil {
		return err
	}
	unlock, err := durable.Lock(filepath.Join(s.folder, lockName))
	if err != nil {
		return err
	}
	defer unlock()
	f, err := s.read()
	if errors.Is(err, errBroken) {
		// Another program, or a person, has broken it since it was loaded.
		if broken := s.moveAside(); broken != nil {
			return broken
		}
		f = file{}
	} else if err != nil {
		return err
	}
	f.set(merge(f.memory(), s.base, memory))
	data, err := f.encode()
	if err != nil {
		return err
	}
	return s.disk.Write(filepath.Join(s.folder, fileName), data)
}

// read reads the file; one that does not exist is an empty one.
func (s *Store) read() (file, error) {
	r, err := os.Open(filepath.Join(s.folder, fileName))
	if errors.Is(err, fs.ErrNotExist) {
		return file{}, nil
	}
	if err != nil {
		return file{}, err
	}
	defer r.Close()
	if info, err := r.Stat(); err != nil || !info.Mode().IsRegular() {
		return file{}, fmt.Errorf("%s is not a file", fileName)
	}
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return file{}, err
	}
	return decode(data)
}

// setAside makes room for a new file where there is a broken one, and says so.
func (s *Store) setAside(reason error) error {
	if err := s.moveAside(); err != nil {
		s.shut = fmt.Errorf("what was read before cannot be remembered (%w), and the file cannot be set aside: %w", reason, durable.Reason(err))
		return s.shut
	}
	return fmt.Errorf("what was read before cannot be remembered (%w); the file is kept as %s", reason, brokenName(1))
}

// moveAside gives a broken file the first name that is free.
func (s *Store) moveAside() error {
	from := filepath.Join(s.folder, fileName)
	for n := 1; n < 100; n++ {
		err := s.disk.Move(from, filepath.Join(s.folder, brokenName(n)))
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another program was faster
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return errors.New("there are too many broken ones already")
}

func brokenName(n int) string { return fmt.Sprintf("state.broken-%d.json", n) }

// once returns an error unless it was the last one returned.
func (s *Store) once(err error) error {
	if err.Error() == s.said {
		return nil
	}
	s.said = err.Error()
	return err
}

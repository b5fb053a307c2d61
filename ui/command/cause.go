package command

import (
	"errors"
	"io/fs"
)

// cause drops the name of the file from a system's error, where the sentence
// around it names the file already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

package clean

import (
	"errors"
	"io/fs"
)

// Cause is what the system says of a file without the file's name, for where
// the sentence around it names the file already. A name can hold what a
// terminal obeys; what is left here cannot. Other errors stay as they are.
func Cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

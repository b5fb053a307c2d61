package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"cstoread/model/clean"
)

// Reason is an error of a write with the folder in place of the file, which
// may be a temporary one that nobody knows. It is safe to print.
func Reason(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return fmt.Errorf("%s: %w", clean.Line(filepath.Dir(path.Path)), path.Err)
	case errors.As(err, &link):
		return fmt.Errorf("%s: %w", clean.Line(filepath.Dir(link.New)), link.Err)
	}
	return err
}

package clean

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestCause(t *testing.T) {
	damaged := errors.New("damaged")
	for _, c := range []struct{ err, want error }{
		{&fs.PathError{Op: "open", Path: "\x1b[2J", Err: fs.ErrPermission}, fs.ErrPermission},
		{fmt.Errorf("reading: %w", &fs.PathError{Op: "read", Path: "a", Err: damaged}), damaged},
		{damaged, damaged},
	} {
		if got := Cause(c.err); got != c.want { //nolint:errorlint // it is to be that very error
			t.Errorf("the cause of %v is %v, want %v", c.err, got, c.want)
		}
	}
}

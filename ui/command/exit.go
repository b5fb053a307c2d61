package command

import (
	"errors"
	"fmt"

	"cstoread/model"
)

// The exit codes, a contract with scripts.
const (
	exitOK        = 0
	exitDifferent = 1 // of compare, as of diff
	exitError     = 1
	exitUsage     = 2
	exitNothing   = 3
	exitCancelled = 130
)

// exitCodesHelp documents them in the help and in the manual page.
const exitCodesHelp = `Exit codes: 0 done; 1 an error; 2 a mistake in the command line or the query;
3 nothing found; 130 left without choosing. compare is like diff: 0 the same,
1 different, 2 or 3 trouble.`

// ErrCancelled is returned when a person left without choosing.
var ErrCancelled = errors.New("cancelled")

// nothingError ends a command that found nothing, and says what was looked for.
type nothingError struct{ error }

func nothingf(format string, args ...any) error {
	return nothingError{fmt.Errorf(format, args...)}
}

// errDifferent is the answer of compare, not a failure: nothing is said.
var errDifferent = errors.New("different")

// troubleError is a failure of a command whose code 1 is an answer.
type troubleError struct{ error }

func (e troubleError) Unwrap() error { return e.error }

// usageError is a mistake in the command line, not in the world.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// exit prints what is to be said about err, on one line, and gives its code.
func (a *app) exit(err error) int {
	switch {
	case err == nil:
		return exitOK
	case closedPipe(err):
		return exitOK
	case errors.Is(err, ErrCancelled):
		return exitCancelled
	case errors.Is(err, errDifferent):
		return exitDifferent
	}
	_, _ = fmt.Fprintf(a.Err, "cstoread: %s\n", line(err.Error()))
	var usage usageError
	var ambiguous *model.AmbiguousError
	var nothing nothingError
	switch {
	case errors.As(err, &usage), errors.As(err, &ambiguous):
		return exitUsage
	case errors.As(err, &nothing), errors.Is(err, model.ErrUnknownID):
		return exitNothing
	}
	if errors.As(err, new(troubleError)) {
		return exitUsage
	}
	return exitError
}

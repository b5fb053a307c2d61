package command

import (
	"errors"
	"fmt"
)

// The exit codes, a contract with scripts.
const (
	exitOK        = 0
	exitError     = 1
	exitUsage     = 2
	exitNothing   = 3
	exitCancelled = 130
)

// ErrCancelled is returned when a person left without choosing.
var ErrCancelled = errors.New("cancelled")

// nothingError ends a command that found nothing, and says what was looked for.
type nothingError struct{ error }

func nothingf(format string, args ...any) error {
	return nothingError{fmt.Errorf(format, args...)}
}

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
	case errors.Is(err, ErrCancelled):
		return exitCancelled
	}
	_, _ = fmt.Fprintf(a.Err, "cstoread: %v\n", err)
	var usage usageError
	var nothing nothingError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &nothing):
		return exitNothing
	}
	return exitError
}

package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrUnknownID says that no statement has an ID. Errors that wrap it tell
// which.
var ErrUnknownID = errors.New("no such statement")

// AmbiguousError says that what was typed fits more than one ID.
type AmbiguousError struct {
	Typed string
	// IDs are all that fit, in the order of the library.
	IDs []string
}

// shownIDs is how many candidates an error lists: as many as a line holds.
const shownIDs = 4

// Error lists the candidates in one line.
func (e *AmbiguousError) Error() string {
	shown, more := e.IDs, ""
	if len(shown) > shownIDs {
		more = fmt.Sprintf(" and %d more", len(shown)-shownIDs)
		shown = shown[:shownIDs]
	}
	return fmt.Sprintf("%q fits %d statements: %s%s; type more of one", e.Typed, len(e.IDs), strings.Join(shown, ", "), more)
}

// Resolve finds the ID that was meant: the ID itself, else the only one that
// begins with what was typed, else the only one that contains it. Case makes
// no difference unless two IDs differ in nothing else. The error is an
// *AmbiguousError, or wraps ErrUnknownID.
func Resolve(ids []string, typed string) (string, error) {
	if slices.Contains(ids, typed) && typed != "" {
		return typed, nil
	}
	lower := strings.ToLower(typed)
	for _, fits := range []func(id string) bool{
		func(id string) bool { return id == lower },
		func(id string) bool { return strings.HasPrefix(id, lower) },
		func(id string) bool { return strings.Contains(id, lower) },
	} {
		var found []string
		for _, id := range ids {
			if lower != "" && fits(strings.ToLower(id)) {
				found = append(found, id)
			}
		}
		switch len(found) {
		case 0:
			continue
		case 1:
			return found[0], nil
		}
		return "", &AmbiguousError{typed, found}
	}
	return "", fmt.Errorf("%w: %q; cstoread list shows what there is", ErrUnknownID, typed)
}

package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Reference points to a statement, a paragraph, or a run of paragraphs:
// "ID", "ID#p7", "ID#p7-9".
type Reference struct {
	// ID is as typed: whole, or any part that only one statement has.
	ID string
	// First and Last are paragraph numbers; both are 0 for a whole statement
	// and equal for a single paragraph.
	First, Last int
}

// ParseReference reads a reference. The ID is not looked up.
func ParseReference(s string) (Reference, error) {
	id, part, found := strings.Cut(s, "#")
	if id == "" {
		return Reference{}, fmt.Errorf("%q names no statement: write ID, ID#p7 or ID#p7-9", s)
	}
	if !found {
		return Reference{ID: id}, nil
	}
	first, last, err := ParseRange(strings.TrimPrefix(part, "p"))
	if err != nil || !strings.HasPrefix(part, "p") {
		return Reference{}, fmt.Errorf("%q is not a reference: after # write p7 or p7-9", s)
	}
	return Reference{ID: id, First: first, Last: last}, nil
}

// ParseRange reads "7" or "7-9", counted from 1.
func ParseRange(s string) (first, last int, err error) {
	a, b, ranged := strings.Cut(s, "-")
	if !ranged {
		b = a
	}
	first, errA := strconv.Atoi(a)
	last, errB := strconv.Atoi(strings.TrimPrefix(b, "p"))
	if errA != nil || errB != nil || first < 1 || last < first {
		return 0, 0, fmt.Errorf("%q is not a range of paragraphs: write 7 or 7-9", s)
	}
	return first, last, nil
}

// String gives the form that ParseReference reads.
func (r Reference) String() string {
	switch {
	case r.First == 0:
		return r.ID
	case r.First == r.Last:
		return fmt.Sprintf("%s#p%d", r.ID, r.First)
	}
	return fmt.Sprintf("%s#p%d-%d", r.ID, r.First, r.Last)
}

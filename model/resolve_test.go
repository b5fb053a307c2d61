package model

import (
	"errors"
	"strings"
	"testing"
)

func TestResolve(t *testing.T) {
	ids := []string{"2019-11-27-middle-east", "2019-11-27-middle-east-peace", "2018-11-08-migration", "2018-05-02-arms", "Upper-Case", "un"}
	for _, c := range []struct{ typed, want string }{
		{"2019-11-27-middle-east", "2019-11-27-middle-east"}, // exact, though also a prefix
		{"2018-11", "2018-11-08-migration"},
		{"MIGRATION", "2018-11-08-migration"},
		{"peace", "2019-11-27-middle-east-peace"},
		{"upper-case", "Upper-Case"},
		{"un", "un"},
		{"arm", "2018-05-02-arms"},
	} {
		if got, err := Resolve(ids, c.typed); err != nil || got != c.want {
			t.Errorf("Resolve(%q) = %q, %v", c.typed, got, err)
		}
	}
	var ambiguous *AmbiguousError
	if _, err := Resolve(ids, "2018"); !errors.As(err, &ambiguous) || len(ambiguous.IDs) != 2 {
		t.Errorf("2018: %v", err)
	} else if want := `"2018" fits 2 statements: 2018-11-08-migration, 2018-05-02-arms; type more of one`; err.Error() != want {
		t.Errorf("error %q", err)
	}
	for _, typed := range []string{"", "zzz", "\x1b[31m"} {
		_, err := Resolve(ids, typed)
		if !errors.Is(err, ErrUnknownID) || strings.ContainsAny(err.Error(), "\x1b\n") {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestAmbiguousErrorIsShort(t *testing.T) {
	ids := strings.Fields(strings.Repeat("2019-01-01-a ", 30))
	if got := (&AmbiguousError{"2019", ids}).Error(); !strings.Contains(got, " and 26 more") {
		t.Error(got)
	}
}

func TestValidID(t *testing.T) {
	for _, id := range []string{"a", "2019-11-27-middle-east-north-africa", "S-RES-2254", "a.b_c", "console"} {
		if !ValidID(id) {
			t.Errorf("%q is refused", id)
		}
	}
	for _, id := range []string{"", "-a", ".a", "a.", "a b", "a/b", "a#p1", "é", "a\n", "..", "con", "NUL.txt", "com1", strings.Repeat("a", MaxID+1)} {
		if ValidID(id) {
			t.Errorf("%q is accepted", id)
		}
	}
}

package query

import "testing"

func TestParseTyping(t *testing.T) {
	for _, c := range []struct {
		in, want string
		problems int
	}{
		{"territ", "territ*", 0},
		{"territ ", "territ", 0},
		{"a ter", "a ter*", 0},
		{"a OR ter", "a OR ter*", 0},
		{"(a ter", "a ter*", 0},
		{"(a ter)", "a ter", 0},
		{"a -ter", "a -ter", 0},
		{`"a ter`, `"a ter"`, 0},
		{"ter country:SY", "ter country:SY", 0},
		{"ter country:", "ter", 0},
		{"country:Siria ter", "ter*", 1},
		{"~ter", "~ter", 0},
		{"ter*", "ter*", 0},
		{"ter,", "ter,", 0},
		{"", "", 0},
		{"ter OR", "ter", 0},
	} {
		q := ParseTyping(c.in, world)
		if got := q.String(); got != c.want || len(q.Problems) != c.problems {
			t.Errorf("%q is read as %q with %v, want %q", c.in, got, q.Problems, c.want)
		}
	}
}

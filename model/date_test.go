package model

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, precision, long string }{
		{"2019-11-27", "day", "27 November 2019"},
		{"2019-11", "month", "November 2019"},
		{"2019", "year", "2019"},
		{"", "", ""},
		{"2004-12-06/07", "day", "6–7 December 2004"},
		{"2004-11-30/12-01", "day", "30 November – 1 December 2004"},
	} {
		d, err := ParseDate(c.in)
		if err != nil {
			t.Errorf("ParseDate(%q): %v", c.in, err)
			continue
		}
		if d.String() != c.in || d.Precision() != c.precision || d.Long() != c.long {
			t.Errorf("ParseDate(%q) = %q, %q, %q", c.in, d, d.Precision(), d.Long())
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, in := range []string{
		"27.11.2019", "2019-02-30", "2019-13", "19", "0000", "2019-11-27T10:00",
		"2004-12-06/05", "2004-12-06/06", "2004-12/07", "2004-12-06/", "2019-11-27 ",
	} {
		if d, err := ParseDate(in); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", in, d)
		}
	}
}

func TestDateCompare(t *testing.T) {
	order := []string{"", "2018", "2018-05", "2018-05-01", "2018-05-02", "2019"}
	for i := range order {
		for j := range order {
			a, _ := ParseDate(order[i])
			b, _ := ParseDate(order[j])
			if got, want := a.Compare(b), sign(i-j); got != want {
				t.Errorf("%q.Compare(%q) = %d, want %d", order[i], order[j], got, want)
			}
		}
	}
}

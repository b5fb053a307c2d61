package page

import "testing"

func TestDates(t *testing.T) {
	for _, c := range []struct{ in, want, printed string }{
		{"November 27, 2019", "2019-11-27", "November 27, 2019"},
		{"27 November 2019", "2019-11-27", "27 November 2019"},
		{"14 October, 2016", "2016-10-14", "14 October, 2016"},
		{"May 19, 2021, Dushanbe", "2021-05-19", "May 19, 2021"},
		{"6-7 December 2004", "2004-12-06/07", "6-7 December 2004"},
		{"December 6–7, 2004", "2004-12-06/07", "December 6–7, 2004"},
		{"30 November – 1 December 2004", "2004-11-30/12-01", "30 November – 1 December 2004"},
		{"on the 3rd of March, 2011.", "2011-03-03", "3rd of March, 2011"},
		{"Nov. 27, 2019", "2019-11-27", "Nov. 27, 2019"},
		{"27 ноября 2019 года", "2019-11-27", "27 ноября 2019 года"},
		{"г. Москва, «14» мая 2002 г.", "2002-05-14", "«14» мая 2002 г."},
		{"6-7 декабря 2004 г.", "2004-12-06/07", "6-7 декабря 2004 г."},
		{"27.11.2019", "2019-11-27", "27.11.2019"},
		{"27.11.2019 14:30", "2019-11-27", "27.11.2019 14:30"},
		{"27.11.2019Statement by the", "2019-11-27", "27.11.2019"},
		{"1.3.2020 Заявление", "2020-03-01", "1.3.2020"},
		{"2019-11-27", "2019-11-27", "2019-11-27"},
		{"27/11/2019", "2019-11-27", "27/11/2019"},
		{"11/27/2019", "2019-11-27", "11/27/2019"},
		{"December 2018", "2018-12", "December 2018"},
		{"в ноябре 2019 года", "2019-11", "ноябре 2019 года"},
		{"MARCH 5, 1999", "1999-03-05", "MARCH 5, 1999"},
		{"18:00, 5 May 2015", "2015-05-05", "5 May 2015"},
	} {
		got := Dates(c.in)
		if len(got) != 1 {
			t.Errorf("Dates(%q) = %v, want one", c.in, got)
			continue
		}
		if d := got[0].Date.String(); d != c.want {
			t.Errorf("Dates(%q) = %s, want %s", c.in, d, c.want)
		}
		if p := c.in[got[0].Start:got[0].End]; p != c.printed {
			t.Errorf("in %q the date is printed as %q, want %q", c.in, p, c.printed)
		}
	}
}

func TestDatesNot(t *testing.T) {
	for _, in := range []string{
		"", "resolution 2254", "31 November 2019", "31.11.2019", "market 2019", "decision 2004",
		"borders of 1967", "the 2030 Agenda", "paragraph 12", "7-6 December",
		"10.20.30.40", "Resolution 12 of 2019",
	} {
		if got := Dates(in); len(got) != 0 {
			t.Errorf("Dates(%q) = %+v, want none", in, got)
		}
	}
}

func TestDatesDoubt(t *testing.T) {
	for in, want := range map[string]bool{"05/06/2019": true, "05/05/2019": false, "27/11/2019": false, "05.06.2019": false} {
		got := Dates(in)
		if len(got) != 1 || got[0].Doubtful != want {
			t.Errorf("Dates(%q) = %+v, want doubtful %v", in, got, want)
		}
	}
}

func TestDatesSeveral(t *testing.T) {
	got := Dates("concluded in December 2018; see 13.12.2018 and 4 May 2019")
	if len(got) != 3 || got[1].Date.String() != "2018-12-13" || got[2].Date.String() != "2019-05-04" {
		t.Errorf("got %+v", got)
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"6-7 December 2004", "27.11.2019x", "«14» мая 2002 г.", "99/99/9999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, d := range Dates(s) {
			if d.Start < at || d.End <= d.Start || d.End > len(s) {
				t.Fatalf("Dates(%q): span %d-%d after %d", s, d.Start, d.End, at)
			}
			at = d.End
		}
	})
}

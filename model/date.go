package model

import (
	"fmt"
	"strings"
	"time"
)

// Date is a calendar date as exact as its source: a day, a month, a year, or
// nothing. A missing part is zero and is never filled in.
type Date struct {
	Year, Month, Day int
	// EndMonth and EndDay close a range within the same year ("6-7 December
	// 2004"); both are zero for a single day.
	EndMonth, EndDay int
}

// ParseDate reads "2019-11-27", "2019-11", "2019" or "", and the ranges
// "2004-12-06/07" and "2004-11-30/12-01". Any other form, and a date that the
// calendar does not have, is an error.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	bad := fmt.Errorf("%q is not a date: write 2019-11-27, 2019-11 or 2019", s)
	first, last, ranged := strings.Cut(s, "/")
	var d Date
	var err error
	if d.Year, d.Month, d.Day, err = dateParts(first); err != nil {
		return Date{}, bad
	}
	if !ranged {
		return d, nil
	}
	if d.Day == 0 {
		return Date{}, bad
	}
	if !strings.Contains(last, "-") {
		last = first[5:7] + "-" + last
	}
	if _, d.EndMonth, d.EndDay, err = dateParts(first[:4] + "-" + last); err != nil || d.EndDay == 0 {
		return Date{}, bad
	}
	if d.EndMonth*100+d.EndDay <= d.Month*100+d.Day {
		return Date{}, bad
	}
	return d, nil
}

func dateParts(s string) (year, month, day int, err error) {
	layouts := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}
	layout, ok := layouts[len(s)]
	if !ok {
		return 0, 0, 0, fmt.Errorf("length %d", len(s))
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return 0, 0, 0, err
	}
	if year = t.Year(); year == 0 {
		return 0, 0, 0, fmt.Errorf("year 0")
	}
	if len(s) > 4 {
		month = int(t.Month())
	}
	if len(s) > 7 {
		day = t.Day()
	}
	return year, month, day, nil
}

// IsZero says that nothing is known.
func (d Date) IsZero() bool { return d.Year == 0 }

// String gives the form that ParseDate reads.
func (d Date) String() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case d.EndDay == 0:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case d.EndMonth == d.Month:
		return fmt.Sprintf("%04d-%02d-%02d/%02d", d.Year, d.Month, d.Day, d.EndDay)
	}
	return fmt.Sprintf("%04d-%02d-%02d/%02d-%02d", d.Year, d.Month, d.Day, d.EndMonth, d.EndDay)
}

// Precision is "day", "month", "year", or "" for an unknown date.
func (d Date) Precision() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return "year"
	case d.Day == 0:
		return "month"
	}
	return "day"
}

// Long is the date as people write it in English: "27 November 2019",
// "November 2019", "2019", "6–7 December 2004", or "" when it is unknown.
func (d Date) Long() string {
	month := func(m int) string { return time.Month(m).String() }
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", month(d.Month), d.Year)
	case d.EndDay == 0:
		return fmt.Sprintf("%d %s %d", d.Day, month(d.Month), d.Year)
	case d.EndMonth == d.Month:
		return fmt.Sprintf("%d–%d %s %d", d.Day, d.EndDay, month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s – %d %s %d", d.Day, month(d.Month), d.EndDay, month(d.EndMonth), d.Year)
}

// Compare orders dates from old to new. An unknown date is before all others,
// and an inexact one before the exact ones it contains, so that a list which
// shows the newest first ends with what is not dated.
func (d Date) Compare(o Date) int {
	if c := d.Year - o.Year; c != 0 {
		return sign(c)
	}
	if c := d.Month - o.Month; c != 0 {
		return sign(c)
	}
	return sign(d.Day - o.Day)
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

package query

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cstoread/model"
)

// years reads "2019", "2015..2020", "2015..", "..2020"; a dash does for the
// two dots. Both ends belong to the range.
func years(text string) (code, wrong string) {
	const want = "expected a year such as 2019, or a range such as 2015..2020, not "
	first, last, ranged := cutRange(text)
	from, okFrom := year(first)
	to, okTo := year(last)
	switch {
	case !ranged && okFrom && from > 0:
		return strconv.Itoa(from), ""
	case !ranged || !okFrom || !okTo || from == 0 && to == 0:
		return "", want + strconv.Quote(text)
	case to > 0 && to < from:
		return "", fmt.Sprintf("the range ends before it begins; did you mean %d..%d?", to, from)
	}
	return yearRange{from, to}.String(), ""
}

func cutRange(text string) (first, last string, ranged bool) {
	for _, dash := range []string{"..", "…", "–", "-"} {
		if first, last, ranged = strings.Cut(text, dash); ranged {
			return first, last, true
		}
	}
	return text, "", false
}

// year reads four digits; nothing at all is year 0, an open end.
func year(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) == 4 && n > 0
}

// yearRange is what year: asks for; 0 is an open end.
type yearRange struct{ from, to int }

func (r yearRange) String() string {
	end := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	return end(r.from) + ".." + end(r.to)
}

// holds says whether a year lies in the range.
func (r yearRange) holds(year int) bool {
	return year > 0 && year >= r.from && (r.to == 0 || year <= r.to)
}

// rangeOf reads the code that years made.
func rangeOf(code string) yearRange {
	first, last, ranged := strings.Cut(code, "..")
	from, _ := strconv.Atoi(first)
	to, _ := strconv.Atoi(last)
	if !ranged {
		to = from
	}
	return yearRange{from, to}
}

// date reads a day, a month or a year.
func date(text string) (code, wrong string) {
	if d, err := model.ParseDate(text); err == nil && !d.IsZero() && d.EndDay == 0 {
		return d.String(), ""
	}
	wrong = "expected a date such as 2019-11-27, 2019-11 or 2019, not " + strconv.Quote(text)
	if d, ok := likelyDate(text); ok {
		wrong += "; did you mean " + d + "?"
	}
	return "", wrong
}

var numbers = regexp.MustCompile(`^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})$`)

// likelyDate makes a date of what looks like one: another order or other
// separators, or a day that its month does not have.
func likelyDate(text string) (string, bool) {
	m := numbers.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	first, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	last, _ := strconv.Atoi(m[3])
	if len(m[1]) < 4 {
		first, last = last, first
	}
	for day := last; day > last-4 && day > 0; day-- {
		if d, err := model.ParseDate(fmt.Sprintf("%04d-%02d-%02d", first, month, day)); err == nil {
			return d.String(), true
		}
	}
	return "", false
}

// age reads "7d", "2w", "3m" or "1y".
func age(text string) (code, wrong string) {
	text = strings.ToLower(text)
	if n, err := strconv.Atoi(strings.TrimRight(text, "dwmy")); err == nil && n > 0 && n < 10000 {
		if len(strconv.Itoa(n))+1 == len(text) {
			return text, ""
		}
	}
	return "", "expected a time such as 7d, 2w, 3m or 1y, not " + strconv.Quote(text)
}

// since is the first day within an age, counted back from today.
func since(age string, today model.Date) model.Date {
	if age == "" || today.Day == 0 {
		return model.Date{}
	}
	n, _ := strconv.Atoi(age[:len(age)-1])
	return daysBefore(today, n, age[len(age)-1])
}

// daysBefore counts back n days, weeks, months or years.
func daysBefore(d model.Date, n int, unit byte) model.Date {
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	switch unit {
	case 'd':
		t = t.AddDate(0, 0, -n)
	case 'w':
		t = t.AddDate(0, 0, -7*n)
	case 'm':
		t = t.AddDate(0, -n, 0)
	case 'y':
		t = t.AddDate(-n, 0, 0)
	}
	return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

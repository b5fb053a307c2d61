package page

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"cstoread/model"
)

// Found is a date printed in a text.
type Found struct {
	Date model.Date
	// Start and End are byte offsets of the printed form, weekday, time of
	// day and "года" included.
	Start, End int
	// Numeric is set for 27.11.2019 and its like, whose order of day and
	// month is a convention; a long date spells the month.
	Numeric bool
	// Doubtful is set where another reading is possible: 05/06/2019.
	Doubtful bool
}

// Dates finds the printed dates in s in order, English and Russian, long and
// numeric, ranges of days included. What the calendar does not have (31
// November) is not a date.
func Dates(s string) []Found {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var found []Found
	for at := 0; at < len(s); {
		best, ok := first(s, at)
		if !ok {
			break
		}
		found = append(found, best)
		at = best.End
	}
	return found
}

// first finds the leftmost date at or after at, and of several there the
// longest.
func first(s string, at int) (Found, bool) {
	var best Found
	ok := false
	for _, f := range forms() {
		for from := at; from < len(s); {
			m := f.re.FindStringSubmatchIndex(s[from:])
			if m == nil {
				break
			}
			start, end := from+m[2], from+m[3]
			d, doubtful, valid := f.read(func(group int) string {
				if m[2*group] < 0 {
					return ""
				}
				return s[from+m[2*group] : from+m[2*group+1]]
			})
			if !valid || f.alone && afterNumber(s[:start]) {
				// Past the whole of it: from its second character on, "31
				// November" would be read as the first.
				from = end
				continue
			}
			if !ok || start < best.Start || (start == best.Start && end > best.End) {
				best = Found{Date: d, Start: start, End: end, Numeric: f.numeric, Doubtful: doubtful}
				ok = true
			}
			break
		}
	}
	return best, ok
}

// form is one way to print a date. The first group of its expression is the
// whole printed form, so that the guards around it are not part of it.
type form struct {
	re      *regexp.Regexp
	numeric bool
	// alone: a number before it belongs to it, so that what is left of an
	// impossible day ("31 November 2019") is no date either.
	alone bool
	read  func(group func(int) string) (d model.Date, doubtful, valid bool)
}

const (
	monthWord = `(\p{L}{3,9})\.?`
	day       = `[«"“]?(\d{1,2})(?:st|nd|rd|th|er|-?го|\.)?[»"”]?`
	dash      = `\s*[-–—]\s*`
	year      = `(\d{4})`
	yearTail  = `(?:\s*(?:года|год|г\.|г\b))?`
	timeTail  = `(?:,?\s+\d{1,2}[:.]\d{2}(?::\d{2})?)?`
	before    = `(?:^|[^\p{L}\d.])`
)

// forms are compiled when the first date is looked for: a reader who only
// reads never pays for them.
var forms = sync.OnceValue(func() []form {
	long := func(expr string, read func(g func(int) string) (model.Date, bool, bool)) form {
		return form{re: regexp.MustCompile(`(?i)` + before + `(` + expr + `)`), read: read}
	}
	numeric := func(expr string, read func(g func(int) string) (model.Date, bool, bool)) form {
		return form{re: regexp.MustCompile(before + `(` + expr + timeTail + `)`), numeric: true, read: read}
	}
	return []form{
		// 30 November – 1 December 2004
		long(day+`\s+`+monthWord+dash+day+`\s+(?:of\s+)?`+monthWord+`,?\s+`+year+yearTail, func(g func(int) string) (model.Date, bool, bool) {
			return ranged(g(6), month(g(3)), g(2), month(g(5)), g(4))
		}),
		// 6-7 December 2004, 27th of November, 2019, 27 ноября 2019 года
		long(`(?:`+day+dash+`)?`+day+`\s+(?:of\s+|de\s+)?`+monthWord+`,?\s+(?:de\s+)?`+year+yearTail+timeTail, func(g func(int) string) (model.Date, bool, bool) {
			m := month(g(4))
			if g(2) != "" {
				return ranged(g(5), m, g(2), m, g(3))
			}
			return single(g(5), m, g(3))
		}),
		// December 6-7, 2004, Nov. 27, 2019
		long(monthWord+`\s+`+day+`(?:`+dash+day+`)?,?\s+`+year+timeTail, func(g func(int) string) (model.Date, bool, bool) {
			m := month(g(2))
			if g(4) != "" {
				return ranged(g(5), m, g(3), m, g(4))
			}
			return single(g(5), m, g(3))
		}),
		// 11-Jul-2018
		long(day+`-`+monthWord+`-`+year, func(g func(int) string) (model.Date, bool, bool) {
			return single(g(4), month(g(3)), g(2))
		}),
		// November 2019, ноябрь 2019 года
		alone(long(monthWord+`,?\s+`+year+yearTail, func(g func(int) string) (model.Date, bool, bool) {
			return single(g(3), month(g(2)), "")
		})),
		// 27.11.2019, also glued to the word that follows
		numeric(`(\d{1,2})\.(\d{1,2})\.(\d{4})`, func(g func(int) string) (model.Date, bool, bool) {
			return single(g(4), number(g(3)), g(2))
		}),
		numeric(`(\d{4})-(\d{2})-(\d{2})`, func(g func(int) string) (model.Date, bool, bool) {
			return single(g(2), number(g(3)), g(4))
		}),
		// 27/11/2019; where both numbers could be a month, day first is only
		// the likelier reading
		numeric(`(\d{1,2})/(\d{1,2})/(\d{4})`, func(g func(int) string) (model.Date, bool, bool) {
			a, b := number(g(2)), number(g(3))
			if b > 12 && a <= 12 {
				return single(g(4), a, g(3))
			}
			d, _, ok := single(g(4), b, g(2))
			return d, a <= 12 && a != b, ok
		}),
	}
})

func alone(f form) form {
	f.alone = true
	return f
}

// afterNumber says that s ends with a number and white space.
func afterNumber(s string) bool {
	s = strings.TrimRight(s, " \t\u00a0")
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// single checks a day against the calendar; an empty day means the month.
func single(y string, m int, d string) (model.Date, bool, bool) {
	date := model.Date{Year: number(y), Month: m, Day: number(d)}
	if m < 1 || m > 12 || date.Year < 1900 || date.Year > 2199 {
		return model.Date{}, false, false
	}
	if d == "" {
		return date, false, true
	}
	t := time.Date(date.Year, time.Month(m), date.Day, 0, 0, 0, 0, time.UTC)
	return date, false, date.Day > 0 && t.Day() == date.Day
}

// ranged checks a range of days within one year.
func ranged(y string, m1 int, d1 string, m2 int, d2 string) (model.Date, bool, bool) {
	a, _, okA := single(y, m1, d1)
	b, _, okB := single(y, m2, d2)
	if !okA || !okB || a.Day == 0 || a.Compare(b) >= 0 {
		return model.Date{}, false, false
	}
	a.EndMonth, a.EndDay = b.Month, b.Day
	return a, false, true
}

// months holds the beginnings that tell the months apart, English and
// Russian. The Russian ones serve the nominative and the genitive.
var months = []struct {
	n      int
	starts []string
}{
	{1, []string{"jan", "янв"}},
	{2, []string{"feb", "фев"}},
	{3, []string{"mar", "мар"}},
	{4, []string{"apr", "апр"}},
	{5, []string{"may", "май", "мая"}},
	{6, []string{"jun", "июн"}},
	{7, []string{"jul", "июл"}},
	{8, []string{"aug", "авг"}},
	{9, []string{"sep", "сен"}},
	{10, []string{"oct", "окт"}},
	{11, []string{"nov", "ноя"}},
	{12, []string{"dec", "дек"}},
}

// fullNames are the words a month may be written with: a beginning alone
// would take "market" and "decision" for months.
var fullNames = map[string]bool{
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true,
	"july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true,
	"sep": true, "sept": true, "oct": true, "nov": true, "dec": true,
	"январь": true, "января": true, "февраль": true, "февраля": true, "март": true, "марта": true,
	"апрель": true, "апреля": true, "май": true, "мая": true, "июнь": true, "июня": true,
	"июль": true, "июля": true, "август": true, "августа": true, "сентябрь": true, "сентября": true,
	"октябрь": true, "октября": true, "ноябрь": true, "ноября": true, "декабрь": true, "декабря": true,
	"январе": true, "феврале": true, "марте": true, "апреле": true, "мае": true, "июне": true,
	"июле": true, "августе": true, "сентябре": true, "октябре": true, "ноябре": true, "декабре": true,
	"янв": true, "фев": true, "мар": true, "апр": true, "авг": true, "сен": true, "сент": true,
	"окт": true, "ноя": true, "нояб": true, "дек": true,
}

// otherMonths are the months in French, Spanish and German, where they differ
// from the English.
var otherMonths = map[string]int{
	"janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
	"septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12, //nolint:misspell // French without its accents
	"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
	"octubre": 10, "noviembre": 11, "diciembre": 12,
	"januar": 1, "februar": 2, "märz": 3, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
}

// month gives the number of the month that word names, or 0.
func month(word string) int {
	word = strings.ToLower(word)
	if n, ok := otherMonths[word]; ok {
		return n
	}
	if !fullNames[word] {
		return 0
	}
	if word == "мае" {
		return 5
	}
	for _, m := range months {
		for _, start := range m.starts {
			if strings.HasPrefix(word, start) {
				return m.n
			}
		}
	}
	return 0
}

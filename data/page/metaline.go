package page

import (
	"regexp"
	"strings"
	"sync"

	"cstoread/model"
	"cstoread/model/fold"
)

// isDateLine says that a line is a date with nothing beside it but a place, a
// weekday, a time, brackets.
func isDateLine(s string) bool {
	if letters(s) > 90 {
		return false
	}
	dates := Dates(s)
	if len(dates) == 0 {
		return false
	}
	rest := withoutDate(s)
	if rest == "" {
		return true
	}
	if _, _, ok := placeLine(rest); ok {
		return true
	}
	if _, ok := placeIn(rest); ok && letters(rest) < 40 {
		return true
	}
	if _, ok := placeBesideDate(s); ok {
		return true
	}
	return lineNoise().MatchString(rest)
}

// placeBesideDate reads a city that no table has from a line that is no more
// than its name and a date, with a comma or brackets: "Aktau, 12 August 2018".
func placeBesideDate(s string) (string, bool) {
	d := Dates(s)
	if len(d) != 1 || d[0].Numeric || letters(s) > 60 {
		return "", false
	}
	name := withoutDate(s)
	printed := strings.Contains(s, name+", ") || strings.Contains(s, ", "+name) || strings.HasPrefix(strings.TrimSpace(s), "(")
	if !printed || !nameLike(name) || len(strings.Fields(name)) > 3 || strings.ContainsAny(name, ":;!?\"") || headKind(name) != model.KindUnknown || weekday(name) {
		return "", false
	}
	return name, true
}

func weekday(s string) bool { return lineNoise().MatchString(s) }

// lineNoise is what stands beside a date without being wording.
var lineNoise = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|\d{1,2}[:.]\d{2}|(?:no|№)\.?\s*[\d/-]+|moscow time|мск|gmt|utc|[\d/-]{1,12}|[\s,.()\[\]|•·—–-])+$`)
})

// withoutDate is a line less the dates in it and the punctuation around.
func withoutDate(s string) string {
	for {
		d := Dates(s)
		if len(d) == 0 {
			s = strings.Trim(s, " \t,.;:()[]|•·–—-")
			for _, article := range []string{" le", " den", " el", ", am"} {
				s = strings.TrimRight(strings.TrimSuffix(s, article), " ,")
			}
			return s
		}
		s = strings.TrimSpace(s[:d[0].Start]) + " " + strings.TrimSpace(s[d[0].End:])
	}
}

// isCounter says that a line is a number of views, of a document, or the like.
func isCounter(s string) bool {
	n := letters(s)
	return n > 0 && n < 24 && strings.Trim(fold.String(s), " 0123456789-/№.,:()") == ""
}

// isMetaLine says that a line is a date, a place that is surely one, or a
// labelled field.
func isMetaLine(s string) bool {
	if letters(s) > 120 {
		return false
	}
	if isDateLine(s) {
		return true
	}
	if _, _, ok := labelLine(s); ok {
		return true
	}
	_, sure, ok := placeLine(s)
	return ok && sure
}

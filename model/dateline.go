package model

import "strings"

// withoutDateline takes a date, and a place before it, off the end of a title:
// "…, Bishkek, 27 November 2019", "… (Moscow, 12 May 2021)", "…, 5 июня 2020
// года". A title that is nothing else stays as it is.
func withoutDateline(title string) string {
	if open := strings.LastIndex(title, " ("); open > 0 && strings.HasSuffix(title, ")") {
		parts := strings.Split(title[open+2:len(title)-1], ", ")
		if n, dated := datelineParts(parts); dated && len(parts)-n <= 1 && strings.Contains(title[open+2:], " ") {
			return strings.TrimSpace(title[:open])
		}
	}
	parts := strings.Split(title, ", ")
	n, dated := datelineParts(parts)
	if !dated || n == len(parts) {
		return title
	}
	parts = parts[:len(parts)-n]
	if last := len(parts) - 1; last > 0 && isPlace(parts[last]) {
		parts = parts[:last]
	}
	if rest := strings.Join(parts, ", "); rest != "" {
		return rest
	}
	return title
}

// datelineParts counts the parts at the end that belong to a date, and says
// whether there is a year among them.
func datelineParts(parts []string) (n int, dated bool) {
	for i := len(parts) - 1; i >= 0; i-- {
		year, ok := datePart(parts[i])
		if !ok {
			break
		}
		n++
		dated = dated || year
	}
	return n, dated
}

// datePart says whether a part is made of nothing but days, months and years,
// and whether a year is among them.
func datePart(part string) (year, ok bool) {
	words := strings.Fields(part)
	for _, word := range words {
		word = strings.ToLower(strings.TrimRight(word, "."))
		digits := strings.Trim(word, "0123456789")
		switch {
		case digits == "" && len(word) == 4:
			year = true
		case digits == "" && len(word) <= 2 && word != "":
		case digits == "-" || digits == "–":
		case monthWord(word), word == "года", word == "г", word == "of":
		default:
			return false, false
		}
	}
	return year, len(words) > 0
}

func monthWord(word string) bool {
	for _, month := range [...]string{
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
	} {
		if word == month {
			return true
		}
	}
	return false
}

// isPlace says that a part could be the name of a town: at most three words,
// each with a capital.
func isPlace(part string) bool {
	words := strings.Fields(part)
	for _, word := range words {
		if strings.ToLower(word) == word {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 3
}

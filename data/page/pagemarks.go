package page

import (
	"regexp"
	"strings"
	"sync"
)

// pageMark is a page's number on a line of its own, with or without the
// document's: "12", "- 3 -", "2/4 19-20550", "Page 3 of 8", "стр. 2".
var pageMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:[-–—]\s*)?(?:page|стр\.?|страница)?\s*\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?(?:\s*[-–—])?$|^\d{2}-\d{4,6}(?:\s+\d{1,3}/\d{1,3})?$|^\d{1,3}/\d{1,3}\s+\d{2}-\d{4,6}$`)
})

// runningHead is a document's symbol, which stands at the head of each page.
var runningHead = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Z]{1,6}(?:[./-][A-Z\d.]+)*/\d{1,4}(?:/\d+)?(?:/[A-Z][A-Za-z.]*\d*)?$`)
})

// withoutPageMarks takes the page numbers and running heads out of a text that
// was copied from print, and closes the gap where a page ended in the middle
// of a sentence. A text whose lines are not wrapped has no pages, and a number
// on a line of its own says something else there.
func withoutPageMarks(lines []string) []string {
	if wrapWidth(lines) == 0 {
		return lines
	}
	out := make([]string, 0, len(lines))
	cut := false
	for i, l := range lines {
		if i > 2 && (pageMark().MatchString(l) || runningHead().MatchString(l)) {
			cut = true
			continue
		}
		if cut && l != "" {
			last := len(out) - 1
			for last >= 0 && out[last] == "" {
				last--
			}
			if last >= 0 && startsLower(l) && !strings.ContainsAny(out[last][len(out[last])-1:], ".;:!?") {
				out = out[:last+1]
			}
			cut = false
		}
		out = append(out, l)
	}
	return out
}

package query

import (
	"strings"
	"unicode"

	"cstoread/model/fold"
)

// words splits a text into folded words: runs of letters and digits. What
// stands between them (white space, hyphens, apostrophes, any punctuation)
// makes no difference to a search. A * touching a word stays part of it, and
// one that stands alone is any one word.
func words(text string) []string {
	return strings.FieldsFunc(fold.String(text), func(r rune) bool { return !inWord(r) && r != '*' })
}

// searchable says whether a text has a word to look for.
func searchable(text string) bool {
	return strings.ContainsFunc(fold.String(text), inWord)
}

// inWord says whether a folded character is part of a word.
func inWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r)
}

package query

import (
	"slices"
	"strings"
	"unicode"

	"cstoread/model/fold"
)

// words splits a text into folded words: runs of letters and digits. What
// stands between them (white space, hyphens, apostrophes, any punctuation)
// makes no difference to a search. A * touching a word stays part of it.
func words(text string) []string {
	all := strings.FieldsFunc(fold.String(text), func(r rune) bool { return !inWord(r) && r != '*' })
	return slices.DeleteFunc(all, func(w string) bool { return strings.Trim(w, "*") == "" })
}

// inWord says whether a folded character is part of a word.
func inWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r)
}

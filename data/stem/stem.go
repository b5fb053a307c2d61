// Package stem reduces words to their stems, so that ~word finds all forms of
// a word. The rules are those of the Snowball project for English and Russian;
// this package only chooses between them.
package stem

import (
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/russian"
)

// longest is how long a word may be, in bytes, to have forms: longer ones are
// no words.
const longest = 64

// Word gives the stem of a folded word: by the Russian rules when it begins
// with a Cyrillic letter, by the English ones when with a Latin letter. Other
// words are their own stems.
func Word(word string) string {
	if len(word) > longest {
		return word
	}
	r, _ := utf8.DecodeRuneInString(word)
	env := snowballstem.NewEnv(word)
	switch {
	case 'a' <= r && r <= 'z':
		english.Stem(env)
	case 'а' <= r && r <= 'я':
		russian.Stem(env)
	default:
		return word
	}
	return env.Current()
}

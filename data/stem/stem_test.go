package stem

import (
	"testing"
	"unicode/utf8"
)

func TestWord(t *testing.T) {
	for _, same := range [][]string{
		{"withdraw", "withdraws", "withdrawing"},
		{"sanction", "sanctions", "sanctioned"},
		{"destabilize", "destabilizing", "destabilized"},
		{"санкция", "санкции", "санкций", "санкциями"},
		{"войска", "войск", "войсками"},
		{"2254"},
	} {
		for _, word := range same[1:] {
			if a, b := Word(same[0]), Word(word); a != b {
				t.Errorf("%s has the stem %s, %s has %s", same[0], a, word, b)
			}
		}
	}
	if Word("state") == Word("station") || Word("2254") != "2254" {
		t.Error("different words share a stem")
	}
}

// What a query looks through is chosen by a word's first letter, which a stem
// must therefore keep.
func FuzzFirstLetterStays(f *testing.F) {
	for _, seed := range []string{"yes", "skies", "dying", "sss", "ий", "вшись", "ost", "'s", "eed", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, word string) {
		a, size := utf8.DecodeRuneInString(word)
		if b, _ := utf8.DecodeRuneInString(Word(word)); a != b && size > 0 && a != utf8.RuneError && Word(word) != "" {
			t.Errorf("%q has the stem %q", word, Word(word))
		}
	})
}

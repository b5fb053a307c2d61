package tag

import (
	"iter"
	"unicode/utf8"
)

// What the rules ask about the words and the places around a candidate. All
// of these take a word's number that may lie outside the text.

// window is how many words away a rule looks for evidence.
const window = 200

// is says whether word i belongs to a class.
func (x *scan) is(i int, class uint32) bool {
	if i < 0 || i >= len(x.words) {
		return false
	}
	w := &x.words[i]
	return w.whole && x.t.image.Classes[w.known&wordMask]&class != 0
}

// wordText is word i as the text has it, or "".
func (x *scan) wordText(i int) string {
	if i < 0 || i >= len(x.words) {
		return ""
	}
	return x.text[x.words[i].start:x.words[i].end]
}

// capital says whether word i begins with a capital.
func (x *scan) capital(i int) bool {
	if i < 0 || i >= len(x.words) {
		return false
	}
	return capital(x.text[x.words[i].start:])
}

// sep is what stands before word i; a break at the text's end.
func (x *scan) sep(i int) Sep {
	if i <= 0 || i >= len(x.words) {
		return SepBreak
	}
	return x.words[i].sep
}

// shouted says whether word i is in capitals throughout and longer than a
// letter.
func (x *scan) shouted(i int) bool {
	s := x.wordText(i)
	if len(s) < 2 {
		return false
	}
	for j := 0; j < len(s); j++ {
		if s[j] >= 'a' && s[j] <= 'z' {
			return false
		}
	}
	return true
}

// spaced says whether word i follows the one before it with nothing but white
// space between them.
func (x *scan) spaced(i int) bool {
	if x.sep(i) != SepJoin {
		return false
	}
	r, _ := utf8.DecodeRuneInString(x.text[x.words[i-1].end:])
	return r == ' ' || r == '\u00a0' || r == '\n' || r == '\t' || r == '\r'
}

// near finds a word of a class within the window around word i, and returns
// its number or -1.
func (x *scan) near(i int, class uint32) int {
	for d := 1; d <= window; d++ {
		if x.is(i-d, class) {
			return i - d
		}
		if x.is(i+d, class) {
			return i + d
		}
	}
	return -1
}

// place is the place candidate before (step -1) or after (step 1) candidate
// i, or nil.
func (x *scan) place(i, step int) *candidate {
	for j := i + step; j >= 0 && j < len(x.found); j += step {
		if k := x.found[j].kind; k == KindCountry || k == KindShadow {
			return &x.found[j]
		}
	}
	return nil
}

// around gives the countries within the window around candidate i, and i
// itself.
func (x *scan) around(i int) iter.Seq2[int, *candidate] {
	return func(yield func(int, *candidate) bool) {
		for j := max(0, i-window); j < min(len(x.found), i+window); j++ {
			if x.found[j].kind == KindCountry && !yield(j, &x.found[j]) {
				return
			}
		}
	}
}

// listed says whether b follows a as the next member of a list: after a
// comma, after "and" or "or", or after both.
func (x *scan) listed(a, b *candidate) bool {
	between := int(b.first) - int(a.last) - 1
	switch between {
	case 0:
		return x.sep(int(b.first)) == SepComma
	case 1:
		return x.is(int(a.last)+1, x.t.classes.conjunction)
	}
	return false
}

// state says whether a candidate is a state of the United States.
func (x *scan) state(c *candidate) bool {
	return c != nil && c.kind == KindShadow && c.subject == x.t.usState
}

// covered is the text of a candidate.
func (x *scan) covered(c *candidate) string { return x.text[c.start:c.end] }

// code is the code of a candidate's subject.
func (x *scan) code(c *candidate) string { return x.t.subjects[c.subject].Code }

package tag

// Rules for names of countries that are names of people.

// afterGivenName holds for "Michael Jordan", "J. Jordan", "Mr. Jordan" and
// "her brother Chad".
func afterGivenName(x *scan, i int) (string, bool) {
	c := &x.found[i]
	before := int(c.first) - 1
	if x.spaced(int(c.first)) && x.is(before, x.t.classes.kin) {
		return x.wordText(before), true
	}
	if before < 0 || !x.capital(before) {
		return "", false
	}
	k := &x.t.classes
	switch x.sep(int(c.first)) {
	case SepJoin:
		if x.spaced(int(c.first)) && x.is(before, k.givenName|k.courtesy) {
			return x.wordText(before), true
		}
	case SepDot:
		initial := len(x.wordText(before)) == 1 && x.sep(before) != SepDot || x.is(before, k.courtesy)
		if initial && x.text[x.words[before].end+1] == ' ' {
			return x.wordText(before) + ".", true
		}
	}
	return "", false
}

// beforeSurname holds for "Chad Smith": a family name follows.
func beforeSurname(x *scan, i int) (string, bool) {
	c := &x.found[i]
	next := int(c.last) + 1
	if x.spaced(next) && x.capital(next) && x.is(next, x.t.classes.surname) && !x.is(next, x.t.classes.office) {
		return x.wordText(next), true
	}
	return "", false
}

// beforePersonName holds where a name that people bear is followed by another
// word with a capital which no table knows, or follows one, in text that does not write every
// word with a capital: "Jordan Nwora scored", not "Jordan Seeks Talks".
func beforePersonName(x *scan, i int) (string, bool) {
	if because, ok := beforeSurname(x, i); ok {
		return because, true
	}
	c := &x.found[i]
	if before := int(c.first) - 1; x.spaced(int(c.first)) && x.unknownName(before) && x.spaced(before) && !x.capital(before-1) {
		return x.wordText(before), true
	}
	if before := int(c.first) - 1; x.is(before, x.t.classes.locative) || x.wordText(before) == "of" {
		return "", false // "President of Georgia Mikheil Saakashvili"
	}
	next := int(c.last) + 1
	if !x.spaced(next) || !x.capital(next) || x.shouted(int(c.first)) || x.shouted(next) {
		return "", false
	}
	text := x.wordText(next)
	if !x.unknownName(next) || text[len(text)-1] == 's' || x.spaced(next+1) && x.capital(next+1) {
		return "", false
	}
	return text, true
}

// unknownName says whether word i is written like a name, with one capital at
// its beginning, and stands in no table.
func (x *scan) unknownName(i int) bool {
	if !x.capital(i) || x.shouted(i) {
		return false
	}
	w := &x.words[i]
	return !w.whole || w.known&wordMask == 0
}

// samePerson holds for the "Jordan" that comes after "Michael Jordan".
func samePerson(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if !x.guarded(c, personRules) || x.is(int(c.first)-1, x.t.classes.locative) {
		return "", false
	}
	if before := x.place(i, -1); before != nil && before.subject == c.subject && x.listed(before, c) {
		return "", false // "N'Djamena, Chad"
	}
	for j := i - 1; j >= 0 && i-j < window; j-- {
		o := &x.found[j]
		if o.kind != KindCountry || o.entry != c.entry {
			continue
		}
		if o.rejected && (o.rule == "given-name-before" || o.rule == "given-name" || o.rule == "person" || o.rule == "same-person") {
			return o.because + " before it", true
		}
		return "", false
	}
	return "", false
}

// personRules are the bits of the rules that say that a name is borne by
// people.
var personRules uint32

func init() {
	personRules = ruleBit("given-name-before") | ruleBit("given-name") | ruleBit("person")
}

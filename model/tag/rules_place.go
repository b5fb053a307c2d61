package tag

// Rules for names of countries that other places bear too.

// georgiaState holds for the US state of Georgia. Its neighbours in a list
// decide first, then what is said nearby of the Caucasus, then what is said
// of the American South.
func georgiaState(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if before := x.place(i, -1); x.state(before) && x.listed(before, c) {
		return x.covered(before), true
	}
	if after := x.place(i, 1); x.state(after) && x.listed(c, after) {
		return x.covered(after), true
	}
	if before := int(c.first) - 1; x.sep(int(c.first)) == SepComma && x.is(before, x.t.classes.usContext) && x.capital(before) {
		return x.wordText(before), true
	}
	if x.near(int(c.first), x.t.classes.georgiaContext) >= 0 {
		return "", false
	}
	if at := x.near(int(c.first), x.t.classes.usContext); at >= 0 {
		return x.wordText(at), true
	}
	for _, step := range []int{-1, 1} {
		if o := x.place(i, step); x.state(o) {
			return x.covered(o), true
		}
	}
	return "", false
}

// jordanRiver holds for "the Jordan" with no word after it that it could
// belong to: "across the Jordan", not "the Jordan delegation".
func jordanRiver(x *scan, i int) (string, bool) {
	c := &x.found[i]
	next := int(c.last) + 1
	if x.is(int(c.first)-1, x.t.classes.article) && (!x.spaced(next) || x.is(next, x.t.classes.functionWord|x.t.classes.locative)) && !x.possessive(c) && !x.hyphenAfter(int(c.last)) {
		return x.wordText(int(c.first) - 1), true
	}
	return "", false
}

// jordanSport holds for the player and the racing team, by what stands near,
// where nothing names the country by another word.
func jordanSport(x *scan, i int) (string, bool) {
	c := &x.found[i]
	for j, o := range x.around(i) {
		if j != i && o.subject == c.subject && o.entry != c.entry {
			return "", false
		}
	}
	if at := x.near(int(c.first), x.t.classes.jordanSport); at >= 0 && !x.is(int(c.first)-1, x.t.classes.locative) {
		return x.wordText(at), true
	}
	return "", false
}

// beforeState holds for "Lebanon, Pennsylvania": a town, named with its state.
// A list that goes on after the state is no address.
func beforeState(x *scan, i int) (string, bool) {
	c := &x.found[i]
	after := x.place(i, 1)
	if !x.state(after) || after.first != c.last+1 || x.sep(int(after.first)) != SepComma {
		return "", false
	}
	switch x.code(c) {
	case "MX", "CA", "US", "GE":
		return "", false
	}
	if x.is(int(after.last)+1, x.t.classes.conjunction) {
		return "", false
	}
	return x.covered(after), true
}

// beforeSchool holds for the towns of "Brazil High School", "Peru State
// College" and "Lebanon County".
func beforeSchool(x *scan, i int) (string, bool) {
	next := int(x.found[i].last) + 1
	if !x.spaced(next) || !x.capital(next) {
		return "", false
	}
	word, after := x.wordText(next), x.wordText(next+1)
	town := word == "Township" || word == "County" ||
		word == "High" && after == "School" ||
		(word == "State" || word == "Community") && (after == "College" || after == "University")
	return word, town
}

// otherCongo moves "Congo" and "Congolese" to Brazzaville where the text is
// about it, or lists it beside the Democratic Republic. It rejects nothing.
func otherCongo(x *scan, i int) (string, bool) {
	c := &x.found[i]
	at := int(c.first)
	brazzaville := x.near(at, x.t.classes.congoB) >= 0
	kinshasa := x.near(at, x.t.classes.congoK) >= 0
	if !brazzaville && !kinshasa {
		for j, o := range x.around(i) {
			if j != i && x.code(o) == "CD" && o.last > o.first {
				brazzaville = x.covered(c) == "Congo"
			}
		}
	}
	if brazzaville && !kinshasa && x.t.congoB != 0 {
		c.subject, c.rule = x.t.congoB, "congo"
	}
	return "", false
}

// centralAfrica holds for "Central African" as a region. It is the country
// before a word for what a state has one of, and where the country is named.
func centralAfrica(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if x.is(int(c.last)+1, x.t.classes.stateNoun) {
		return "", false
	}
	for j, o := range x.around(i) {
		if j != i && o.subject == c.subject && o.entry != c.entry {
			return "", false
		}
	}
	return x.wordText(int(c.last) + 1), true
}

// withoutCompany holds for a name like Jersey that means something else more
// often: it counts only after "in", "government of" and the like, or where
// another country is named.
func withoutCompany(x *scan, i int) (string, bool) {
	c := &x.found[i]
	before := int(c.first) - 1
	if x.is(before, x.t.classes.locative) || x.is(before-1, x.t.classes.stateNoun) && x.wordText(before) == "of" {
		return "", false
	}
	for j, o := range x.around(i) {
		if j != i && !o.rejected && o.subject != c.subject && x.code(o) != "US" && x.t.image.Entries[o.entry*EntrySize]&flagImplied == 0 {
			return "", false
		}
	}
	return "no other country is named", true
}

// newJersey holds for Jersey as New Jersey, and as a garment or a cow: after
// an article, and where the text is about the United States.
func newJersey(x *scan, i int) (string, bool) {
	c := &x.found[i]
	before := int(c.first) - 1
	if x.is(before, x.t.classes.article) || x.wordText(before) == "a" {
		return x.wordText(before), true
	}
	for _, step := range []int{-1, 1} {
		if o := x.place(i, step); x.state(o) || o != nil && x.code(o) == "US" {
			return x.covered(o), true
		}
	}
	if at := x.near(int(c.first), x.t.classes.usContext); at >= 0 {
		return x.wordText(at), true
	}
	return "", false
}

package tag

// Rules for names of countries that are other words too.

// inAddress holds in addresses of sites and mail: "www.china.org".
func inAddress(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if x.capital(int(c.first)) {
		return "", false
	}
	if c.start > 0 {
		switch b := x.text[c.start-1]; b {
		case '.', '@', '/', '_', '\\', '=':
			return x.text[c.start-1 : c.start], true
		}
	}
	if int(c.end)+1 < len(x.text) {
		switch b := x.text[c.end]; b {
		case '@', '_':
			return x.text[c.end : c.end+1], true
		case '.':
			if letterCode[x.text[c.end+1]] != 0 {
				return ".", true
			}
		}
	}
	return "", false
}

// turkeyBird holds for the bird at the beginning of a sentence or a title.
func turkeyBird(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if next := int(c.last) + 1; x.spaced(next) && x.is(next, x.t.classes.bird) && !x.is(next, x.t.classes.stateNoun) {
		return x.wordText(next), true
	}
	if and := int(c.last) + 1; x.is(and, x.t.classes.conjunction) && x.is(and+1, x.t.classes.bird) {
		return x.wordText(and + 1), true
	}
	if before := int(c.first) - 1; x.spaced(int(c.first)) && (x.is(before, x.t.classes.birdBefore) || len(x.wordText(before)) == 1) {
		return x.wordText(before), true
	}
	return "", false
}

// otherIndians holds for the ball team of Cleveland and for the peoples of the
// Americas, and for the Irish of Notre Dame, by what stands near.
func otherIndians(x *scan, i int) (string, bool) {
	if at := x.near(int(x.found[i].first), x.t.classes.indians); at >= 0 {
		return x.wordText(at), true
	}
	return "", false
}

// inDollars holds for "US$": the currency is used by many.
func inDollars(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if int(c.end) < len(x.text) && x.text[c.end] == '$' {
		return "$", true
	}
	return "", false
}

// usInCapitals holds for US among words in capitals, where it may be "us":
// only "THE US", "US-", a noun for what a state has and the beginning of a
// sentence let it stand.
func usInCapitals(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if x.covered(c) != "US" || !x.amongCapitals(c) {
		return "", false
	}
	if o := x.place(i, -1); o != nil && o.kind == KindCountry && x.listed(o, c) {
		return "", false
	}
	if x.sep(int(c.first)) == SepBreak || x.is(int(c.first)-1, x.t.classes.article) || x.hyphenAfter(int(c.last)) || x.is(int(c.last)+1, x.t.classes.usNoun) {
		return "", false
	}
	return "capitals throughout", true
}

// inCapitals holds for abbreviations that are words ("CAR") among words in
// capitals.
func inCapitals(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if x.amongCapitals(c) {
		return "capitals throughout", true
	}
	return "", false
}

// amongCapitals says whether the words around a candidate are in capitals.
func (x *scan) amongCapitals(c *candidate) bool {
	capitals, others := 0, 0
	for i := int(c.first) - 3; i <= int(c.last)+3; i++ {
		if i >= int(c.first) && i <= int(c.last) || i < 0 || i >= len(x.words) || len(x.wordText(i)) < 2 {
			continue
		}
		if x.shouted(i) && (x.wordText(i)[0] < '0' || x.wordText(i)[0] > '9') {
			capitals++
		} else {
			others++
		}
	}
	return capitals >= 2 && others == 0
}

// isLanguage holds for adjectives that name a language: "the Russian
// translation", "in French", "speaks Spanish", and those that follow such a
// one in a list.
func isLanguage(x *scan, i int) (string, bool) {
	c := &x.found[i]
	k := &x.t.classes
	next, before := int(c.last)+1, int(c.first)-1
	if x.sep(next) == SepJoin && x.is(next, k.languageNoun) {
		return x.wordText(next), true
	}
	ends := !x.spaced(next) || x.is(next, k.functionWord)
	if x.spaced(int(c.first)) && x.is(before, k.languageBefore) && ends {
		return x.wordText(before), true
	}
	if x.spaced(int(c.first)) && x.is(before, k.languageIn) && ends && !x.possessive(c) && x.sep(next) != SepSlash && !x.hyphenAfter(int(c.last)) {
		return x.wordText(before), true
	}
	if o := x.place(i, -1); o != nil && o.rejected && (o.rule == "language" || o.rule == "english") && x.listed(o, c) && ends {
		return x.covered(o), true
	}
	return "", false
}

// possessive says whether 's follows a candidate.
func (x *scan) possessive(c *candidate) bool {
	next := int(c.last) + 1
	return x.sep(next) == SepJoin && !x.spaced(next) && x.wordText(next) == "s"
}

// isEnglish holds for English as a language, which it nearly always is; it is
// of England before "football", "courts" and the like.
func isEnglish(x *scan, i int) (string, bool) {
	c := &x.found[i]
	if next := int(c.last) + 1; x.sep(next) == SepJoin && x.is(next, x.t.classes.englandNoun) {
		return "", false
	}
	return "a language", true
}

package tag

// rule is one way in which the words around a candidate decide about it.
type rule struct {
	name string
	// always has the rule asked about every country; the others are asked
	// only about entries that the tables guard with them.
	always bool
	// judge says whether found[i] must be rejected, and because of what.
	judge func(x *scan, i int) (because string, reject bool)
}

// rules are the context rules, in the order in which they are asked. The
// first that rejects a candidate decides.
var rules = []rule{
	{"address", true, inAddress},
	{"us-town", true, beforeState},
	{"school", true, beforeSchool},
	{"given-name-before", false, afterGivenName},
	{"given-name", false, beforeSurname},
	{"person", false, beforePersonName},
	{"same-person", true, samePerson},
	{"georgia-us-state", false, georgiaState},
	{"jordan-river", false, jordanRiver},
	{"jordan-sport", false, jordanSport},
	{"turkey-bird", false, turkeyBird},
	{"congo", false, otherCongo},
	{"central-african", false, centralAfrica},
	{"company", false, withoutCompany},
	{"jersey", false, newJersey},
	{"indians", false, otherIndians},
	{"us-dollar", true, inDollars},
	{"us-capitals", false, usInCapitals},
	{"capitals-word", false, inCapitals},
	{"language", false, isLanguage},
	{"english", false, isEnglish},
}

// RuleNames lists the rules by which tables may guard an entry; Entry.Rules
// has a bit for each, in this order.
func RuleNames() []string {
	names := make([]string, len(rules))
	for i := range rules {
		names[i] = rules[i].name
	}
	return names
}

// always has the bits of the rules that every country is asked.
var always = func() (bits uint32) {
	for i := range rules {
		if rules[i].always {
			bits |= 1 << i
		}
	}
	return bits
}()

// resolve asks the rules about every country, in the order of the text.
func (x *scan) resolve() {
	for i := range x.found {
		c := &x.found[i]
		if c.kind != KindCountry {
			continue
		}
		guards := always | x.t.image.Entries[c.entry*EntrySize+2]
		for r := 0; guards != 0; r, guards = r+1, guards>>1 {
			if guards&1 == 0 {
				continue
			}
			if because, reject := rules[r].judge(x, i); reject {
				c.rejected, c.rule, c.because = true, rules[r].name, because
				break
			}
		}
	}
}

// guarded says whether a candidate's entry is guarded by one of the named
// rules, given as bits.
func (x *scan) guarded(c *candidate, bits uint32) bool {
	return x.t.image.Entries[c.entry*EntrySize+2]&bits != 0
}

// ruleBit is the bit of a rule in Entry.Rules.
func ruleBit(name string) uint32 {
	for i, n := range RuleNames() {
		if n == name {
			return 1 << i
		}
	}
	return 0
}

package tag

// rule is one way in which the words around a candidate decide about it.
type rule struct {
	name string
	// judge says whether candidate c must be rejected, and because of what.
	judge func(x *scan, c *candidate) (because string, reject bool)
}

// rules are the context rules, in the order in which they are asked. An entry
// is asked only those that its table guards it with.
var rules = []rule{
	{"given-name-before", givenNameBefore},
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

// resolve asks the rules about every candidate that an entry guards.
func (x *scan) resolve() {
	for i := range x.found {
		c := &x.found[i]
		if c.kind != KindCountry {
			continue
		}
		guards := x.t.image.Entries[c.entry*EntrySize+2]
		for r := 0; guards != 0; r, guards = r+1, guards>>1 {
			if guards&1 == 0 {
				continue
			}
			if because, reject := rules[r].judge(x, c); reject {
				c.rejected, c.rule, c.because = true, rules[r].name, because
				break
			}
		}
	}
}

// givenNameBefore holds for "Michael Jordan".
func givenNameBefore(x *scan, c *candidate) (string, bool) {
	if i := int(c.first) - 1; i >= 0 && x.words[c.first].sep == SepJoin && x.is(i, x.t.classes.givenName) && capital(x.text[x.words[i].start:]) {
		return x.wordText(i), true
	}
	return "", false
}

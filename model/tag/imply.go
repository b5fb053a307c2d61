package tag

import (
	"slices"

	"cstoread/model"
)

// imply adds the countries that instruments are about without naming them:
// Iran for the JCPOA. They are implied mentions on the instrument's own span,
// and left out where the text names the country anyway.
func (x *scan) imply() {
	for i := range x.found {
		c := x.found[i]
		if c.kind != KindInstrument || c.rejected || c.code != "" {
			continue
		}
		for _, code := range x.t.implies[c.subject] {
			if x.names(code) {
				continue
			}
			x.found = append(x.found, candidate{
				kind: KindCountry, implied: true, entry: c.entry, subject: c.subject,
				first: c.first, last: c.last, start: c.start, end: c.end,
				code: code, rule: "instrument",
			})
		}
	}
}

// names says whether the text names the country.
func (x *scan) names(code string) bool {
	for i := range x.found {
		c := &x.found[i]
		if c.kind != KindCountry || c.rejected || c.code != "" || x.strength(c) != model.StrengthNamed {
			continue
		}
		if slices.Contains(x.t.codes[c.subject], code) {
			return true
		}
	}
	return false
}

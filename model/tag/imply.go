package tag

// imply adds the countries that instruments are about without naming them:
// Iran for the JCPOA. They are implied mentions on the instrument's own span.
func (x *scan) imply() {
	for i := range x.found {
		c := x.found[i]
		if c.kind != KindInstrument || c.rejected || c.code != "" {
			continue
		}
		for _, code := range x.t.implies[c.subject] {
			x.found = append(x.found, candidate{
				kind: KindCountry, implied: true, entry: c.entry, subject: c.subject,
				first: c.first, last: c.last, start: c.start, end: c.end,
				code: code, rule: "instrument",
			})
		}
	}
}

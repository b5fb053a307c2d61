package tag

import (
	"slices"

	"cstoread/model"
)

// impliedBy appends the countries that an instrument is about without naming
// them: Iran for the JCPOA. They are implied mentions on the instrument's own
// span, and left out where the text names the country anyway.
func (x *scan) impliedBy(dst []model.Mention, c *candidate) []model.Mention {
	for _, code := range x.t.implies[c.subject] {
		if x.names(code) {
			continue
		}
		m := x.mention(c, code)
		m.Kind, m.Strength, m.Rule = model.MentionCountry, model.StrengthImplied, "instrument"
		dst = append(dst, m)
	}
	return dst
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

package tag_test

import (
	"strings"
	"testing"

	"cstoread/model"
)

// countries are the codes of named and implied countries in a text, in the
// order in which they stand there: "SY US ir".
func countries(mentions []model.Mention) string {
	var out []string
	seen := map[string]bool{}
	for _, m := range mentions {
		code := m.Code
		if m.Strength == model.StrengthImplied {
			code = strings.ToLower(code)
		}
		if m.Kind == model.MentionCountry && !seen[code] {
			seen[code] = true
			out = append(out, code)
		}
	}
	return strings.Join(out, " ")
}

func TestPhrases(t *testing.T) {
	tables := tables(t)
	for _, c := range []struct{ text, want string }{
		{"stability in Syria.", "SY"},
		{"the Syrian Arab Republic", "SY"},
		{"an inter-Syrian dialogue of Syrians", "SY"},
		{"SYRIA'S borders", "SY"},
		{"syr\u00adians, Sy-\nria", "SY"},
		{"The U.S. and the US", "US"},
		{"tell us about u.s. things", ""},
		{"within the Astana format", "sy"},
		{"Michael Jordan in Jordan", "JO"},
		{"RUSSO-\nGEORGIAN and intra-\nLibyan talks", "RU GE LY"},
		{"Israeli–Palestinian, Tajik-Afghan, anti-Russian, non-Syrian", "IL PS TJ AF RU SY"},
		{"US-led, Washington-based, Turkey's, Sudan’s and the Libyans'", "US us TR SD LY"},
		{"the Anglo-French Concorde, French Alpine skiing, German Luftwaffe", "GB FR DE"},
		{"North and South Korea; both Congos; the two Sudans", "KP KR CD CG SD SS"},
		{"Guinea, Guinea-Bissau and Equatorial Guinea", "GN GW GQ"},
		{"Cote d'Ivoire, Turkiye, Sao Tome, CÔTE D’IVOIRE", "CI TR ST"},
		{"SAUDI\u00a0ARABIA and New\nZealand", "SA NZ"},
		{"American Samoa, Puerto Rico, Hong Kong, Taiwan, Greenland", "AS PR HK TW GL"},
	} {
		if got := countries(tables.Tag(nil, c.text, "en")); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

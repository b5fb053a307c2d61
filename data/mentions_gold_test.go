package data

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"cstoread/model"
	"cstoread/model/tag"
)

// TestStatementMentions holds the countries, the implied countries and the
// resolutions of every paragraph of the embedded statement against what a
// careful reader finds, with the places of the countries.
func TestStatementMentions(t *testing.T) {
	raw, err := os.ReadFile("testdata/statement_gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Paragraphs []struct {
			N                               int
			Text                            string
			Countries, Implied, Resolutions []string
			Mentions                        []struct {
				Surface, ISO string
				Offset       int
			}
		}
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	tables, err := tag.Open(Tables())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range gold.Paragraphs {
		var named, implied, resolutions []string
		var places []model.Mention
		for _, m := range tables.Tag(nil, p.Text, "en") {
			switch {
			case m.Kind == model.MentionCountry && m.Strength == model.StrengthImplied:
				implied = append(implied, m.Code)
			case m.Kind == model.MentionCountry:
				named = append(named, m.Code)
				places = append(places, m)
			case m.Kind == model.MentionInstrument && strings.HasPrefix(m.Code, "S/RES/"):
				symbol, _, _ := strings.Cut(m.Code, " ")
				resolutions = append(resolutions, symbol)
			}
		}
		for _, c := range []struct {
			what      string
			got, want []string
		}{{"countries", named, p.Countries}, {"implied", implied, p.Implied}, {"resolutions", resolutions, p.Resolutions}} {
			if got, want := set(c.got), set(c.want); !slices.Equal(got, want) {
				t.Errorf("paragraph %d: %s are %v, want %v", p.N, c.what, got, want)
			}
		}
		for _, want := range p.Mentions { // the gold lists the first ones of each kind
			inside := func(m model.Mention) bool {
				return m.Code == want.ISO && m.Start >= want.Offset && m.End <= want.Offset+len(want.Surface)
			}
			if !slices.ContainsFunc(places, inside) {
				t.Errorf("paragraph %d: no %s inside %q at %d", p.N, want.ISO, want.Surface, want.Offset)
			}
		}
	}
}

// set sorts codes and drops repeated ones.
func set(codes []string) []string {
	out := slices.Clone(codes)
	slices.Sort(out)
	return slices.Compact(out)
}

package screen

import (
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/query"
)

// outlineOf lists what a statement mentions, by kind, most often first, with
// the number of its paragraphs that do. Implied mentions are not in it.
func outlineOf(st *model.Statement, name func(query.Field, string) string) []choice {
	kinds := []struct {
		kind  model.MentionKind
		field query.Field
		title string
	}{
		{model.MentionCountry, query.FieldCountry, "Countries"},
		{model.MentionTopic, query.FieldTopic, "Topics"},
		{model.MentionInstrument, query.FieldInstrument, "Instruments"},
	}
	var out []choice
	for _, k := range kinds {
		found := mentioned(st, k.kind, k.field, name)
		if len(found) > 0 {
			out = append(append(out, choice{name: k.title}), found...)
		}
	}
	return out
}

func mentioned(st *model.Statement, kind model.MentionKind, field query.Field, name func(query.Field, string) string) []choice {
	var found []choice
	at := map[string]int{}
	for n := 0; n <= len(st.Body); n++ {
		par, _ := st.Paragraph(n)
		here := map[string]bool{}
		for _, x := range par.Mentions {
			code := x.Upper()
			if x.Kind != kind || x.Strength != model.StrengthNamed || here[code] {
				continue
			}
			here[code] = true
			i, known := at[code]
			if !known {
				i = len(found)
				at[code] = i
				label := name(field, code)
				if label == "" {
					label = code
				}
				found = append(found, choice{field: field, code: code, name: label, paragraph: n})
			}
			found[i].count++
		}
	}
	slices.SortStableFunc(found, func(a, b choice) int {
		if a.count != b.count {
			return b.count - a.count
		}
		return strings.Compare(a.name, b.name)
	})
	return found
}

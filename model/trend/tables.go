package trend

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// Heat is a table of countries against years.
type Heat struct {
	Years []int
	// Codes are the countries, most frequent first.
	Codes []string
	// Paragraphs[i][k] counts those of Years[k] that name Codes[i].
	Paragraphs [][]int
}

// HeatMap counts the countries named in the paragraphs in which q holds, year
// by year. Undated statements are left out.
func HeatMap(ctx context.Context, engine ask.Engine, q query.Query, base ask.Question, most int) (Heat, error) {
	t, err := Over(ctx, engine, []Asked{{Query: q}}, Year, base)
	if err != nil {
		return Heat{}, err
	}
	var h Heat
	total := map[string]int{}
	var byYear []map[string]int
	for _, p := range t.Periods {
		base.Query, base.Limit, base.Facets, base.Sort = Drill(q, p), 1, []query.Field{query.FieldCountry}, ask.SortDate
		answer, err := engine.Ask(ctx, base)
		if err != nil {
			return Heat{}, err
		}
		counts := map[string]int{}
		for _, f := range answer.Facets[query.FieldCountry] {
			counts[f.Code] = f.Paragraphs
			total[f.Code] += f.Paragraphs
		}
		h.Years = append(h.Years, p.Year)
		byYear = append(byYear, counts)
	}
	for code := range total {
		h.Codes = append(h.Codes, code)
	}
	slices.SortFunc(h.Codes, func(a, b string) int { return cmp.Or(total[b]-total[a], cmp.Compare(a, b)) })
	if most > 0 && len(h.Codes) > most {
		h.Codes = h.Codes[:most]
	}
	for _, code := range h.Codes {
		row := make([]int, len(h.Years))
		for k, counts := range byYear {
			row[k] = counts[code]
		}
		h.Paragraphs = append(h.Paragraphs, row)
	}
	return h, nil
}

// Drill is the query behind one cell of a heat map of q.
func (h Heat) Drill(q query.Query, row, column int) query.Query {
	q = q.WithNode(query.Facet{Field: query.FieldCountry, Code: h.Codes[row], Text: h.Codes[row]})
	return Drill(q, Period{Year: h.Years[column]})
}

// Together counts the paragraphs that name two things.
type Together struct {
	// A is a country, or a topic of the upper level; B is a country.
	A, B                   string
	Statements, Paragraphs int
	// Expected is how many there would be if neither had to do with the other,
	// from how often each occurs; Lift is how many times more there are.
	Expected, Lift float64
}

// CoMentions counts which countries are named in the same paragraphs, of those
// that are given: a hit of a question and its statement. A comes before B in
// the alphabet.
func CoMentions(hits []ask.Hit, read func(id string) (*model.Statement, error)) ([]Together, error) {
	return together(hits, read, model.MentionCountry)
}

// TopicsByCountry counts which topics stand in the same paragraphs as which
// countries.
func TopicsByCountry(hits []ask.Hit, read func(id string) (*model.Statement, error)) ([]Together, error) {
	return together(hits, read, model.MentionTopic)
}

func together(hits []ask.Hit, read func(id string) (*model.Statement, error), first model.MentionKind) ([]Together, error) {
	found := map[[2]string]*Together{}
	last := map[[2]string]string{}
	as, bs, paragraphs := map[string]int{}, map[string]int{}, 0
	for _, hit := range hits {
		s, err := read(hit.Header.ID)
		if err != nil {
			return nil, err
		}
		for _, n := range hit.Paragraphs {
			p, ok := s.Paragraph(n)
			if !ok {
				continue
			}
			paragraphs++
			left, right := codes(p, first), codes(p, model.MentionCountry)
			tally(as, left)
			tally(bs, right)
			for _, a := range left {
				for _, b := range right {
					if first == model.MentionCountry && a >= b {
						continue
					}
					key := [2]string{a, b}
					if found[key] == nil {
						found[key] = &Together{A: a, B: b}
					}
					found[key].Paragraphs++
					if last[key] != s.ID {
						last[key] = s.ID
						found[key].Statements++
					}
				}
			}
		}
	}
	var out []Together
	for _, t := range found {
		t.Expected = float64(as[t.A]) * float64(bs[t.B]) / float64(paragraphs)
		t.Lift = float64(t.Paragraphs) / t.Expected
		out = append(out, *t)
	}
	return out, SortTogether(out, "paragraphs")
}

func tally(counts map[string]int, codes []string) {
	for _, c := range codes {
		counts[c]++
	}
}

// codes are the distinct codes of one kind that a paragraph names, in order.
func codes(p model.Paragraph, kind model.MentionKind) []string {
	var out []string
	for _, m := range p.Mentions {
		if m.Kind == kind && m.Strength == model.StrengthNamed {
			out = append(out, m.Upper())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Orders lists the columns by which such a table sorts.
func Orders() []string { return []string{"paragraphs", "statements", "lift", "a", "b"} }

// SortTogether sorts a table by a column: counts falling, codes rising.
func SortTogether(rows []Together, by string) error {
	if !slices.Contains(Orders(), by) {
		return strconv.ErrSyntax
	}
	slices.SortFunc(rows, func(x, y Together) int {
		names := cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
		counts := cmp.Compare(y.Paragraphs, x.Paragraphs)
		switch by {
		case "statements":
			return cmp.Or(cmp.Compare(y.Statements, x.Statements), counts, names)
		case "lift":
			return cmp.Or(cmp.Compare(y.Lift, x.Lift), counts, names)
		case "a":
			return cmp.Or(cmp.Compare(x.A, y.A), counts, names)
		case "b":
			return cmp.Or(cmp.Compare(x.B, y.B), counts, names)
		}
		return cmp.Or(counts, cmp.Compare(y.Statements, x.Statements), names)
	})
	return nil
}

// Drill is the query behind a row of the table of q; topics says that A is a
// topic.
func (t Together) Drill(q query.Query, topics bool) query.Query {
	field := query.FieldCountry
	if topics {
		field = query.FieldTopic
	}
	return q.WithNode(query.Facet{Field: field, Code: t.A, Text: t.A}).
		WithNode(query.Facet{Field: query.FieldCountry, Code: t.B, Text: t.B})
}

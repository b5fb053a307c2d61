package ask

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"cstoread/model"
	"cstoread/model/query"
)

// made is a library of n statements of about 2.5 KB in 17 paragraphs, whose
// words are as unevenly frequent as those of a language are.
func made(n int) shelf {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 4, 20000)
	countries := rand.NewZipf(random, 1.3, 3, 200)
	l := make(shelf, n)
	for i := range l {
		s := &model.Statement{}
		s.ID = fmt.Sprintf("s%06d", i)
		s.Title = "Statement on w1 and w2"
		s.Date = model.Date{Year: 2024 - i*20/n, Month: 1 + i%12, Day: 1 + i%28}
		s.Place, s.Issuer, s.Kind, s.Language = "Bishkek", "Council of Foreign Ministers", model.KindStatement, "en"
		for p := range 17 {
			var b strings.Builder
			var mentions []model.Mention
			for w := range 24 {
				if w%8 == 3 {
					start := b.Len()
					fmt.Fprintf(&b, "Country%d, ", countries.Uint64())
					mentions = append(mentions, model.Mention{
						Kind: model.MentionCountry, Code: b.String()[start+7 : b.Len()-2], Start: start, End: b.Len() - 2, Strength: model.StrengthNamed,
					})
					continue
				}
				fmt.Fprintf(&b, "W%d ", zipf.Uint64())
			}
			s.Body = append(s.Body, model.Paragraph{N: p + 1, Text: b.String(), Mentions: mentions})
		}
		s.Paragraphs = len(s.Body)
		l[i] = s
	}
	return l
}

// mapped finds statements of a shelf at once.
type mapped struct {
	headers []model.Header
	byID    map[string]*model.Statement
}

func (m mapped) Headers() []model.Header                       { return m.headers }
func (m mapped) Statement(id string) (*model.Statement, error) { return m.byID[id], nil }

func byID(l shelf) mapped {
	m := mapped{l.Headers(), map[string]*model.Statement{}}
	for _, s := range l {
		m.byID[s.ID] = s
	}
	return m
}

func BenchmarkScan(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		library := byID(made(n))
		engine := NewScan(library)
		facets := []query.Field{query.FieldCountry, query.FieldYear}
		for _, c := range []struct {
			name, query string
			facets      []query.Field
			sort        Sort
		}{
			{name: "everything"},
			{name: "rare-word", query: "w9000"},
			{name: "common-word", query: "w1"},
			{name: "two-words", query: "w20 w30"},
			{name: "phrase", query: `"w1 w2"`},
			{name: "prefix", query: "w123*"},
			{name: "near", query: "w20 near:5 w30"},
			{name: "country", query: "country:5"},
			{name: "year-and-word", query: "year:2020 w20"},
			{name: "nested", query: "(country:5 OR w20) -w1 (w7 OR -w9)"},
			{name: "facets", query: "w20", facets: facets},
			{name: "facets-of-all", facets: facets},
			{name: "relevance", query: "w20 w30", sort: SortRelevance},
			{name: "regexp", query: `/W12[0-9], /`},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, c.name), func(b *testing.B) {
				q := Question{Query: query.Parse(c.query, nil), Facets: c.facets, Sort: c.sort}
				if _, err := engine.Ask(context.Background(), q); err != nil {
					b.Fatal(err)
				}
				b.ReportAllocs()
				for b.Loop() {
					if _, err := engine.Ask(context.Background(), q); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run(fmt.Sprintf("%d/prepare", n), func(b *testing.B) {
			bytes := 0
			for _, s := range library.byID {
				for _, p := range s.Body {
					bytes += len(p.Text)
				}
			}
			b.SetBytes(int64(bytes))
			for b.Loop() {
				for _, s := range library.byID {
					query.Prepare(s)
				}
			}
		})
	}
}

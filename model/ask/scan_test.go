package ask

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cstoread/model"
	"cstoread/model/query"
)

func TestScanAgreesWithTheObviousWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawLibrary(t)
		q := drawQuestion(t)
		engine := NewScan(l, Stems(stem), Memory(sampled(t, "memory", 0, 2000, 1<<20)))
		// The second time, texts come from the cache.
		for range 2 {
			a, err := engine.Ask(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, l, q, a)
		}
		free := q
		free.Free = true
		a, err := engine.Ask(context.Background(), free)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range q.Facets {
			without := q
			without.Query = q.Query.WithoutField(field)
			if want := counts(l, without, field); !reflect.DeepEqual(a.Facets[field], want) {
				t.Fatalf("%s: free counts of %s are %v, want %v", q.Query, field, a.Facets[field], want)
			}
		}
	})
}

func compare(t *rapid.T, l shelf, q Question, a Answer) {
	var want []string
	paragraphs := 0
	for _, s := range l {
		if in := (naive{s, q}).match(); len(in) > 0 {
			want = append(want, fmt.Sprint(s.ID, in))
			paragraphs += len(in)
		}
	}
	var got []string
	for _, h := range a.Hits {
		got = append(got, fmt.Sprint(h.Header.ID, h.Paragraphs))
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%s: got %v, want %v", q.Query, got, want)
	}
	if a.Statements != (Total{len(want), true}) || a.Paragraphs != (Total{paragraphs, true}) {
		t.Fatalf("%s: totals %v, %v, want %d, %d", q.Query, a.Statements, a.Paragraphs, len(want), paragraphs)
	}
	for _, field := range q.Facets {
		if want := counts(l, q, field); !reflect.DeepEqual(a.Facets[field], want) {
			t.Fatalf("%s: %s counts %v, want %v", q.Query, field, a.Facets[field], want)
		}
	}
	o := q.Options()
	o.Stem = stem
	m := query.Compile(q.Query, o)
	for _, s := range l {
		x := naive{s, q}
		for _, n := range x.numbers() {
			p, _ := s.Paragraph(n)
			got := map[model.MentionKind][]bool{}
			for _, span := range m.Spans(p) {
				if got[span.Kind] == nil {
					got[span.Kind] = make([]bool, len(p.Text))
				}
				for i := span.Start; i < span.End; i++ {
					if got[span.Kind][i] {
						t.Fatalf("%s: spans overlap in %q", q.Query, p.Text)
					}
					got[span.Kind][i] = true
				}
			}
			for kind, want := range x.painted(n) {
				if !slices.Contains(want, true) {
					continue
				}
				if !slices.Equal(got[kind], want) {
					t.Fatalf("%s: spans of kind %q in %q: %v, want %v", q.Query, kind, p.Text, got[kind], want)
				}
				delete(got, kind)
			}
			if len(got) > 0 {
				t.Fatalf("%s: spans %v too many in %q", q.Query, got, p.Text)
			}
		}
	}
}

// counts counts the values of a field in the obvious way.
func counts(l shelf, q Question, field query.Field) []FacetCount {
	sum := map[string]FacetCount{}
	for _, s := range l {
		in := naive{s, q}.match()
		if len(in) == 0 {
			continue
		}
		value := map[query.Field]string{
			query.FieldKind: string(s.Kind), query.FieldPlace: s.Place, query.FieldYear: strings.TrimSuffix(fmt.Sprint(s.Date.Year), "0"),
		}[field]
		if field == query.FieldYear && s.Date.Year > 0 {
			value = fmt.Sprint(s.Date.Year)
		}
		if value != "" {
			f := sum[value]
			f.Statements++
			sum[value] = f
		}
		if field.Mention() == "" {
			continue
		}
		of := map[string]FacetCount{}
		for _, n := range in {
			p, _ := s.Paragraph(n)
			here := map[string]bool{}
			for _, m := range p.Mentions {
				if m.Kind != field.Mention() || m.Strength == model.StrengthImplied && !q.Implied ||
					field == query.FieldResolution && m.Code == "JCPOA" {
					continue
				}
				f := of[m.Upper()]
				f.Statements = 1
				f.Mentions++
				if !here[m.Upper()] {
					f.Paragraphs++
				}
				here[m.Upper()] = true
				of[m.Upper()] = f
			}
		}
		for code, f := range of {
			x := sum[code]
			x.Statements++
			x.Paragraphs += f.Paragraphs
			x.Mentions += f.Mentions
			sum[code] = x
		}
	}
	all := []FacetCount{}
	for code, f := range sum {
		f.Code = code
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b FacetCount) int {
		switch {
		case a.Paragraphs != b.Paragraphs:
			return b.Paragraphs - a.Paragraphs
		case a.Statements != b.Statements:
			return b.Statements - a.Statements
		}
		return strings.Compare(a.Code, b.Code)
	})
	return all
}

// given makes a library of titles and paragraphs.
func given(dates string, texts ...string) shelf {
	var l shelf
	for i, date := range strings.Fields(dates) {
		s := &model.Statement{}
		s.ID, s.Title = date, texts[2*i]
		s.Date, _ = model.ParseDate(strings.TrimPrefix(date, "none"))
		s.Body = []model.Paragraph{{N: 1, Text: texts[2*i+1]}}
		s.Paragraphs = 1
		l = append(l, s)
	}
	return l
}

var five = given("2021 2020 2019 2018 none",
	"Éclair", "war war war", "Zoo", "peace and much else", "apple", "war", "On war", "nothing", "Bee", "war and peace")

func ids(a Answer) string {
	var all []string
	for _, h := range a.Hits {
		all = append(all, h.Header.ID)
	}
	return strings.Join(all, " ")
}

func TestOrderAndLimit(t *testing.T) {
	for _, c := range []struct {
		query string
		sort  Sort
		limit int
		want  string
	}{
		{"war", "", 0, "2021 2019 2018 none"},
		{"war", SortDate, 2, "2021 2019"},
		{"war", SortOldest, 0, "2018 2019 2021 none"},
		{"war", SortTitle, 0, "2019 none 2021 2018"},
		{"war", SortRelevance, 0, "2018 2021 2019 none"}, // three times in the shorter of two
		{"war OR peace", SortRelevance, 1, "none"},
		{"year:2018..", SortRelevance, 0, "2021 2020 2019 2018"},
		{"nowhere", SortRelevance, 0, ""},
	} {
		a, err := NewScan(five).Ask(context.Background(), Question{Query: query.Parse(c.query, nil), Sort: c.sort, Limit: c.limit})
		if err != nil || ids(a) != c.want {
			t.Errorf("%s by %s: %s, %v; want %s", c.query, c.sort, ids(a), err, c.want)
		}
		if c.limit > 0 && a.Statements.N != 4 && a.Statements.N != 5 {
			t.Errorf("%s: the limit changes the total to %d", c.query, a.Statements.N)
		}
	}
}

func TestHeadersSuffice(t *testing.T) {
	a, err := NewScan(headersOnly{five}).Ask(context.Background(), Question{
		Query: query.Parse("year:2019..2020", nil), Facets: []query.Field{query.FieldYear},
	})
	if err != nil || ids(a) != "2020 2019" || a.Paragraphs.N != 4 || len(a.Facets[query.FieldYear]) != 2 || a.Unread != nil {
		t.Errorf("%+v, %v", a, err)
	}
	a, err = NewScan(headersOnly{five}).Ask(context.Background(), Question{Query: query.Parse("war", nil)})
	if err != nil || len(a.Hits) > 0 || len(a.Unread) != 5 {
		t.Errorf("statements that cannot be read: %+v, %v", a, err)
	}
}

type headersOnly struct{ shelf }

func (headersOnly) Statement(id string) (*model.Statement, error) {
	return nil, errors.New("cannot read " + id)
}

func TestStopping(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if a, err := NewScan(five).Ask(ctx, Question{}); !errors.Is(err, context.Canceled) || a.Hits != nil {
		t.Errorf("%+v, %v", a, err)
	}
	ctx, cancel = context.WithTimeout(context.Background(), 0)
	defer cancel()
	a, err := NewScan(five).Ask(ctx, Question{})
	if !errors.Is(err, context.DeadlineExceeded) || a.Statements.Exact {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestChangedStatements(t *testing.T) {
	l := given("2021", "One", "war")
	engine := NewScan(l)
	find := func(word string) bool {
		a, _ := engine.Ask(context.Background(), Question{Query: query.Parse(word, nil)})
		return len(a.Hits) > 0
	}
	if !find("war") {
		t.Fatal("not found at all")
	}
	l[0].Title, l[0].Body[0].Text = "Two", "peace"
	if !find("peace") || find("war") {
		t.Error("a changed header is not noticed")
	}
	l[0].Body[0].Text = "talks"
	if engine.Forget("2021"); !find("talks") {
		t.Error("a text is kept that was to be forgotten")
	}
}

package trend

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// shelf is a library of statements whose paragraphs name what their text says:
// the codes of countries and topics it is made of.
type shelf []*model.Statement

func (l shelf) Headers() []model.Header {
	var out []model.Header
	for _, s := range l {
		out = append(out, s.Header)
	}
	return out
}

func (l shelf) Statement(id string) (*model.Statement, error) {
	for _, s := range l {
		if s.ID == id {
			return s, nil
		}
	}
	return nil, model.ErrUnknownID
}

func (l *shelf) add(date, title string, paragraphs ...string) {
	d, err := model.ParseDate(date)
	if err != nil {
		panic(err)
	}
	s := &model.Statement{Header: model.Header{ID: fmt.Sprint("s", len(*l)), Date: d, Title: title, Paragraphs: len(paragraphs)}}
	s.TitleMentions = mentionsIn(title)
	for i, p := range paragraphs {
		s.Body = append(s.Body, model.Paragraph{N: i + 1, Text: p, Mentions: mentionsIn(p)})
	}
	*l = append(*l, s)
}

func mentionsIn(text string) []model.Mention {
	var out []model.Mention
	for i := 0; i+2 <= len(text); i += 3 {
		m := model.Mention{Kind: model.MentionCountry, Code: text[i : i+2], Start: i, End: i + 2, Strength: model.StrengthNamed}
		if m.Code == "tt" || m.Code == "uu" {
			m.Kind, m.Code = model.MentionTopic, m.Code+".low"
		}
		out = append(out, m)
	}
	return out
}

func library() shelf {
	var l shelf
	l.add("2021-03-05", "SY", "SY tt", "LY SY", "xx")
	l.add("2021-03", "LY", "SY", "LY uu")
	l.add("2021", "xx", "SY LY tt")
	l.add("2019-12-30/31", "SY", "LY", "SY LY")
	l.add("2019-02-01", "xx", "YE")
	l.add("", "SY", "SY LY")
	return l
}

func country(code string) query.Query {
	return query.Query{}.With(query.FieldCountry, code)
}

// ofQuery counts the paragraphs that a query finds.
func ofQuery(t *testing.T, e ask.Engine, q query.Query) Count {
	t.Helper()
	a, err := e.Ask(context.Background(), ask.Question{Query: q})
	if err != nil {
		t.Fatal(err)
	}
	return Count{a.Statements.N, a.Paragraphs.N}
}

func TestCountAgreesWithWhatIsBehindIt(t *testing.T) {
	e := ask.NewScan(library())
	for _, unit := range []Unit{Year, Month} {
		tl, err := Over(context.Background(), e, []Asked{{"sy", country("SY")}, {"ly", country("LY")}, {"all", query.Query{}}}, unit, ask.Question{})
		if err != nil {
			t.Fatal(err)
		}
		if first, last := tl.Periods[0], tl.Periods[len(tl.Periods)-1]; first.Year != 2019 || last.Year != 2021 {
			t.Errorf("periods from %v to %v", first, last)
		}
		for _, l := range tl.Lines {
			sum := l.Undated
			for i, p := range tl.Periods {
				if got, want := ofQuery(t, e, Drill(l.Query, p)), l.Counts[i]; got != want {
					t.Errorf("%s in %s: counted %v, found %v", l.Name, p, want, got)
				}
				sum = sum.plus(l.Counts[i])
			}
			if sum != l.Total || sum != ofQuery(t, e, l.Query) {
				t.Errorf("%s: the periods make %v, the total is %v", l.Name, sum, l.Total)
			}
		}
	}
}

func TestPeriodsHaveNoGaps(t *testing.T) {
	tl, err := Over(context.Background(), ask.NewScan(library()), []Asked{{"", country("YE")}, {"", country("SY")}}, Month, ask.Question{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(tl.Periods); n != 26 || tl.Periods[0].String() != "2019-02" || tl.Periods[25].String() != "2021-03" {
		t.Errorf("%d periods: %v", n, tl.Periods)
	}
	if tl, err = Over(context.Background(), ask.NewScan(library()), []Asked{{"", country("US")}}, Year, ask.Question{}); err != nil || len(tl.Periods) > 0 {
		t.Errorf("nothing found makes %v, %v", tl.Periods, err)
	}
}

func TestHeatMapAgrees(t *testing.T) {
	e := ask.NewScan(library())
	h, err := HeatMap(context.Background(), e, query.Query{}, ask.Question{}, 2)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(h.Codes, []string{"LY", "SY"}) && !slices.Equal(h.Codes, []string{"SY", "LY"}) || !slices.Equal(h.Years, []int{2019, 2020, 2021}) {
		t.Fatalf("%v against %v", h.Codes, h.Years)
	}
	for i := range h.Codes {
		for k := range h.Years {
			if got, want := ofQuery(t, e, h.Drill(query.Query{}, i, k)).Paragraphs, h.Paragraphs[i][k]; got != want {
				t.Errorf("%s in %d: counted %d, found %d", h.Codes[i], h.Years[k], want, got)
			}
		}
	}
}

func TestTogetherAgrees(t *testing.T) {
	l := library()
	e := ask.NewScan(l)
	a, err := e.Ask(context.Background(), ask.Question{})
	if err != nil {
		t.Fatal(err)
	}
	for _, topics := range []bool{false, true} {
		table := CoMentions
		if topics {
			table = TopicsByCountry
		}
		rows, err := table(a.Hits, l.Statement)
		if err != nil || len(rows) == 0 {
			t.Fatal(rows, err)
		}
		for _, r := range rows {
			if got := ofQuery(t, e, r.Drill(query.Query{}, topics)); got != (Count{r.Statements, r.Paragraphs}) {
				t.Errorf("%s with %s: counted %v, found %v", r.A, r.B, r, got)
			}
		}
		for _, by := range Orders() {
			if err := SortTogether(rows, by); err != nil {
				t.Error(err)
			}
		}
		if SortTogether(rows, "colour") == nil {
			t.Error("a table sorts by a column it does not have")
		}
	}
}

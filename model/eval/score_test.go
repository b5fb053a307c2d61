package eval_test

import (
	"math"
	"strings"
	"testing"

	"cstoread/model"
	"cstoread/model/eval"

	"github.com/google/go-cmp/cmp"
)

// fixed is a tagger that always finds the same.
type fixed []model.Mention

func (f fixed) Tag(dst []model.Mention, _, _ string) []model.Mention { return append(dst, f...) }

func country(code string, start, end int) model.Mention {
	return model.Mention{Kind: model.MentionCountry, Code: code, Start: start, End: end, Strength: model.StrengthNamed}
}

func topic(code string) model.Mention {
	return model.Mention{Kind: model.MentionTopic, Code: code, Strength: model.StrengthNamed}
}

func instrument(code string) model.Mention {
	return model.Mention{Kind: model.MentionInstrument, Code: code, Strength: model.StrengthNamed}
}

func TestScoreCountsSets(t *testing.T) {
	entry := eval.Entry{ID: "a", Text: "x", Countries: []string{"SY", "IQ"}, Also: []string{"US"}}
	implied := country("FR", 0, 1)
	implied.Strength = model.StrengthImplied
	report := eval.Score([]eval.Entry{entry}, fixed{
		country("SY", 0, 5), country("SY", 9, 14), country("US", 20, 22), country("TR", 30, 36), implied,
		topic("terror.acts"),
	})
	got := report.Result(eval.Countries)
	if want := (eval.Counts{Right: 1, Extra: 1, Missing: 1}); got.All != want {
		t.Errorf("counts %+v, want %+v", got.All, want)
	}
	if got.Entries != 1 || got.Exact != 0 {
		t.Errorf("entries %d exact %d, want 1 and 0", got.Entries, got.Exact)
	}
	if len(report.Results) != 1 {
		t.Errorf("judged %d facets, want the countries alone: the gold has no other list", len(report.Results))
	}
	want := []eval.Error{{Facet: eval.Countries, Missing: []string{"IQ"}, Extra: []string{"TR"}, Entry: entry}}
	if diff := cmp.Diff(want, report.Errors); diff != "" {
		t.Error(diff)
	}
	if names := got.ClassNames(); strings.Join(names, " ") != "IQ TR SY" {
		t.Errorf("classes %v, want those with errors first", names)
	}
}

func TestScoreTopicsByUpperCode(t *testing.T) {
	entry := eval.Entry{ID: "a", Text: "x", Topics: []string{"terror"}, AlsoTopics: []string{"un"}}
	report := eval.Score([]eval.Entry{entry}, fixed{topic("terror.acts"), topic("terror.counter"), topic("un.sc")})
	if got := report.Result(eval.Topics); got.Exact != 1 || got.All != (eval.Counts{Right: 1}) {
		t.Errorf("got %+v, want one right and nothing else", got)
	}
}

func TestScoreResolutionsWithoutYear(t *testing.T) {
	entry := eval.Entry{ID: "a", Text: "x", Resolutions: []string{"S/RES/2254 (2015)", "S/RES/242", "A/RES/181 (II)"}}
	report := eval.Score([]eval.Entry{entry}, fixed{
		instrument("S/RES/2254"), instrument("S/RES/242 (1967)"), instrument("A/RES/181"), instrument("JCPOA"),
	})
	if got := report.Result(eval.Resolutions); got.Exact != 1 || got.All.Right != 3 {
		t.Errorf("got %+v, want three right; an agreement is no resolution", got)
	}
}

func TestScoreSpans(t *testing.T) {
	entry := eval.Entry{
		ID: "a", Text: "Syria and Iraq", Countries: []string{"SY", "IQ"},
		Spans: []eval.Span{{Code: "SY", Start: 0, End: 5}, {Code: "IQ", Start: 10, End: 14}},
	}
	report := eval.Score([]eval.Entry{entry}, fixed{country("SY", 0, 5), country("IQ", 9, 14)})
	got := report.Result(eval.Spans)
	if got.All != (eval.Counts{Right: 1, Extra: 1, Missing: 1}) {
		t.Errorf("got %+v: a span one byte off is a miss and a false find", got.All)
	}
	if got.Classes["IQ"] != (eval.Counts{Extra: 1, Missing: 1}) {
		t.Errorf("classes %+v: spans are summed by country", got.Classes)
	}
}

func TestNothingExpectedNothingFound(t *testing.T) {
	entry := eval.Entry{ID: "a", Text: "x", Countries: []string{}}
	got := eval.Score([]eval.Entry{entry}, fixed{}).Result(eval.Countries)
	if got.Exact != 1 || got.All.Precision() != 1 || got.All.Recall() != 1 || got.All.F1() != 1 {
		t.Errorf("got %+v, want a perfect score", got)
	}
}

func TestRates(t *testing.T) {
	c := eval.Counts{Right: 6, Extra: 2, Missing: 6}
	for _, x := range []struct {
		name      string
		got, want float64
	}{{"precision", c.Precision(), 0.75}, {"recall", c.Recall(), 0.5}, {"F1", c.F1(), 0.6}} {
		if math.Abs(x.got-x.want) > 1e-9 {
			t.Errorf("%s %v, want %v", x.name, x.got, x.want)
		}
	}
	if none := (eval.Counts{Missing: 3}); none.F1() != 0 || none.Precision() != 1 {
		t.Errorf("nothing found: F1 %v precision %v, want 0 and 1", none.F1(), none.Precision())
	}
}

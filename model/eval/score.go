package eval

import (
	"maps"
	"slices"
	"strings"

	"cstoread/model"
)

// Tagger finds the mentions of a text in a language ("" is English) and
// appends them to dst. *tag.Tables is one.
type Tagger interface {
	Tag(dst []model.Mention, text, language string) []model.Mention
}

// Counts are the hits, false finds and misses of one class or of all.
type Counts struct {
	Right   int `json:"right"`
	Extra   int `json:"extra"`
	Missing int `json:"missing"`
}

func (c *Counts) add(o Counts) {
	c.Right += o.Right
	c.Extra += o.Extra
	c.Missing += o.Missing
}

// Precision is the share of what was found that is right, 0 to 1. Nothing
// found is no false find: 1.
func (c Counts) Precision() float64 { return share(c.Right, c.Extra) }

// Recall is the share of the gold that was found, 0 to 1.
func (c Counts) Recall() float64 { return share(c.Right, c.Missing) }

// F1 is the harmonic mean of precision and recall, 0 to 1.
func (c Counts) F1() float64 {
	if c.Extra+c.Missing == 0 {
		return 1
	}
	return float64(2*c.Right) / float64(2*c.Right+c.Extra+c.Missing)
}

func share(right, wrong int) float64 {
	if right+wrong == 0 {
		return 1
	}
	return float64(right) / float64(right+wrong)
}

// Facet is what is judged: one list of the gold.
type Facet string

// The facets, in the order of a report.
const (
	Countries   Facet = "countries"
	Topics      Facet = "topics"
	Resolutions Facet = "resolutions"
	Spans       Facet = "spans"
)

// facets lists them in the order of a report.
var facets = []Facet{Countries, Topics, Resolutions, Spans}

// Result holds one facet's score.
type Result struct {
	Facet Facet
	// Entries were judged, Exact of them were right as a whole.
	Entries, Exact int
	// All sums up over the classes (micro average).
	All     Counts
	Classes map[string]Counts
}

// ClassNames lists the classes, those with most errors first.
func (r Result) ClassNames() []string {
	names := slices.Sorted(maps.Keys(r.Classes))
	slices.SortStableFunc(names, func(a, b string) int {
		x, y := r.Classes[a], r.Classes[b]
		return (y.Extra + y.Missing) - (x.Extra + x.Missing)
	})
	return names
}

// Error is one entry that was not right in one facet.
type Error struct {
	Facet   Facet    `json:"facet"`
	Missing []string `json:"missing,omitempty"`
	Extra   []string `json:"extra,omitempty"`
	Entry   Entry    `json:"entry"`
}

// Report is the outcome of a run. Results holds only the facets that the gold
// judges.
type Report struct {
	Results []Result
	Errors  []Error
}

// Result returns the score of a facet, a zero one where nothing was judged.
func (r Report) Result(f Facet) Result {
	for _, res := range r.Results {
		if res.Facet == f {
			return res
		}
	}
	return Result{Facet: f}
}

// Score tags every entry and compares.
func Score(entries []Entry, tagger Tagger) Report {
	results := map[Facet]*Result{}
	var report Report
	var mentions []model.Mention
	for _, e := range entries {
		mentions = tagger.Tag(mentions[:0], e.Text, e.Language)
		for _, f := range facets {
			gold, judged := e.gold(f)
			if !judged {
				continue
			}
			res := results[f]
			if res == nil {
				res = &Result{Facet: f, Classes: map[string]Counts{}}
				results[f] = res
			}
			missing, extra := res.compare(gold, found(f, mentions), e.tolerated())
			if len(missing)+len(extra) > 0 {
				report.Errors = append(report.Errors, Error{Facet: f, Missing: missing, Extra: extra, Entry: e})
			}
		}
	}
	for _, f := range facets {
		if res := results[f]; res != nil {
			report.Results = append(report.Results, *res)
		}
	}
	return report
}

// compare counts one entry and says what was missing and what was too much.
func (r *Result) compare(gold, got set, tolerated set) (missing, extra []string) {
	r.Entries++
	for _, code := range gold.sorted() {
		if got[code] {
			r.count(code, Counts{Right: 1})
			continue
		}
		r.count(code, Counts{Missing: 1})
		missing = append(missing, code)
	}
	for _, code := range got.sorted() {
		if gold[code] || tolerated[class(code)] || tolerated[code] {
			continue
		}
		r.count(code, Counts{Extra: 1})
		extra = append(extra, code)
	}
	if len(missing)+len(extra) == 0 {
		r.Exact++
	}
	return missing, extra
}

func (r *Result) count(code string, c Counts) {
	r.All.add(c)
	sum := r.Classes[class(code)]
	sum.add(c)
	r.Classes[class(code)] = sum
}

// class cuts the place from a span's key ("SY@12-17"); other codes are their
// own class.
func class(code string) string {
	code, _, _ = strings.Cut(code, "@")
	return code
}

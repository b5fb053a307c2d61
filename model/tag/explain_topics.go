package tag

import (
	"cmp"
	"slices"
	"strings"
)

// TopicSum says how the evidence for an upper topic adds up. All numbers are
// shares of what proves a topic alone; see topics.go.
type TopicSum struct {
	Code  string `json:"code"`
	Holds bool   `json:"holds"`
	// Sum is what cues, places and company give, less the noise; Needed is
	// what this text asks for.
	Sum    float64 `json:"sum"`
	Needed float64 `json:"needed"`
	Cues   float64 `json:"cues"`
	// Places is what the names of countries give, after the bound on them,
	// and Company what the words of war and diplomacy add to those.
	Places  float64 `json:"places,omitempty"`
	Company float64 `json:"company,omitempty"`
	Noise   float64 `json:"noise,omitempty"`
}

// ContextWord is a word that belongs to no topic but speaks for the topics of
// places (company) or against all topics (noise).
type ContextWord struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Text    string  `json:"text"`
	Stanza  string  `json:"stanza"` // "fighting"
	Company float64 `json:"company,omitempty"`
	Noise   float64 `json:"noise,omitempty"`
}

// topicSums gives the sums of the scan, the greatest first.
func (x *scan) topicSums() []TopicSum {
	out := []TopicSum{}
	for u := range x.sums {
		s := &x.sums[u]
		if s.cues == 0 && s.places == 0 {
			continue
		}
		sum := TopicSum{
			Code: x.t.subjects[x.t.uppers[u]].Code, Holds: s.holds,
			Sum: share(s.total), Needed: share(x.least),
			Cues: share(s.cues), Places: share(min(s.places, x.placesMost)), Noise: share(x.noise),
		}
		if s.places > 0 {
			sum.Company = share(x.company)
		}
		out = append(out, sum)
	}
	slices.SortStableFunc(out, func(a, b TopicSum) int { return cmp.Compare(b.Sum, a.Sum) })
	return out
}

// contextWords gives the words that are company or noise, in their order.
func (x *scan) contextWords() []ContextWord {
	out := []ContextWord{}
	for i := range x.found {
		c := &x.found[i]
		if c.kind != KindContext {
			continue
		}
		about := x.t.contexts[x.t.contextOf[c.subject]]
		out = append(out, ContextWord{
			Start: int(c.start), End: int(c.end), Text: x.covered(c),
			Stanza:  strings.TrimPrefix(x.t.subjects[c.subject].Code, "="),
			Company: share(about.company), Noise: share(about.noise),
		})
	}
	slices.SortStableFunc(out, func(a, b ContextWord) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// share turns hundredths into a share of 1.
func share(n int) float64 { return float64(n) / 100 }

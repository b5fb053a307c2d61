package tag

import (
	"fmt"
	"slices"

	"cstoread/model"
)

// Explanation says why a text has the mentions it has.
type Explanation struct {
	Accepted []Reason `json:"accepted"`
	Rejected []Reason `json:"rejected"`
	// Topics are the sums of all upper topics that the text has any word of.
	Topics []TopicSum `json:"topics"`
	// Context are the words that spoke for or against topics without being
	// cues of one.
	Context []ContextWord `json:"context"`
}

// Reason is one mention, or what would have been one, and why.
type Reason struct {
	model.Mention
	// Entry is the phrase in the tables, Source its file and line
	// ("countries.txt:120"); both are empty for what a recogniser found.
	Entry  string `json:"entry,omitempty"`
	Source string `json:"source,omitempty"`
	// Weight is a topic cue's weight.
	Weight float64 `json:"weight,omitempty"`
	// Because is the evidence on which a rule rejected it.
	Because string `json:"because,omitempty"`
}

// Explain tags a text as Tag does and gives the reasons, in the order of their
// spans: for each mention the entry of the tables, for each rejected candidate
// the rule that rejected it and because of what; and for topics how their
// evidence adds up. A country's name inside a
// shadow phrase or an instrument is rejected because of that phrase.
func (t *Tables) Explain(text, _ string) Explanation {
	x := t.scan(text, true)
	defer t.release(x)
	var out Explanation
	for i := range x.found {
		c := &x.found[i]
		switch {
		case c.kind == KindShadow:
			out.Rejected = x.shadowed(out.Rejected, c)
		case c.rejected:
			out.Rejected = x.reasons(out.Rejected, c)
		case c.kind.mentioned():
			out.Accepted = x.reasons(out.Accepted, c)
		}
	}
	bySpan := func(a, b Reason) int { return bySpan(a.Mention, b.Mention) }
	slices.SortStableFunc(out.Accepted, bySpan)
	slices.SortStableFunc(out.Rejected, bySpan)
	out.Topics, out.Context = x.topicSums(), x.contextWords()
	return out
}

// reasons appends a candidate's mentions with their entry and evidence.
func (x *scan) reasons(dst []Reason, c *candidate) []Reason {
	for _, m := range x.mentionsOf(nil, c) {
		r := Reason{Mention: m, Because: c.because}
		if c.code == "" {
			e := x.t.image.entry(c.entry)
			r.Entry, r.Source = e.Surface, fmt.Sprintf("%s:%d", e.File, e.Line)
			r.Weight = float64(e.Weight) / 100
		}
		dst = append(dst, r)
	}
	return dst
}

// shadowed appends the countries whose names stand inside a shadow phrase.
func (x *scan) shadowed(dst []Reason, shadow *candidate) []Reason {
	phrase := x.t.image.entry(shadow.entry)
	rule, of := "shadow", x.t.subjects[shadow.subject]
	if of.Kind == KindShadow {
		rule = "shadow: " + of.Code
	}
	for i := int(shadow.first); i <= int(shadow.last); i++ {
		w := &x.words[i]
		if !w.whole {
			continue
		}
		c, ok := x.countryInside(x.t.image.WordRoot[w.known&wordMask], i, i, int(shadow.last))
		if !ok {
			continue
		}
		c.rejected, c.rule, c.because = true, rule, phrase.Surface
		dst = x.reasons(dst, &c)
		i = int(c.last)
	}
	return dst
}

// countryInside finds the longest country that begins with the words first to
// last, which led to node, and ends at the limit at the latest.
func (x *scan) countryInside(node uint32, first, last, limit int) (candidate, bool) {
	if node == 0 {
		return candidate{}, false
	}
	m := &x.t.image
	if next := last + 1; next <= limit && x.words[next].whole {
		to := m.Edges.follow(node, x.words[next].known&wordMask, false, x.words[next].sep)
		if c, ok := x.countryInside(to, first, next, limit); ok {
			return c, true
		}
	}
	for e := m.Node[node] &^ nodeBranch; e < m.Node[node+1]&^nodeBranch; e++ {
		if flags := m.Entries[e*EntrySize]; Kind(flags&15) == KindCountry && x.meets(e, flags, first, last) {
			return candidate{
				kind: KindCountry, entry: e, subject: m.Entries[e*EntrySize+3],
				first: int32(first), last: int32(last),
				start: x.words[first].start, end: x.end(e, first, last),
			}, true
		}
	}
	return candidate{}, false
}

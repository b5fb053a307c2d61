package tag

import (
	"fmt"

	"cstoread/model"
)

// Explanation says why a text has the mentions it has.
type Explanation struct {
	Accepted []Reason `json:"accepted"`
	Rejected []Reason `json:"rejected"`
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
// the rule that rejected it and because of what.
func (t *Tables) Explain(text, language string) Explanation {
	x := t.scan(text, language, true)
	defer t.release(x)
	var out Explanation
	for i := range x.found {
		c := &x.found[i]
		if c.kind == KindMute || c.kind == KindContext || c.kind == KindAnchor {
			continue
		}
		codes := t.codes[c.subject]
		if c.code != "" {
			codes = []string{c.code}
		}
		for _, code := range codes {
			r := Reason{Mention: x.mention(c, code), Because: c.because}
			if c.code == "" {
				e := t.image.entry(c.entry)
				r.Entry, r.Source = e.Surface, fmt.Sprintf("%s:%d", e.File, e.Line)
				r.Weight = float64(e.Weight) / 100
			}
			if c.rejected || c.kind == KindShadow {
				out.Rejected = append(out.Rejected, r)
			} else {
				out.Accepted = append(out.Accepted, r)
			}
		}
	}
	return out
}

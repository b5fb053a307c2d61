package command

import "cstoread/model/compare"

// compareForm is a comparison for programs, a contract like the other forms.
type compareForm struct {
	A        statementForm `json:"a"`
	B        statementForm `json:"b"`
	Relation string        `json:"relation,omitempty"`
	Same     bool          `json:"same"`
	Likeness float64       `json:"likeness"`
	Bounded  bool          `json:"bounded,omitempty"`
	Pairs    []pairForm    `json:"pairs"`
}

// pairForm is a pair: kind is same, reworded, merged, split, only in A or only
// in B, and a and b are paragraph numbers.
type pairForm struct {
	Kind     string     `json:"kind"`
	A        []int      `json:"a,omitempty"`
	B        []int      `json:"b,omitempty"`
	Moved    bool       `json:"moved,omitempty"`
	Likeness float64    `json:"likeness"`
	Words    []editForm `json:"words"`
}

// editForm is a stretch of a pair's words: op is keep, delete or insert; other
// is how the second text writes what is kept, where that differs.
type editForm struct {
	Op    string `json:"op"`
	Text  string `json:"text"`
	Other string `json:"other,omitempty"`
}

// form has all pairs, whether or not they are the same.
func (c comparison) form() compareForm {
	f := compareForm{
		A: headerForm(c.a.Header), B: headerForm(c.b.Header), Relation: string(c.relation),
		Same: c.Equal(), Likeness: c.Likeness, Bounded: c.Bounded, Pairs: []pairForm{},
	}
	for _, p := range c.Pairs {
		pair := pairForm{Kind: string(p.Kind), A: p.A, B: p.B, Moved: p.Moved, Likeness: p.Likeness}
		for _, e := range c.edits(p) {
			edit := editForm{Op: string(e.Op), Text: e.Text}
			if e.Op == compare.Keep && e.Other != e.Text {
				edit.Other = e.Other
			}
			pair.Words = append(pair.Words, edit)
		}
		f.Pairs = append(f.Pairs, pair)
	}
	return f
}

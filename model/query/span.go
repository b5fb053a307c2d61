package query

import (
	"cmp"
	"slices"
	"sort"

	"cstoread/model"
	"cstoread/model/fold"
)

// Span is a stretch of a paragraph's text that a query asks for.
type Span struct {
	model.Span
	// Kind is "" for a word, a phrase or an expression, else the kind of the
	// mention that a facet asks for.
	Kind model.MentionKind
}

// Joined are spans of all kinds in their order, those that overlap as one.
func Joined(spans []Span) []model.Span {
	var out []model.Span
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && s.Start < out[last].End {
			out[last].End = max(out[last].End, s.End)
			continue
		}
		out = append(out, s.Span)
	}
	return out
}

// Spans gives what a query asks for in a paragraph, to be shown there: the
// hits of its words and phrases and the mentions of its facets, those that it
// excludes left out. It looks at this paragraph alone and does not ask
// whether the paragraph matches. Spans are in order; those of one kind do not
// overlap.
func (m *Matcher) Spans(p model.Paragraph) []Span {
	var spans []Span
	var view *view
	x := m.Start()
	for _, t := range m.leaves {
		switch l := t.leaf.(type) {
		case mentioned:
			for _, n := range p.Mentions {
				if l.is(n.Kind, n.Code, n.Strength == model.StrengthImplied) {
					spans = append(spans, Span{model.Span{Start: n.Start, End: n.End}, n.Kind})
				}
			}
		case expression:
			if l.re == nil {
				continue
			}
			l.find(p.Text, func(start, end int) bool {
				if start < end {
					spans = append(spans, Span{Span: model.Span{Start: start, End: end}})
				}
				return true
			})
		case plainWords, nearby:
			if view == nil {
				view = newView(p)
			}
			t.leaf.visit(&x.r, view.text, func(_, start, end int) bool {
				spans = append(spans, Span{Span: view.original(start, end)})
				return true
			})
		}
	}
	return merge(spans)
}

// merge sorts spans and joins those of one kind that overlap.
func merge(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	kept := spans[:0]
	for _, s := range spans {
		if last := len(kept) - 1; last >= 0 && kept[last].Kind == s.Kind && s.Start < kept[last].End {
			kept[last].End = max(kept[last].End, s.End)
			continue
		}
		kept = append(kept, s)
	}
	slices.SortStableFunc(kept, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return kept
}

// view is one paragraph prepared for matching, with the way back to its text.
type view struct {
	text   *Text
	folded fold.Text
	words  []word
}

// word is where a word stands in the plain and in the folded text.
type word struct{ plain, folded, size int }

func newView(p model.Paragraph) *view {
	v := &view{text: &Text{}, folded: fold.New(p.Text)}
	v.text.fill([]model.Paragraph{{Text: p.Text}})
	start, at := -1, int(v.text.bounds[0])
	add := func(end int) {
		if start >= 0 {
			v.words = append(v.words, word{at + 1, start, end - start})
			at += 1 + end - start
			start = -1
		}
	}
	for i, r := range v.folded.Folded {
		switch {
		case !inWord(r):
			add(i)
		case start < 0:
			start = i
		}
	}
	add(len(v.folded.Folded))
	return v
}

// original maps a stretch of whole words in the plain text to the paragraph's
// own.
func (v *view) original(start, end int) model.Span {
	i := sort.Search(len(v.words), func(i int) bool { return v.words[i].plain >= start })
	j := sort.Search(len(v.words), func(j int) bool { return v.words[j].plain >= end }) - 1
	first, last := v.words[i], v.words[j]
	a, b := v.folded.Original(first.folded, last.folded+last.size)
	return model.Span{Start: a, End: b}
}

package screen

import (
	"slices"

	"cstoread/model"
	"cstoread/model/fold"
	"cstoread/model/query"
	"strings"
)

// setHits tells the reader what to highlight: what the query asks for, in the
// paragraphs that match it. A country named in a paragraph that does not match
// is no hit: n would lead astray.
func (m *Root) setHits() {
	st := m.reader.Statement()
	if st == nil || m.query.IsZero() {
		m.reader.SetHits(nil)
		return
	}
	matching, known := m.matching(st.ID)
	q := m.query
	m.reader.SetHits(func(par model.Paragraph) []model.Span {
		if known && !slices.Contains(matching, par.N) {
			return nil
		}
		return spansOf(q, par)
	})
	if known {
		m.reader.SetMatches(matching)
	}
}

// matching are the paragraphs of the list's current statement that match.
// They are not known for another statement, nor when the query is met by the
// statement as a whole.
func (m *Root) matching(id string) ([]int, bool) {
	h, ok := m.list.current()
	if !ok || h.ID != id || m.query.Wide {
		return nil, false
	}
	return m.list.hits[m.list.at].Paragraphs, true
}

func spansOf(q query.Query, par model.Paragraph) []model.Span {
	var spans []model.Span
	f := fold.New(par.Text)
	for _, t := range q.Terms() {
		want := fold.String(t.Text)
		for at := 0; want != ""; {
			i := strings.Index(f.Folded[at:], want)
			if i < 0 {
				break
			}
			start, end := f.Original(at+i, at+i+len(want))
			spans = append(spans, model.Span{Start: start, End: end})
			at += i + len(want)
		}
	}
	return spans
}

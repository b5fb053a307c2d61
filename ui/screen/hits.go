package screen

import (
	"slices"

	"cstoread/model"
	"cstoread/model/query"
)

// setHits tells the reader what to highlight: what the query asks for, in the
// paragraphs that match it. A country named in a paragraph that does not match
// is no hit: n would lead astray.
func (m *Root) setHits() {
	st := m.reader.Statement()
	if st == nil || m.matcher == nil || m.matcher.Everything() {
		m.reader.SetHits(nil)
		return
	}
	matching, known := m.matching(st.ID)
	matcher := m.matcher
	m.reader.SetHits(func(par model.Paragraph) []model.Span {
		if known {
			if _, found := slices.BinarySearch(matching, par.N); !found {
				return nil
			}
		}
		return query.Joined(matcher.Spans(par))
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

package ask

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/query"
	"cstoread/model/similar"
)

// Precedent is a paragraph that is worded like another.
type Precedent struct {
	Header model.Header
	N      int
	// Likeness is the part of the word sequences of both that both have, from
	// 0 to 1.
	Likeness float64
}

const (
	// mostSequences is by how many of its word sequences a paragraph is looked
	// for: of a longer one, by so many spread over it.
	mostSequences = 48
	// mostCandidates is how many statements are compared, those with the most
	// and rarest of the sequences first.
	mostCandidates = 300
)

// Precedents finds the paragraphs of other statements that are worded most
// like one, within what q asks for otherwise. The most alike come first, equal
// ones from old to new; those that share no sequence of words are left out.
func Precedents(ctx context.Context, e Engine, library model.Library, q Question, id string, p model.Paragraph) ([]Precedent, error) {
	words := similar.Words(p.Text)
	if len(words) < similar.Width {
		return nil, nil
	}
	var sequences []query.Node
	n := len(words) - similar.Width + 1
	for i := range min(n, mostSequences) {
		at := i * n / min(n, mostSequences)
		sequences = append(sequences, query.Word{Text: strings.Join(words[at:at+similar.Width], " "), Quoted: true})
	}
	q.Query = q.Query.WithNode(query.Or{Nodes: sequences})
	q.Sort, q.Limit, q.Facets = SortRelevance, mostCandidates, nil
	answer, err := e.Ask(ctx, q)
	if err != nil {
		return nil, err
	}
	own := similar.Shingles(words)
	var all []Precedent
	for _, hit := range answer.Hits {
		if hit.Header.ID == id {
			continue
		}
		s, err := library.Statement(hit.Header.ID)
		if err != nil {
			return nil, err
		}
		for _, n := range hit.Paragraphs {
			other, ok := s.Paragraph(n)
			if !ok {
				continue
			}
			if l := similar.Resemblance(own, similar.Shingles(similar.Words(other.Text))); l > 0 {
				all = append(all, Precedent{hit.Header, n, l})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Precedent) int {
		return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), a.Header.Date.Compare(b.Header.Date), cmp.Compare(a.Header.ID, b.Header.ID))
	})
	return all, nil
}

package reader

import (
	"slices"

	"cstoread/model"
)

// WalkMention goes to the next mention of one thing, or to the one before: of
// a country, a topic (by its upper code or its own), an instrument. It starts
// from the current hit or paragraph, and goes on at the other end when there
// is none left. False means that the statement does not mention it.
func (p *Pane) WalkMention(kind model.MentionKind, code string, forward bool) bool {
	if p.st == nil {
		return false
	}
	spans, found, matches := p.spans, p.found, p.matches
	defer func() { p.spans, p.found, p.matches = spans, found, matches }()
	p.found, p.matches = nil, nil
	p.spans = func(par model.Paragraph) []model.Span { return mentions(par, kind, code) }
	if forward {
		return p.NextHit() || p.FirstHit()
	}
	return p.PrevHit() || p.LastHit()
}

// mentions gives the spans in which a paragraph mentions one thing.
func mentions(par model.Paragraph, kind model.MentionKind, code string) []model.Span {
	var out []model.Span
	for _, m := range par.Mentions {
		if m.Kind == kind && (m.Code == code || m.Upper() == code) {
			out = append(out, model.Span{Start: m.Start, End: m.End})
		}
	}
	return slices.Clip(out)
}

package reader

import (
	"slices"

	uv "github.com/charmbracelet/ultraviolet"

	"cstoread/model"
	"cstoread/ui/markdown"
	"cstoread/ui/theme"
)

// A tint is a look for a span of text.
type tint struct {
	start, end int
	look       *theme.Look
}

// overlay gives what is laid over the cells of item i: mentions first, topics
// below countries below instruments, then hits, then the current hit.
func (p *Pane) overlay(i int) func(*markdown.Cell, *uv.Style) {
	it := p.items[i]
	par, _ := p.st.Paragraph(it.n)
	var tints []tint
	add := func(start, end int, role theme.Role) {
		if start < it.end && end > it.start {
			tints = append(tints, tint{start - it.start, end - it.start, p.looks.Of(role)})
		}
	}
	for _, kind := range []model.MentionKind{model.MentionTopic, model.MentionCountry, model.MentionInstrument} {
		for _, m := range par.Mentions {
			if m.Kind == kind {
				add(m.Start, m.End, p.roleOf(m))
			}
		}
	}
	for _, s := range p.hitsIn(it.n) {
		add(s.Start, s.End, theme.Hit)
	}
	if p.hit.n == it.n {
		add(p.hit.span.Start, p.hit.span.End, theme.HitCurrent)
	}
	if len(tints) == 0 {
		return nil
	}
	return func(c *markdown.Cell, s *uv.Style) {
		for _, t := range tints {
			if int(c.Start) < t.end && int(c.End) > t.start {
				markdown.Overlay(s, t.look)
			}
		}
	}
}

func (p *Pane) roleOf(m model.Mention) theme.Role {
	if m.Strength == model.StrengthImplied && !p.implied {
		return theme.Implied
	}
	switch m.Kind {
	case model.MentionCountry:
		return theme.Country
	case model.MentionTopic:
		return theme.Topic
	case model.MentionInstrument:
		return theme.Instrument
	}
	return theme.Text
}

// matching says that paragraph n has hits.
func (p *Pane) matching(n int) bool {
	if p.spans == nil {
		return false
	}
	if p.matches != nil {
		_, found := slices.BinarySearch(p.matches, n)
		return found
	}
	return len(p.hitsIn(n)) > 0
}

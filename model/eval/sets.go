package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"cstoread/model"
)

// set is a set of codes as they are compared.
type set map[string]bool

func (s set) sorted() []string { return slices.Sorted(maps.Keys(s)) }

func setOf(codes []string, key func(string) string) set {
	s := set{}
	for _, c := range codes {
		s[key(c)] = true
	}
	return s
}

// gold returns what must be found, and whether the entry is judged at all.
func (e Entry) gold(f Facet) (s set, judged bool) {
	switch f {
	case Countries:
		return setOf(e.Countries, same), e.Countries != nil
	case Topics:
		return setOf(e.Topics, upper), e.Topics != nil
	case Resolutions:
		return setOf(e.Resolutions, bareSymbol), e.Resolutions != nil
	case Spans:
		s = set{}
		for _, span := range e.Spans {
			s[spanKey(span.Code, span.Start, span.End)] = true
		}
		return s, e.Spans != nil
	}
	return nil, false
}

func (e Entry) tolerated() set {
	s := setOf(e.Also, bareSymbol)
	for _, t := range e.AlsoTopics {
		s[upper(t)] = true
	}
	return s
}

// found returns the named mentions of a facet as a set.
func found(f Facet, mentions []model.Mention) set {
	s := set{}
	for _, m := range mentions {
		if m.Strength != model.StrengthNamed {
			continue
		}
		switch {
		case f == Countries && m.Kind == model.MentionCountry:
			s[m.Code] = true
		case f == Topics && m.Kind == model.MentionTopic:
			s[m.Upper()] = true
		case f == Resolutions && m.Kind == model.MentionInstrument && strings.Contains(m.Code, "/RES/"):
			s[bareSymbol(m.Code)] = true
		case f == Spans && m.Kind == model.MentionCountry:
			s[spanKey(m.Code, m.Start, m.End)] = true
		}
	}
	return s
}

func same(code string) string { return code }

func upper(code string) string {
	code, _, _ = strings.Cut(code, ".")
	return code
}

// bareSymbol cuts the year or session off a resolution's symbol: whether a
// text prints "(2015)" is the printer's habit, the number alone tells which
// resolution it is.
func bareSymbol(code string) string {
	code, _, _ = strings.Cut(code, "(")
	return strings.TrimSpace(code)
}

func spanKey(code string, start, end int) string {
	return fmt.Sprintf("%s@%d-%d", code, start, end)
}

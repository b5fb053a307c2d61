// Package series says what a statement leaves out that the earlier ones of its
// series said, and what it says for the first time.
//
// A series is what one body says on one subject from year to year. Nothing
// marks it in the documents, so it is chosen by likeness, and the choice is
// part of the answer for the reader to judge. What is compared are named
// countries, upper topics, instruments, and formulas: word sequences that
// several statements share. How single paragraphs were reworded is package
// compare's matter.
package series

import (
	"cmp"
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/fold"
	"cstoread/model/similar"
)

// Member is an earlier statement of a series, with what speaks for its being
// one. All likenesses go from 0 to 1.
type Member struct {
	Statement *model.Statement
	// Likeness is the mean of the three others, the wording counted twice.
	Likeness float64
	// Wording is the part of the word sequences that both have, Title that of
	// the titles' words, Subjects that of the countries, topics and
	// instruments.
	Wording, Title, Subjects float64
}

const (
	// Least is the likeness from which statements are taken for a series.
	// Statements of one body on different subjects share formulas and stay
	// below it; successive ones on the same subject come out well above.
	Least = 0.15
	// Most is how many earlier statements are looked at, the most alike.
	Most = 8
	// considered bounds how many texts are read for the choice, those with
	// the most alike titles.
	considered = 400
)

// Candidates are the headers of the statements that may belong to the series
// of h by what is known without their texts: the same issuer where one is
// known, the same language, an earlier date, no version of h itself. Those
// with the most alike titles come first.
func Candidates(h model.Header, all []model.Header) []model.Header {
	type rated struct {
		header model.Header
		title  float64
	}
	var found []rated
	for _, c := range all {
		if c.ID == h.ID || !before(c.Date, h.Date) || c.Language != h.Language || variant(c, h) || fold.String(c.Issuer) != fold.String(h.Issuer) {
			continue
		}
		found = append(found, rated{c, titles(c.Title, h.Title)})
	}
	slices.SortStableFunc(found, func(x, y rated) int { return cmp.Compare(y.title, x.title) })
	var out []model.Header
	for _, f := range found[:min(len(found), considered)] {
		out = append(out, f.header)
	}
	return out
}

// before says that a lies before b as far as both are known: within one month,
// or one year, a date that is no more exact is not before.
func before(a, b model.Date) bool {
	if a.Year == 0 || b.Year == 0 {
		return false
	}
	if a.Year != b.Year {
		return a.Year < b.Year
	}
	if a.Month == 0 || b.Month == 0 || a.Month != b.Month {
		return a.Month != 0 && a.Month < b.Month
	}
	return a.Day != 0 && a.Day < b.Day
}

func variant(a, b model.Header) bool {
	return a.VariantOf == b.ID || b.VariantOf == a.ID || a.VariantOf != "" && a.VariantOf == b.VariantOf ||
		a.TranslationOf == b.ID || b.TranslationOf == a.ID || a.TranslationOf != "" && a.TranslationOf == b.TranslationOf
}

// Choose takes those of the candidates that are alike enough, the most alike
// first.
func Choose(s *model.Statement, candidates []*model.Statement) []Member {
	var members []Member
	for _, m := range Rate(s, candidates) {
		if m.Likeness >= Least && len(members) < Most {
			members = append(members, m)
		}
	}
	return members
}

// Rate says how alike each of the others is, the most alike first.
func Rate(s *model.Statement, others []*model.Statement) []Member {
	own, subjects := shingles(s), named(s)
	var out []Member
	for _, o := range others {
		m := Member{Statement: o, Wording: similar.Resemblance(own, shingles(o)), Title: titles(s.Title, o.Title), Subjects: overlap(subjects, named(o))}
		m.Likeness = (2*m.Wording + m.Title + m.Subjects) / 4
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(x, y Member) int {
		return cmp.Or(cmp.Compare(y.Likeness, x.Likeness), strings.Compare(x.Statement.ID, y.Statement.ID))
	})
	return out
}

func shingles(s *model.Statement) []uint64 {
	var out []uint64
	for _, p := range s.Body {
		out = append(out, similar.Shingles(similar.Words(p.Text))...)
	}
	return out
}

// titles is the part of the words, without those that say nothing, that two
// titles share.
func titles(a, b string) float64 {
	return overlap(content(a), content(b))
}

func content(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range similar.Words(text) {
		if !small[w] {
			out[w] = true
		}
	}
	return out
}

func overlap[K comparable](a, b map[K]bool) float64 {
	shared := 0
	for k := range a {
		if b[k] {
			shared++
		}
	}
	all := len(a) + len(b) - shared
	if all == 0 {
		return 0
	}
	return float64(shared) / float64(all)
}

// subject is what a mention is of; of topics, the upper level.
type subject struct {
	kind model.MentionKind
	code string
}

// named are the subjects that a statement names, in title or text.
func named(s *model.Statement) map[subject]bool {
	out := map[subject]bool{}
	for n := range len(s.Body) + 1 {
		p, _ := s.Paragraph(n)
		for _, m := range p.Mentions {
			if m.Strength == model.StrengthNamed {
				out[subject{m.Kind, m.Upper()}] = true
			}
		}
	}
	return out
}

package index

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// shelf is a library in memory, newest first.
type shelf []*model.Statement

func (l shelf) Headers() []model.Header {
	var all []model.Header
	for _, s := range l {
		all = append(all, s.Header)
	}
	return all
}

func (l shelf) Statement(id string) (*model.Statement, error) {
	for _, s := range l {
		if s.ID == id {
			return s, nil
		}
	}
	return nil, fmt.Errorf("%w: %s", model.ErrUnknownID, id)
}

func (l shelf) sorted() shelf {
	l = slices.Clone(l)
	slices.SortFunc(l, func(a, b *model.Statement) int {
		if before(&a.Header, &b.Header) {
			return -1
		}
		return 1
	})
	return l
}

func one[T any](t *rapid.T, label string, values ...T) T {
	return rapid.SampledFrom(values).Draw(t, label)
}

// drawText draws a text, long ones too, with mentions over some of its words.
func drawText(t *rapid.T, most int) (string, []model.Mention) {
	var b strings.Builder
	var mentions []model.Mention
	codes := map[model.MentionKind][]string{
		model.MentionCountry:    {"SY", "LY"},
		model.MentionTopic:      {"terror.acts", "terror.counter", "un", "un.reform"},
		model.MentionInstrument: {"S/RES/2254 (2015)", "S/RES/2254", "A/RES/1/2", "JCPOA"},
	}
	for range rapid.IntRange(0, most).Draw(t, "words") {
		if b.Len() > 0 {
			b.WriteString(one(t, "gap", " ", " ", ", ", ".\n", "\u00a0", " — ", "-"))
		}
		start := b.Len()
		b.WriteString(one(t, "word", "war", "wars", "warring", "peace", "Peace-talks", "Syria", "SYRIA’s", "état", "2254", "война", "войны", "a", "the", "the", "the"))
		if rapid.IntRange(0, 2).Draw(t, "mention") > 0 {
			continue
		}
		m := model.Mention{Start: start, End: b.Len(), Strength: one(t, "strength", model.StrengthNamed, model.StrengthNamed, model.StrengthImplied)}
		m.Kind = one(t, "kind", model.MentionCountry, model.MentionTopic, model.MentionInstrument)
		m.Code = one(t, "code", codes[m.Kind]...)
		mentions = append(mentions, m)
	}
	return b.String(), mentions
}

func drawStatement(t *rapid.T, id string) *model.Statement {
	s := &model.Statement{}
	s.ID = id
	s.Date, _ = model.ParseDate(one(t, "date", "", "2019", "2019-05", "2020-01-31", "2004-12-06/07", "2004-12-06"))
	s.Added, _ = model.ParseDate(one(t, "added", "", "2026-01-01", "2026-11-20"))
	s.Place = one(t, "place", "", "Bishkek City", "Minsk")
	s.Issuer = one(t, "issuer", "", "Council of Ministers")
	s.Language = one(t, "language", "", "en", "en-GB", "ru")
	s.Kind = one(t, "kind", model.KindNews, model.KindStatement, "")
	s.Source = one(t, "source", "", "https://example.org/1")
	s.Embedded = rapid.Bool().Draw(t, "embedded")
	s.Title, s.TitleMentions = drawText(t, 5)
	for n := range rapid.IntRange(0, 5).Draw(t, "paragraphs") {
		p := model.Paragraph{N: n + 1}
		p.Text, p.Mentions = drawText(t, one(t, "most", 6, 12, 300))
		s.Body = append(s.Body, p)
	}
	s.Paragraphs = len(s.Body)
	return s
}

func drawWord(t *rapid.T) query.Word {
	return query.Word{
		Text: one(t, "term", "war", "peace", "the", "Syria", "peace-talks", "the war", "the the", "the the the", "peace talks a",
			"w*", "war*", "*a*", "*r", "*", "the *", "* the", "the * a", "t* w*", "etat", "вой*", "absent", "absent war"),
		Quoted: rapid.Bool().Draw(t, "quoted"),
		Stem:   rapid.Bool().Draw(t, "stem"),
	}
}

func drawFacet(t *rapid.T) query.Facet {
	codes := map[query.Field][]string{
		query.FieldCountry: {"SY", "LY", "FR"}, query.FieldTopic: {"terror", "terror.acts", "un"},
		query.FieldInstrument: {"JCPOA", "S/RES/2254"}, query.FieldResolution: {"S/RES/2254", "JCPOA"},
		query.FieldKind: {"news", "statement"}, query.FieldYear: {"2019", "2019..2020"}, query.FieldPlace: {"bishkek", "minsk", "city"},
		query.FieldIssuer: {"ministers"}, query.FieldLanguage: {"en", "ru"}, query.FieldAdded: {"7d", "2y"},
		query.FieldAfter: {"2019", "2020"}, query.FieldBefore: {"2020", "2004-12-07"}, query.FieldIs: {"read", "unread", "bookmarked"},
		query.FieldHas: {"place", "date", "source", "notes", "country", "resolution", "topic"},
	}
	var fields []query.Field
	for _, f := range query.Fields() {
		if codes[f] != nil {
			fields = append(fields, f)
		}
	}
	f := one(t, "field", fields...)
	code := one(t, "value", codes[f]...)
	return query.Facet{Field: f, Code: code, Text: code}
}

// drawNode draws a tree, nested as deep as depth.
func drawNode(t *rapid.T, depth int) query.Node {
	if depth > 0 && rapid.Bool().Draw(t, "inner") {
		switch rapid.IntRange(0, 3).Draw(t, "operator") {
		case 0:
			return query.Not{Node: drawNode(t, depth-1)}
		case 1:
			return query.Saved{Name: "x", Node: drawNode(t, depth-1)}
		case 2:
			return query.Or{Nodes: drawNodes(t, depth-1)}
		}
		return query.And{Nodes: drawNodes(t, depth-1)}
	}
	switch rapid.IntRange(0, 11).Draw(t, "leaf") {
	case 0:
		return query.Regexp{Pattern: one(t, "pattern", "war", "(?i)syria", "[a-z]+, ", "^the", "x?")}
	case 1, 2, 3:
		n := query.Near{Words: []query.Word{drawWord(t)}}
		for range rapid.IntRange(1, 2).Draw(t, "chain") {
			n.Words = append(n.Words, drawWord(t))
			n.Within = append(n.Within, rapid.IntRange(0, 2).Draw(t, "within"))
		}
		return n
	case 4, 5, 6:
		return drawFacet(t)
	}
	return drawWord(t)
}

func drawNodes(t *rapid.T, depth int) []query.Node {
	var nodes []query.Node
	for range rapid.IntRange(1, 3).Draw(t, "parts") {
		nodes = append(nodes, drawNode(t, depth))
	}
	return nodes
}

func drawQuestion(t *rapid.T) ask.Question {
	q := ask.Question{
		Implied: rapid.Bool().Draw(t, "implied"),
		Free:    rapid.Bool().Draw(t, "free"),
		Sort:    one(t, "sort", append(ask.Sorts(), "")...),
		Limit:   one(t, "limit", 0, 0, 1, 2, 3),
		Today:   model.Date{Year: 2026, Month: 11, Day: 23},
		Facets: []query.Field{
			query.FieldCountry, query.FieldTopic, query.FieldInstrument, query.FieldResolution,
			query.FieldKind, query.FieldPlace, query.FieldIssuer, query.FieldLanguage, query.FieldYear,
		},
	}
	q.Query.Wide = rapid.Bool().Draw(t, "wide")
	if rapid.IntRange(0, 9).Draw(t, "root") > 0 {
		q.Query.Root = drawNode(t, 3)
	}
	if rapid.Bool().Draw(t, "marks") {
		q.Marks = query.MarksOf(model.Memory{
			Read:      map[string]bool{"s0": true, "s3": true},
			Bookmarks: map[string]bool{"s1": true, "s2#p1": true, "s2#p3": true},
		})
	}
	return q
}

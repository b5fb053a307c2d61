package ask

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"cstoread/model"
	"cstoread/model/query"
)

// shelf is a library in memory.
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
	return nil, fmt.Errorf("no statement %s", id)
}

func sampled[T any](t *rapid.T, label string, values ...T) T {
	return rapid.SampledFrom(values).Draw(t, label)
}

var vocabulary = []string{"war", "wars", "peace", "Peace-talks", "Syria", "SYRIA’s", "état", "Ünited", "2254", "a", "the", "the"}

// drawText draws a text with mentions over some of its words.
func drawText(t *rapid.T) (string, []model.Mention) {
	var b strings.Builder
	var mentions []model.Mention
	for range rapid.IntRange(0, 7).Draw(t, "words") {
		if b.Len() > 0 {
			b.WriteString(sampled(t, "gap", " ", " ", ", ", ". ", "\u00a0", " — ", "-"))
		}
		start := b.Len()
		b.WriteString(sampled(t, "word", vocabulary...))
		if !rapid.Bool().Draw(t, "mention") {
			continue
		}
		m := model.Mention{Start: start, End: b.Len(), Text: b.String()[start:], Strength: sampled(t, "strength", model.StrengthNamed, model.StrengthNamed, model.StrengthImplied)}
		m.Kind = sampled(t, "kind", model.MentionCountry, model.MentionTopic, model.MentionInstrument)
		switch m.Kind {
		case model.MentionCountry:
			m.Code = sampled(t, "code", "SY", "LY")
		case model.MentionTopic:
			m.Code = sampled(t, "code", "terror.acts", "terror.counter", "un", "un.reform")
		case model.MentionInstrument:
			m.Code = sampled(t, "code", "S/RES/2254 (2015)", "S/RES/2254", "JCPOA")
		}
		mentions = append(mentions, m)
	}
	return b.String(), mentions
}

func drawLibrary(t *rapid.T) shelf {
	var l shelf
	for i := range rapid.IntRange(0, 5).Draw(t, "statements") {
		s := &model.Statement{}
		s.ID = fmt.Sprint("s", i)
		s.Date, _ = model.ParseDate(sampled(t, "date", "", "2019", "2019-05", "2020-01-31"))
		s.Place = sampled(t, "place", "", "Bishkek City", "Minsk")
		s.Kind = sampled(t, "kind", model.KindNews, model.KindStatement, "")
		s.Title, s.TitleMentions = drawText(t)
		for n := range rapid.IntRange(0, 4).Draw(t, "paragraphs") {
			p := model.Paragraph{N: n + 1}
			p.Text, p.Mentions = drawText(t)
			s.Body = append(s.Body, p)
		}
		s.Paragraphs = len(s.Body)
		l = append(l, s)
	}
	slices.SortStableFunc(l, func(a, b *model.Statement) int { return b.Date.Compare(a.Date) })
	return l
}

func drawWord(t *rapid.T) query.Word {
	return query.Word{
		Text:   sampled(t, "term", "war", "peace", "the", "Syria", "peace-talks", "the war", "peace talks a", "w*", "*a*", "the *", "unit*", "etat", "absent"),
		Quoted: rapid.Bool().Draw(t, "quoted"),
		Stem:   rapid.Bool().Draw(t, "stem"),
	}
}

func drawFacet(t *rapid.T) query.Facet {
	f := sampled(t, "field", query.FieldCountry, query.FieldCountry, query.FieldTopic, query.FieldInstrument, query.FieldResolution,
		query.FieldKind, query.FieldYear, query.FieldPlace, query.FieldAfter, query.FieldIs, query.FieldHas)
	codes := map[query.Field][]string{
		query.FieldCountry: {"SY", "LY", "FR"}, query.FieldTopic: {"terror", "terror.acts", "un"},
		query.FieldInstrument: {"JCPOA", "S/RES/2254"}, query.FieldResolution: {"S/RES/2254", "JCPOA"},
		query.FieldKind: {"news", "statement"}, query.FieldYear: {"2019", "2020"}, query.FieldPlace: {"bishkek", "minsk", "city"},
		query.FieldAfter: {"2019", "2020"}, query.FieldIs: {"read", "unread", "bookmarked"}, query.FieldHas: {"place"},
	}
	code := sampled(t, "value", codes[f]...)
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
	switch rapid.IntRange(0, 9).Draw(t, "leaf") {
	case 0:
		return query.Regexp{Pattern: sampled(t, "pattern", "war", "(?i)syria", "[a-z]+, ", "^the", "x?")}
	case 1, 2:
		n := query.Near{Words: []query.Word{drawWord(t)}}
		for range rapid.IntRange(1, 2).Draw(t, "chain") {
			n.Words = append(n.Words, drawWord(t))
			n.Within = append(n.Within, rapid.IntRange(0, 2).Draw(t, "within"))
		}
		return n
	case 3, 4, 5:
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

func drawQuestion(t *rapid.T) Question {
	q := Question{Implied: rapid.Bool().Draw(t, "implied")}
	q.Query.Wide = rapid.Bool().Draw(t, "wide")
	if rapid.IntRange(0, 9).Draw(t, "root") > 0 {
		q.Query.Root = drawNode(t, 3)
	}
	q.Marks = query.MarksOf(model.Memory{
		Read:      map[string]bool{"s0": true, "s3": true},
		Bookmarks: map[string]bool{"s1": true, "s2#p1": true, "s2#p3": true},
	})
	q.Facets = []query.Field{
		query.FieldCountry, query.FieldTopic, query.FieldInstrument, query.FieldResolution,
		query.FieldKind, query.FieldPlace, query.FieldYear,
	}
	return q
}

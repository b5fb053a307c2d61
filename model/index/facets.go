package index

import (
	"cmp"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// counter counts the values of one field.
type counter struct {
	field   query.Field
	implied bool
	own     bool // its paragraphs are not those of the question
	matcher *query.Matcher
	plan    *query.Plan
	counts  map[string]*ask.FacetCount
}

func (e *Engine) counter(field query.Field, q ask.Question) *counter {
	c := &counter{field: field, implied: q.Implied, counts: map[string]*ask.FacetCount{}}
	if q.Free {
		free := q.Query.WithoutField(field)
		if c.own = len(free.Parts()) != len(q.Query.Parts()); c.own {
			c.matcher, c.plan = e.compile(free, q)
		}
	}
	return c
}

// count adds what some paragraphs of a segment, and their statements, have.
func (c *counter) count(v *view, paragraphs *roaring.Bitmap, docs dense) {
	switch c.field {
	case query.FieldKind:
		c.values(v, columnKind, docs)
	case query.FieldIssuer:
		c.values(v, columnIssuer, docs)
	case query.FieldPlace:
		c.values(v, columnPlace, docs)
	case query.FieldLanguage:
		c.values(v, columnLanguage, docs)
	case query.FieldYear:
		c.values(v, columnYear, docs)
	default:
		if c.field.Mention() != "" {
			c.mentions(v, paragraphs)
		}
	}
}

func (c *counter) values(v *view, col column, docs dense) {
	counts := make([]int, len(v.values[col]))
	numbers := v.columns[col]
	docs.each(func(doc uint32) bool {
		counts[numbers[doc]]++
		return true
	})
	for i, n := range counts {
		if value := v.values[col][i]; n > 0 && value != "" {
			c.of(value).Statements += n
		}
	}
}

func (c *counter) of(code string) *ask.FacetCount {
	f := c.counts[code]
	if f == nil {
		f = &ask.FacetCount{Code: code}
		c.counts[code] = f
	}
	return f
}

// group is the counts of one code while a segment is counted.
type group struct {
	statements, paragraphs, mentions int
	paragraph, statement             uint32 // the last one, counted from 1
}

// mentions counts what is mentioned in some paragraphs.
func (c *counter) mentions(v *view, paragraphs *roaring.Bitmap) {
	if paragraphs.GetCardinality() == uint64(v.Paragraphs()) {
		for code, f := range v.census(c) {
			g := c.of(code)
			g.Statements += f.Statements
			g.Paragraphs += f.Paragraphs
			g.Mentions += f.Mentions
		}
		return
	}
	c.mentionsOf(v.Segment, paragraphs)
}

func (c *counter) mentionsOf(s *Segment, paragraphs *roaring.Bitmap) {
	names, groupOf := c.groups(s)
	groups := make([]group, len(names))
	doc := uint32(0)
	eachOf(paragraphs, func(p uint32) {
		for _, m := range s.mentions[s.mentionStarts[p]:s.mentionStarts[p+1]] {
			n := groupOf[m>>countBits]
			if n < 0 {
				continue
			}
			g := &groups[n]
			g.mentions += int(m & maxCount)
			if g.paragraph == p+1 {
				continue
			}
			g.paragraph = p + 1
			g.paragraphs++
			if s.starts[doc+1] <= p {
				doc = s.statement(p, doc)
			}
			if g.statement != doc+1 {
				g.statement = doc + 1
				g.statements++
			}
		}
	})
	for i, g := range groups {
		if g.mentions > 0 {
			f := c.of(names[i])
			f.Statements += g.statements
			f.Paragraphs += g.paragraphs
			f.Mentions += g.mentions
		}
	}
}

// groups says under which name each code of a segment is counted: -1 is not
// at all.
func (c *counter) groups(s *Segment) (names []string, groupOf []int32) {
	kind := c.field.Mention()
	groupOf = make([]int32, len(s.codes))
	number := map[string]int32{}
	for i, code := range s.codes {
		groupOf[i] = -1
		if code.kind != kind || code.implied && !c.implied || c.field == query.FieldResolution && !query.IsResolution(code.code) {
			continue
		}
		name := code.code
		if kind == model.MentionTopic {
			name, _, _ = strings.Cut(name, ".")
		}
		n, known := number[name]
		if !known {
			n = int32(len(names))
			number[name] = n
			names = append(names, name)
		}
		groupOf[i] = n
	}
	return names, groupOf
}

// census counts the mentions of a whole segment, once.
func (s *Segment) census(c *counter) map[string]*ask.FacetCount {
	key := string(c.field)
	if c.implied {
		key += " implied"
	}
	s.counted.Lock()
	defer s.counted.Unlock()
	if counts := s.censuses[key]; counts != nil {
		return counts
	}
	whole := &counter{field: c.field, implied: c.implied, counts: map[string]*ask.FacetCount{}}
	whole.mentionsOf(s, s.all())
	if s.censuses == nil {
		s.censuses = map[string]map[string]*ask.FacetCount{}
	}
	s.censuses[key] = whole.counts
	return whole.counts
}

// sorted gives the counts, most frequent first.
func (c *counter) sorted() []ask.FacetCount {
	all := make([]ask.FacetCount, 0, len(c.counts))
	for _, f := range c.counts {
		all = append(all, *f)
	}
	slices.SortFunc(all, func(a, b ask.FacetCount) int {
		return cmp.Or(
			cmp.Compare(b.Paragraphs, a.Paragraphs),
			cmp.Compare(b.Statements, a.Statements),
			cmp.Compare(a.Code, b.Code),
		)
	})
	return all
}

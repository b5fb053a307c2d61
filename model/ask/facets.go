package ask

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"cstoread/model"
	"cstoread/model/query"
)

// counter counts the values of one field.
type counter struct {
	field   query.Field
	implied bool
	own     *runner // when its paragraphs are not those of the question
	counts  map[string]*FacetCount
}

// document counts a statement by what its header says.
func (c *counter) document(h *model.Header) {
	value := ""
	switch c.field {
	case query.FieldKind:
		value = string(h.Kind)
	case query.FieldIssuer:
		value = h.Issuer
	case query.FieldPlace:
		value = h.Place
	case query.FieldLanguage:
		value = h.Language
	case query.FieldYear:
		if h.Date.Year > 0 {
			value = strconv.Itoa(h.Date.Year)
		}
	}
	if value != "" {
		c.count(value).Statements++
	}
}

func (c *counter) count(code string) *FacetCount {
	f := c.counts[code]
	if f == nil {
		f = &FacetCount{Code: code}
		c.counts[code] = f
	}
	return f
}

// mentions counts the mentions in the given paragraphs of a statement.
func (c *counter) mentions(t *query.Text, paragraphs []int) {
	kind := c.field.Mention()
	groups := t.Groups()
	for i := 0; i < len(groups); {
		code := upper(&groups[i])
		end := i + 1
		for end < len(groups) && groups[end].Kind == groups[i].Kind && upper(&groups[end]) == code {
			end++
		}
		run := groups[i:end]
		i = end
		if run[0].Kind != kind || c.field == query.FieldResolution && !query.IsResolution(code) {
			continue
		}
		c.one(code, run, paragraphs)
	}
}

// one counts the groups of one code.
func (c *counter) one(code string, groups []query.Group, paragraphs []int) {
	mentions, in := 0, 0
	var several []int
	for _, g := range groups {
		if g.Implied && !c.implied {
			continue
		}
		at, last := 0, int32(-1)
		for _, p := range g.Paragraphs {
			for at < len(paragraphs) && paragraphs[at] < int(p) {
				at++
			}
			if at == len(paragraphs) {
				break
			}
			if paragraphs[at] != int(p) {
				continue
			}
			mentions++
			if p == last {
				continue
			}
			if last = p; len(groups) == 1 {
				in++
			} else {
				several = append(several, int(p))
			}
		}
	}
	if len(groups) > 1 {
		slices.Sort(several)
		in = len(slices.Compact(several))
	}
	if mentions > 0 {
		f := c.count(code)
		f.Statements++
		f.Paragraphs += in
		f.Mentions += mentions
	}
}

// upper is the code under which a group is counted.
func upper(g *query.Group) string {
	if g.Kind != model.MentionTopic {
		return g.Code
	}
	code, _, _ := strings.Cut(g.Code, ".")
	return code
}

// sorted gives the counts, most frequent first.
func (c *counter) sorted() []FacetCount {
	all := make([]FacetCount, 0, len(c.counts))
	for _, f := range c.counts {
		all = append(all, *f)
	}
	slices.SortFunc(all, func(a, b FacetCount) int {
		return cmp.Or(
			cmp.Compare(b.Paragraphs, a.Paragraphs),
			cmp.Compare(b.Statements, a.Statements),
			cmp.Compare(a.Code, b.Code),
		)
	})
	return all
}

package query

import (
	"strings"

	"cstoread/model"
)

// facet makes the test of a facet.
func (m *Matcher) facet(f Facet) *test {
	if kind := f.Field.Mention(); kind != "" {
		l := mentioned{kind: kind, code: f.Code, implied: m.options.Implied}
		l.resolution = f.Field == FieldResolution
		return &test{leaf: l, cost: costMention}
	}
	switch f.Field {
	case FieldPlace, FieldIssuer:
		l := contained{issuer: f.Field == FieldIssuer, words: " " + canonical(f.Field, f.Code) + " "}
		return &test{leaf: l}
	case FieldHas:
		return m.has(f.Code)
	case FieldIs:
		return m.is(f.Code)
	}
	return &test{leaf: document{m.header(f)}}
}

// canonical is the form in which codes of a field are compared.
func canonical(f Field, code string) string {
	if f == FieldPlace || f == FieldIssuer {
		return strings.TrimSpace(spaced(code))
	}
	return code
}

// header makes the test of what a header tells.
func (m *Matcher) header(f Facet) func(h *model.Header) bool {
	switch f.Field {
	case FieldKind:
		return func(h *model.Header) bool { return string(h.Kind) == f.Code }
	case FieldLanguage:
		// en stands for en-GB too.
		return func(h *model.Header) bool {
			tag := strings.ToLower(h.Language)
			return tag == f.Code || strings.HasPrefix(tag, f.Code+"-")
		}
	case FieldYear:
		years := rangeOf(f.Code)
		return func(h *model.Header) bool { return years.holds(h.Date.Year) }
	case FieldAfter, FieldBefore:
		d, err := model.ParseDate(f.Code)
		if err != nil || d.IsZero() {
			break
		}
		if f.Field == FieldAfter {
			return func(h *model.Header) bool { return !h.Date.IsZero() && firstDay(h.Date) >= firstDay(d) }
		}
		return func(h *model.Header) bool { return !h.Date.IsZero() && lastDay(h.Date) < firstDay(d) }
	case FieldAdded:
		from := since(f.Code, m.options.Today)
		return func(h *model.Header) bool { return !from.IsZero() && h.Added.Compare(from) >= 0 }
	}
	return func(*model.Header) bool { return false }
}

// firstDay and lastDay number the days that a date may stand for, so that an
// inexact one is after or before a day only when all of its days are.
func firstDay(d model.Date) int {
	return (d.Year*100+max(d.Month, 1))*100 + max(d.Day, 1)
}

func lastDay(d model.Date) int {
	month, day := d.Month, d.Day
	if d.EndDay > 0 {
		month, day = d.EndMonth, d.EndDay
	}
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = 31
	}
	return (d.Year*100+month)*100 + day
}

// has makes the test of has:.
func (m *Matcher) has(what string) *test {
	mention := mentioned{implied: m.options.Implied, kind: Field(what).Mention()}
	if mention.kind != "" {
		mention.resolution = Field(what) == FieldResolution
		return &test{leaf: mention, cost: costMention}
	}
	return &test{leaf: document{func(h *model.Header) bool {
		switch what {
		case "date":
			return !h.Date.IsZero()
		case "place":
			return h.Place != ""
		case "issuer":
			return h.Issuer != ""
		case "kind":
			return h.Kind != ""
		case "language":
			return h.Language != ""
		case "source":
			return h.Source != ""
		case "notes":
			return h.Notes != ""
		case "translation":
			return h.TranslationOf != ""
		}
		return false
	}}}
}

// is makes the test of is:.
func (m *Matcher) is(what string) *test {
	marks := m.options.Marks
	switch what {
	case "bookmarked":
		return &test{leaf: bookmarked{marks}, cost: costMention}
	case "doubtful":
		return &test{leaf: document{func(h *model.Header) bool { return h.Doubtful != "" }}}
	}
	read := func(h *model.Header) bool { return marks != nil && marks.Read(h.ID) }
	if what == "unread" {
		return &test{leaf: document{func(h *model.Header) bool { return !read(h) }}}
	}
	return &test{leaf: document{read}}
}

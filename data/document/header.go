package document

import (
	"fmt"
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/clean"
)

// keys are the known keys of the front matter in the order in which they are
// written, each with the part of a header that it is about.
var keys = []struct {
	name string
	get  func(*model.Header) string
	set  func(*model.Header, string) error
}{
	{"id", func(h *model.Header) string { return h.ID }, setID},
	{"title", func(h *model.Header) string { return h.Title }, line(func(h *model.Header) *string { return &h.Title })},
	{"date", func(h *model.Header) string { return h.Date.String() }, date(func(h *model.Header) *model.Date { return &h.Date })},
	{"place", func(h *model.Header) string { return h.Place }, line(func(h *model.Header) *string { return &h.Place })},
	{"issuer", func(h *model.Header) string { return h.Issuer }, line(func(h *model.Header) *string { return &h.Issuer })},
	{"kind", func(h *model.Header) string { return string(h.Kind) }, setKind},
	{"language", func(h *model.Header) string { return h.Language }, line(func(h *model.Header) *string { return &h.Language })},
	{"source", func(h *model.Header) string { return h.Source }, line(func(h *model.Header) *string { return &h.Source })},
	{"retrieved", func(h *model.Header) string { return h.Retrieved.String() }, date(func(h *model.Header) *model.Date { return &h.Retrieved })},
	{"published", func(h *model.Header) string { return h.Published.String() }, date(func(h *model.Header) *model.Date { return &h.Published })},
	{"added", func(h *model.Header) string { return h.Added.String() }, date(func(h *model.Header) *model.Date { return &h.Added })},
	{"translation_of", func(h *model.Header) string { return h.TranslationOf }, id(func(h *model.Header) *string { return &h.TranslationOf })},
	{"variant_of", func(h *model.Header) string { return h.VariantOf }, id(func(h *model.Header) *string { return &h.VariantOf })},
	{"doubtful", func(h *model.Header) string { return h.Doubtful }, line(func(h *model.Header) *string { return &h.Doubtful })},
	{"notes", func(h *model.Header) string { return h.Notes }, setNotes},
}

func line(part func(*model.Header) *string) func(*model.Header, string) error {
	return func(h *model.Header, value string) error {
		*part(h) = clean.Line(value)
		return nil
	}
}

func date(part func(*model.Header) *model.Date) func(*model.Header, string) error {
	return func(h *model.Header, value string) error {
		d, err := model.ParseDate(strings.TrimSpace(value))
		*part(h) = d
		return err
	}
}

func setID(h *model.Header, value string) error {
	if !model.ValidID(value) {
		return fmt.Errorf("%q cannot be an id: use letters a-z, digits and hyphens, at most %d of them", value, model.MaxID)
	}
	h.ID = value
	return nil
}

// id reads the ID of another statement.
func id(part func(*model.Header) *string) func(*model.Header, string) error {
	return func(h *model.Header, value string) error {
		if value != "" && !model.ValidID(value) {
			return fmt.Errorf("%q is not an id", value)
		}
		*part(h) = value
		return nil
	}
}

func setKind(h *model.Header, value string) error {
	if h.Kind = model.Kind(strings.ToLower(clean.Line(value))); h.Kind == "communique" {
		h.Kind = model.KindCommunique
	}
	return nil
}

func setNotes(h *model.Header, value string) error {
	h.Notes = strings.TrimSpace(clean.Text(value))
	return nil
}

// fill makes a header of the fields.
func fill(name string, fields []field) (*Document, *Problem) {
	doc := &Document{Statement: &model.Statement{}}
	h := &doc.Statement.Header
	warn := func(line int, format string, args ...any) {
		doc.Warnings = append(doc.Warnings, Problem{name, line, fmt.Sprintf(format, args...)})
	}
	for _, f := range fields {
		at := -1
		for i := range keys {
			if keys[i].name == f.key {
				at = i
			}
		}
		switch {
		case at < 0:
			doc.Extra += f.raw
			warn(f.line, "%s: unknown key, kept as it is", f.key)
			continue
		case !f.scalar:
			return nil, &Problem{name, f.line, f.key + ": must be one text, not a list or a mapping"}
		}
		if err := keys[at].set(h, f.value); err != nil {
			return nil, &Problem{name, f.line, f.key + ": " + err.Error()}
		}
		switch {
		case f.key == "kind" && h.Kind != "" && !slices.Contains(model.Kinds(), h.Kind):
			warn(f.line, "kind: %q is none of the usual kinds", h.Kind)
		case f.key == "source" && h.Source != "" && !web(h.Source):
			warn(f.line, "source: %q is not an address beginning with https://", h.Source)
		}
	}
	switch {
	case h.ID == "":
		return nil, &Problem{name, 1, "no id: add a line such as id: 2019-11-27-middle-east"}
	case h.Title == "":
		return nil, &Problem{name, 1, "no title: add a line title: …"}
	}
	return doc, nil
}

func web(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

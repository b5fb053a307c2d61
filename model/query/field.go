package query

import (
	"slices"
	"strings"

	"cstoread/model"
)

// Field is a facet that a query can name before a colon.
type Field string

// The fields of the language.
const (
	FieldCountry    Field = "country"
	FieldTopic      Field = "topic"
	FieldInstrument Field = "instrument"
	FieldResolution Field = "resolution" // an instrument that is a UN resolution
	FieldKind       Field = "kind"
	FieldIssuer     Field = "issuer"
	FieldPlace      Field = "place"
	FieldLanguage   Field = "language"
	FieldYear       Field = "year"   // 2019, 2015..2020, 2015.., ..2020
	FieldAfter      Field = "after"  // on or after that day, or the first one of that month or year
	FieldBefore     Field = "before" // before it
	FieldScope      Field = "scope"  // statement or paragraph
	FieldHas        Field = "has"    // something is known or mentioned: date, country …
	FieldIs         Field = "is"     // unread, read, bookmarked
	FieldAdded      Field = "added"  // 7d, 2w, 3m, 1y: within that time
	FieldNear       Field = "near"   // not a facet: stands between two words
)

// Fields lists the fields in the order in which help and completion show
// them.
func Fields() []Field {
	return []Field{
		FieldCountry, FieldTopic, FieldKind, FieldPlace, FieldIssuer,
		FieldLanguage, FieldResolution, FieldInstrument,
		FieldYear, FieldAfter, FieldBefore,
		FieldHas, FieldIs, FieldAdded, FieldScope, FieldNear,
	}
}

// Mention is the kind of mention that the field asks for, or "".
func (f Field) Mention() model.MentionKind {
	switch f {
	case FieldCountry:
		return model.MentionCountry
	case FieldTopic:
		return model.MentionTopic
	case FieldInstrument, FieldResolution:
		return model.MentionInstrument
	}
	return ""
}

// lookup finds the field that name is, or is the only possible beginning of.
// When there is none, similar are the ones it may have meant.
func lookup(name string) (f Field, similar []string, ok bool) {
	name = strings.ToLower(name)
	if slices.Contains(Fields(), Field(name)) {
		return Field(name), nil, true
	}
	for _, f := range Fields() {
		if strings.HasPrefix(string(f), name) {
			similar = append(similar, string(f))
		}
	}
	if len(similar) == 1 {
		return Field(similar[0]), nil, true
	}
	if len(similar) > 0 {
		return "", similar, false
	}
	var names []string
	for _, f := range Fields() {
		names = append(names, string(f))
	}
	if s, ok := nearest(name, names); ok {
		similar = []string{s}
	}
	return "", similar, false
}

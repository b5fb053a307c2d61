package model

import "strings"

// MentionKind says what a mention is of.
type MentionKind string

// The kinds of mentions.
const (
	MentionCountry    MentionKind = "country"
	MentionTopic      MentionKind = "topic"
	MentionInstrument MentionKind = "instrument"
)

// Strength says whether a mention names its subject or only points to it.
type Strength string

// Named mentions use a name, a demonym or an abbreviation. Implied ones point
// to a country without naming it: a capital acting for its government, an
// area, a place of issue, a treaty that is about it. Filters use the named
// ones unless told otherwise.
const (
	StrengthNamed   Strength = "named"
	StrengthImplied Strength = "implied"
)

// Mention is a span of a paragraph's text that names a country, shows a topic
// or cites an instrument.
type Mention struct {
	Kind MentionKind `json:"kind"`
	// Code is an ISO 3166-1 alpha-2 code (or XK, or a historic code of our
	// tables), a topic ("terror.acts"), or an instrument's symbol
	// ("S/RES/2254 (2015)", "JCPOA").
	Code string `json:"code"`
	// Start and End are byte offsets into Paragraph.Text, End exclusive.
	Start int `json:"start"`
	End   int `json:"end"`
	// Text is the span itself.
	Text     string   `json:"text"`
	Strength Strength `json:"strength"`
	// Rule names what found it, such as "name", "demonym" or "georgia-us-state".
	Rule string `json:"rule"`
}

// Upper returns the upper level of a topic's code: "terror" for "terror.acts".
// Other codes are returned as they are.
func (m Mention) Upper() string {
	if m.Kind != MentionTopic {
		return m.Code
	}
	upper, _, _ := strings.Cut(m.Code, ".")
	return upper
}

// Span is a stretch of bytes of some text, End exclusive.
type Span struct{ Start, End int }

package command

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"cstoread/model"
	"cstoread/model/tag"
)

// tagged is a text with what was found in it.
type tagged struct {
	text
	mentions    []model.Mention
	explanation *tag.Explanation
}

// tagWriter gives the function that prints a tagged text.
func (a *app) tagWriter(f format) func(tagged) error {
	switch f {
	case formatTSV:
		return a.taggedRows
	case formatText:
		return a.taggedText
	}
	var buf []byte
	return func(t tagged) (err error) {
		if buf, err = t.appendJSON(buf[:0]); err != nil {
			return err
		}
		_, err = a.out.Write(buf)
		return err
	}
}

// appendJSON writes t as one line of JSON. It is written by hand because a
// large input spends more time in a general encoder than in finding mentions.
func (t tagged) appendJSON(b []byte) ([]byte, error) {
	b = append(b, '{')
	if len(t.id) > 0 {
		b = append(b, `"id":`...)
		b = append(b, harmless(t.id)...)
		b = append(b, ',')
	}
	if t.offset >= 0 {
		b = append(b, `"offset":`...)
		b = strconv.AppendInt(b, t.offset, 10)
		b = append(b, ',')
	}
	named, implied := countryCodes(t.mentions)
	b = appendCodes(b, "countries", named)
	b = appendCodes(b, "implied", implied)
	b = appendCodes(b, "topics", namedCodes(t.mentions, model.MentionTopic))
	b = appendCodes(b, "instruments", namedCodes(t.mentions, model.MentionInstrument))
	b = append(b, `"mentions":[`...)
	for i, m := range t.mentions {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendMention(b, m)
	}
	b = append(b, ']')
	if t.explanation != nil {
		// Explaining is for single texts; the general encoder will do.
		for _, part := range []struct {
			name    string
			reasons []tag.Reason
		}{{"accepted", t.explanation.Accepted}, {"rejected", t.explanation.Rejected}} {
			reasons, err := json.Marshal(append([]tag.Reason{}, part.reasons...))
			if err != nil {
				return nil, fmt.Errorf("cannot write as JSON: %w", err)
			}
			b = append(b, `,"`+part.name+`":`...)
			b = append(b, harmless(reasons)...)
		}
		for _, part := range []struct {
			name string
			list any
		}{{"sums", t.explanation.Topics}, {"context", t.explanation.Context}} {
			list, err := json.Marshal(part.list)
			if err != nil {
				return nil, fmt.Errorf("cannot write as JSON: %w", err)
			}
			b = append(b, `,"`+part.name+`":`...)
			b = append(b, harmless(list)...)
		}
	}
	return append(b, '}', '\n'), nil
}

// countryCodes are the countries of a text, each once, in order: the named
// ones, and those that are only implied.
func countryCodes(mentions []model.Mention) (named, implied []string) {
	named = namedCodes(mentions, model.MentionCountry)
	for _, m := range mentions {
		if m.Kind == model.MentionCountry && m.Strength == model.StrengthImplied &&
			!slices.Contains(named, m.Code) && !slices.Contains(implied, m.Code) {
			implied = append(implied, m.Code)
		}
	}
	return named, implied
}

// namedCodes are the codes by which filters know a text's mentions of a kind.
func namedCodes(mentions []model.Mention, kind model.MentionKind) (codes []string) {
	for _, m := range mentions {
		if m.Kind == kind && m.Strength == model.StrengthNamed && !slices.Contains(codes, m.Upper()) {
			codes = append(codes, m.Upper())
		}
	}
	return codes
}

func appendCodes(b []byte, name string, codes []string) []byte {
	b = append(b, '"')
	b = append(b, name...)
	b = append(b, `":[`...)
	for i, c := range codes {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, c)
	}
	return append(b, `],`...)
}

func appendMention(b []byte, m model.Mention) []byte {
	b = append(b, `{"kind":`...)
	b = appendString(b, string(m.Kind))
	b = append(b, `,"code":`...)
	b = appendString(b, m.Code)
	b = append(b, `,"start":`...)
	b = strconv.AppendInt(b, int64(m.Start), 10)
	b = append(b, `,"end":`...)
	b = strconv.AppendInt(b, int64(m.End), 10)
	b = append(b, `,"text":`...)
	b = appendString(b, m.Text)
	b = append(b, `,"strength":`...)
	b = appendString(b, string(m.Strength))
	b = append(b, `,"rule":`...)
	b = appendString(b, m.Rule)
	return append(b, '}')
}

// appendString writes s as a JSON string that is harmless on a terminal.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := len(b)
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf || c == 0x7f {
			quoted, err := json.Marshal(s)
			if err != nil {
				return append(b[:from], '"')
			}
			return append(b[:from-1], harmless(quoted)...)
		}
	}
	b = append(b, s...)
	return append(b, '"')
}

// taggedRows prints a line of tab-separated values for each mention.
func (a *app) taggedRows(t tagged) error {
	id := string(t.id)
	if s := ""; json.Unmarshal(t.id, &s) == nil {
		id = s
	}
	for _, m := range t.mentions {
		err := a.out.row(id, string(m.Kind), m.Code, strconv.Itoa(m.Start), strconv.Itoa(m.End),
			string(m.Strength), m.Rule, m.Text)
		if err != nil {
			return err
		}
	}
	return nil
}

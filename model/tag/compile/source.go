// Package compile turns the text of the tables into the image that package tag
// opens. It runs when the project is built by its authors (go generate ./data),
// never in the program itself.
//
// The format of the tables is described in data/tables/README.md.
package compile

import (
	"fmt"
	"strings"

	"cstoread/model/tag"
)

// File is one file of the tables. Its name up to the first dot or hyphen says
// what it holds: countries, shadows, topics, instruments or words.
type File struct{ Name, Text string }

// stanza is "[CODE text]" and the lines under it.
type stanza struct {
	file  string
	line  int
	kind  tag.Kind // 0 for word classes
	code  string
	title string
	lines []line
}

// line is "key value | value".
type line struct {
	number int
	key    string
	values []string
}

// kinds are the kinds of stanzas by the beginning of the file's name.
var kinds = map[string]tag.Kind{
	"countries": tag.KindCountry, "shadows": tag.KindShadow, "topics": tag.KindTopic,
	"instruments": tag.KindInstrument, "words": 0,
}

// parse reads a file into its stanzas.
func parse(f File) ([]stanza, error) {
	base := f.Name[:strings.IndexAny(f.Name+".", ".-")]
	kind, ok := kinds[base]
	if !ok {
		return nil, fmt.Errorf("%s: the name of a table begins with countries, shadows, topics, instruments or words", f.Name)
	}
	var out []stanza
	for i, text := range strings.Split(f.Text, "\n") {
		text = strings.TrimSpace(text)
		switch {
		case text == "" || text[0] == '#':
		case text[0] == '[':
			head, ok := strings.CutSuffix(text[1:], "]")
			if !ok {
				return nil, fmt.Errorf("%s:%d: the stanza's head does not end in ]", f.Name, i+1)
			}
			code, title, _ := strings.Cut(head, " ")
			if kind == tag.KindInstrument && strings.Contains(head, ";") {
				code, title, _ = strings.Cut(head, ";")
			}
			out = append(out, stanza{file: f.Name, line: i + 1, kind: kindOf(kind, code), code: strings.TrimSpace(code), title: strings.TrimSpace(title)})
		case len(out) == 0:
			return nil, fmt.Errorf("%s:%d: a line before the first stanza", f.Name, i+1)
		default:
			key, rest, _ := strings.Cut(text, " ")
			s := &out[len(out)-1]
			s.lines = append(s.lines, line{i + 1, key, values(rest)})
		}
	}
	return out, nil
}

// kindOf gives the stanzas whose code begins with = their own kinds: words that
// are no subject themselves but tell about others.
func kindOf(file tag.Kind, code string) tag.Kind {
	switch {
	case !strings.HasPrefix(code, "="):
		return file
	case file == tag.KindTopic:
		return tag.KindContext
	case file == tag.KindInstrument:
		return tag.KindAnchor
	}
	return file
}

// values cuts "a | b" into its parts.
func values(s string) []string {
	var out []string
	for _, v := range strings.Split(s, "|") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

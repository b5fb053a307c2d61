package tag

import (
	"strings"

	"cstoread/model/fold"
)

// CountryEntry is a country of the tables.
type CountryEntry struct {
	Code  string // ISO 3166-1 alpha-2, or one of our historic codes
	Code3 string // alpha-3, where there is one
	Name  string
	// Historic entities no longer exist.
	Historic bool
}

// TopicEntry is a topic of either level.
type TopicEntry struct {
	Code       string
	Name       string
	Definition string
}

// Country resolves a name, a demonym, an abbreviation or a code in any case.
func (t *Tables) Country(s string) (code string, ok bool) {
	s = strings.TrimSpace(s)
	for i := range t.subjects {
		c := &t.subjects[i]
		if c.Kind == KindCountry && (strings.EqualFold(c.Code, s) || strings.EqualFold(t.image.attribute(*c, "alpha3"), s)) {
			return c.Code, true
		}
	}
	return t.resolve(KindCountry, s)
}

// Topic resolves a topic's code of either level, or its name.
func (t *Tables) Topic(s string) (code string, ok bool) {
	return t.byCodeOrName(KindTopic, strings.TrimSpace(s))
}

// Instrument resolves an instrument's symbol, name or alias.
func (t *Tables) Instrument(s string) (symbol string, ok bool) {
	s = strings.TrimSpace(s)
	if code, ok := t.byCodeOrName(KindInstrument, s); ok {
		return code, true
	}
	return t.resolve(KindInstrument, s)
}

func (t *Tables) byCodeOrName(k Kind, s string) (string, bool) {
	folded := fold.String(s)
	for i := range t.subjects {
		c := &t.subjects[i]
		if c.Kind == k && (strings.EqualFold(c.Code, s) || fold.String(c.Name) == folded) {
			return c.Code, true
		}
	}
	return "", false
}

// resolve finds the entry of one kind whose phrase is the whole of s,
// whatever the case. Named entries come before implied ones.
func (t *Tables) resolve(k Kind, s string) (string, bool) {
	m := &t.image
	words := m.words(nil, s)
	if len(words) == 0 || !words[0].whole {
		return "", false
	}
	node := m.WordRoot[words[0].known&wordMask]
	for _, w := range words[1:] {
		if node == 0 || !w.whole {
			return "", false
		}
		node = m.Edges.follow(node, w.known&wordMask, false, w.sep)
	}
	if node == 0 {
		return "", false
	}
	found := ""
	for e := m.Node[node] &^ nodeBranch; e < m.Node[node+1]&^nodeBranch; e++ {
		flags := m.Entries[e*EntrySize]
		if Kind(flags&15) != k {
			continue
		}
		if code := t.subjects[m.Entries[e*EntrySize+3]].Code; found == "" || flags&flagImplied == 0 {
			found = code
		}
	}
	return found, found != ""
}

// CountryName returns the short name of a country, or its code when unknown.
func (t *Tables) CountryName(code string) string { return t.name(KindCountry, code) }

// TopicName returns the name of a topic, or its code when unknown.
func (t *Tables) TopicName(code string) string { return t.name(KindTopic, code) }

func (t *Tables) name(k Kind, code string) string {
	for i := range t.subjects {
		if c := &t.subjects[i]; c.Kind == k && c.Code == code {
			return c.Name
		}
	}
	return code
}

// InstrumentInfo returns the name of an instrument and its public address;
// both are empty for an unknown one. UN resolutions are known by their symbols,
// with or without the year.
func (t *Tables) InstrumentInfo(symbol string) (name, address string) {
	for i := range t.subjects {
		if c := &t.subjects[i]; c.Kind == KindInstrument && c.Code == symbol {
			return c.Name, t.image.attribute(*c, "address")
		}
	}
	name, address, _ = resolutionInfo(symbol)
	return name, address
}

// Countries lists all countries in the order of the tables.
func (t *Tables) Countries() []CountryEntry {
	var out []CountryEntry
	for i := range t.subjects {
		c := &t.subjects[i]
		if c.Kind == KindCountry && !strings.Contains(c.Code, "+") {
			out = append(out, CountryEntry{c.Code, t.image.attribute(*c, "alpha3"), c.Name, t.image.attribute(*c, "historic") != ""})
		}
	}
	return out
}

// Topics lists all topics, each upper one before those under it.
func (t *Tables) Topics() []TopicEntry {
	var out []TopicEntry
	for i := range t.subjects {
		if c := &t.subjects[i]; c.Kind == KindTopic {
			out = append(out, TopicEntry{c.Code, c.Name, t.image.attribute(*c, "definition")})
		}
	}
	return out
}

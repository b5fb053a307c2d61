package tag

import "cstoread/model"

// Kind says what an entry of the tables stands for.
type Kind uint8

// The kinds of entries. A shadow consumes its text in the layer of places and
// gives no mention; a mute does the same in the layer of topics.
const (
	KindCountry Kind = iota + 1
	KindShadow
	KindTopic
	KindMute
	KindInstrument
	// KindContext words belong to no topic but tell about the ones beside
	// them: those of war, of sport.
	KindContext
	// KindAnchor words begin what a recogniser reads: "resolution".
	KindAnchor
)

// mentioned says whether entries of the kind become mentions.
func (k Kind) mentioned() bool {
	return k == KindCountry || k == KindTopic || k == KindInstrument
}

// Case says in which letters an entry's phrase must be written.
type Case uint8

// The conditions on case. Text in capitals throughout meets CaseCapital, and
// meets CaseExact where the phrase itself has no small letter.
const (
	CaseAny     Case = iota
	CaseCapital      // the first letter is a capital
	CaseExact        // as in the table, letter by letter
)

// Entry is one phrase of the tables.
type Entry struct {
	Kind     Kind
	Case     Case
	Strength model.Strength
	// Before is the character that must follow the phrase at once: '-' for
	// prefixes such as "Russo-", 0 where anything may follow.
	Before byte
	// Consumes is set on instruments that hide the places in their name.
	Consumes bool
	// Place is set on topic cues that only name a place.
	Place bool
	// Weight is a topic cue's weight in hundredths.
	Weight int
	// Rules has a bit for each context rule that guards the entry, in the
	// order of RuleNames.
	Rules uint32
	// Subject is the number of the country, topic or instrument.
	Subject uint32
	// Key is the key of the entry's line ("demonym"), Surface the phrase as
	// written there, File and Line where that is.
	Key, Surface, File string
	Line               int

	surface uint32
}

// PackEntry gives the numbers that the image keeps of an entry, its strings
// already numbered.
func PackEntry(e Entry, key, surface, file uint32) [EntrySize]uint32 {
	flags := uint32(e.Kind) | uint32(e.Case)<<4 | uint32(e.Before)<<8
	if e.Strength == model.StrengthImplied {
		flags |= flagImplied
	}
	if e.Consumes {
		flags |= flagConsumes
	}
	if e.Place {
		flags |= flagPlace
	}
	return [EntrySize]uint32{flags, uint32(int32(e.Weight)), e.Rules, e.Subject, key, surface, file<<20 | uint32(e.Line)}
}

// entry unpacks entry i.
func (m *Image) entry(i uint32) Entry {
	r := m.Entries[i*EntrySize : i*EntrySize+EntrySize]
	e := Entry{
		Kind: Kind(r[0] & 15), Case: Case(r[0] >> 4 & 15), Before: byte(r[0] >> 8),
		Strength: model.StrengthNamed, Consumes: r[0]&flagConsumes != 0, Place: r[0]&flagPlace != 0,
		Weight: int(int32(r[1])), Rules: r[2], Subject: r[3],
		Key: m.str(r[4]), Surface: m.str(r[5]), surface: r[5],
		File: m.str(r[6] >> 20), Line: int(r[6] & (1<<20 - 1)),
	}
	if r[0]&flagImplied != 0 {
		e.Strength = model.StrengthImplied
	}
	return e
}

// Subject is what entries stand for: a country, a topic, an instrument, or a
// class of shadow phrases.
type Subject struct {
	Kind Kind
	// Code is the mention's code; Codes are several for "both Congos".
	Code string
	Name string
	// attributes are the rest of the stanza's lines, key and value.
	first, count uint32
}

// subject unpacks subject i.
func (m *Image) subject(i uint32) Subject {
	r := m.Subjects[i*subjectSize : i*subjectSize+subjectSize]
	return Subject{Kind: Kind(r[0]), Code: m.str(r[1]), Name: m.str(r[2]), first: r[3], count: r[4]}
}

// attribute returns the first value that a subject has for key, or "".
func (m *Image) attribute(s Subject, key string) string {
	for i := s.first; i < s.first+s.count; i++ {
		if m.str(m.Attributes[2*i]) == key {
			return m.str(m.Attributes[2*i+1])
		}
	}
	return ""
}

// subjects returns how many subjects there are.
func (m *Image) subjects() uint32 { return uint32(len(m.Subjects) / subjectSize) }

// The bits of an entry's flags above its kind, case and following character.
const (
	flagImplied  = 1 << 16
	flagConsumes = 1 << 17
	flagPlace    = 1 << 18
)

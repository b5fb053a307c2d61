package query

// Vocabulary resolves what people write for a country, a topic or an
// instrument to its code.
type Vocabulary interface {
	// Country takes a name, demonym, alpha-2 or alpha-3 code in any case.
	Country(s string) (code string, ok bool)
	// Topic takes a code of either level or a name.
	Topic(s string) (code string, ok bool)
	// Instrument takes a symbol or an alias ("2254", "S/RES/2254", "JCPOA").
	Instrument(s string) (symbol string, ok bool)
}

// Speller is what a Vocabulary may also be: it lists the names it resolves,
// so that a misspelt one can be mended.
type Speller interface {
	CountryNames() []string
	TopicNames() []string
	InstrumentNames() []string
}

// Shelf is what a Vocabulary may also be: it keeps saved queries by name.
type Shelf interface {
	Saved(name string) (source string, ok bool)
}

// Names adds saved queries to a vocabulary. The map must not change while
// queries are parsed.
func Names(v Vocabulary, saved map[string]string) Vocabulary {
	return shelved{v, saved}
}

type shelved struct {
	Vocabulary
	saved map[string]string
}

func (s shelved) Saved(name string) (string, bool) {
	src, ok := s.saved[name]
	return src, ok
}

// namesOf lists what v could have meant for a field, if it can tell.
func namesOf(v Vocabulary, f Field) []string {
	if s, ok := v.(shelved); ok {
		v = s.Vocabulary
	}
	s, ok := v.(Speller)
	if !ok {
		return nil
	}
	switch f {
	case FieldCountry:
		return s.CountryNames()
	case FieldTopic:
		return s.TopicNames()
	case FieldInstrument, FieldResolution:
		return s.InstrumentNames()
	}
	return nil
}

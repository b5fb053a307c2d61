package compile

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"cstoread/model"
	"cstoread/model/tag"
)

// keyMeaning is what a line's key says about its phrases.
type keyMeaning struct {
	letters tag.Case
	implied bool
	prefix  bool // must be followed by a hyphen
	plural  bool // the regular plural is an entry too
	// forms gives the forms of a phrase; nil takes it as it is.
	forms    func(string) []string
	mute     bool
	weighted bool
	place    bool // a place among a topic's cues
	weight   int  // in hundredths, for a weighted key without a number
}

// phraseKeys are the keys whose values are phrases, for each kind of stanza.
// All other keys are attributes of the stanza's subject.
var phraseKeys = map[tag.Kind]map[string]keyMeaning{
	tag.KindCountry: {
		"name": {}, "official": {}, "former": {}, "variant": {},
		"demonym": {plural: true}, "adjective": {}, "people": {},
		"noun":    {letters: tag.CaseCapital, forms: declineName},
		"adj":     {forms: adjectiveStems},
		"person":  {forms: personForms},
		"abbr":    {letters: tag.CaseExact},
		"prefix":  {prefix: true},
		"capital": {letters: tag.CaseCapital, implied: true},
		"city":    {letters: tag.CaseCapital, implied: true},
		"area":    {letters: tag.CaseCapital, implied: true},
	},
	tag.KindShadow: {"phrase": {}, "abbr": {letters: tag.CaseExact}},
	tag.KindTopic: {
		"strong": {weighted: true, weight: 100},
		"good":   {weighted: true, weight: 75},
		"fair":   {weighted: true, weight: 50},
		"weak":   {weighted: true, weight: 25},
		"place":  {weighted: true, weight: 50, place: true},
		"cue":    {weighted: true, weight: 100},
		"abbr":   {letters: tag.CaseExact, weighted: true, weight: 100},
		"mute":   {mute: true},
	},
	tag.KindContext:    {"words": {}},
	tag.KindInstrument: {"name": {}, "alias": {}, "abbr": {letters: tag.CaseExact}},
	tag.KindAnchor:     {"words": {}},
}

// meaning reads a line's key: an optional language ("ru."), the key itself and
// an optional weight (":0.4"). The second result says whether its values are
// phrases.
func meaning(s *stanza, l *line) (m keyMeaning, phrases bool, weight int, err error) {
	key, number, weighted := strings.Cut(l.key, ":")
	language := ""
	if i := strings.IndexByte(key, '.'); i > 0 {
		language, key = key[:i], key[i+1:]
	}
	m, phrases = phraseKeys[s.kind][key]
	if language == "ru" && m.implied {
		m.forms = declineName
	}
	weight = m.weight
	if weighted {
		w, err := strconv.ParseFloat(number, 64)
		if err != nil || !m.weighted {
			return m, phrases, 0, fmt.Errorf("%s:%d: %q is not a key with a weight", s.file, l.number, l.key)
		}
		weight = int(math.Round(w * 100))
	}
	return m, phrases, weight, nil
}

// bareKey is a key without its language and weight: what mentions show as the
// rule that found them.
func bareKey(key string) string {
	key, _, _ = strings.Cut(key, ":")
	return key[strings.IndexByte(key, '.')+1:]
}

// entry makes the entry for one phrase of a line. A phrase that begins with =
// needs its capital.
func (m keyMeaning) entry(s *stanza, l *line, phrase string, weight int) (tag.Entry, string) {
	e := tag.Entry{
		Kind: s.kind, Case: m.letters, Strength: model.StrengthNamed, Weight: weight,
		Key: bareKey(l.key), File: s.file, Line: l.number,
	}
	if m.implied {
		e.Strength = model.StrengthImplied
	}
	if m.prefix {
		e.Before = '-'
	}
	if m.mute {
		e.Kind = tag.KindMute
	}
	e.Place = m.place
	if (s.kind == tag.KindTopic || s.kind == tag.KindContext) && allCapitals(phrase) {
		e.Case = tag.CaseExact
	}
	if rest, ok := strings.CutPrefix(phrase, "="); ok {
		phrase = rest
		e.Case = max(e.Case, tag.CaseCapital)
	}
	return e, phrase
}

// allCapitals says whether a cue is an abbreviation: "ICC" is not "icc", and
// "WHO" is not "who".
func allCapitals(phrase string) bool {
	letters := 0
	for _, r := range phrase {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// variants are the ways in which a phrase of the tables may be printed: with
// s, z or c for a question mark, with a hyphen left out before a small
// letter, with St. or St for Saint.
func variants(phrase string) []string {
	if i := strings.IndexByte(phrase, '?'); i >= 0 {
		var out []string
		for _, c := range []string{"s", "z", "c"} {
			out = append(out, variants(phrase[:i]+c+phrase[i+1:])...)
		}
		return out
	}
	out := []string{phrase}
	if rest, ok := strings.CutPrefix(phrase, "Saint "); ok {
		out = append(out, "St. "+rest, "St "+rest)
	}
	for i := 1; i+1 < len(phrase); i++ {
		if phrase[i] == '-' && 'a' <= phrase[i+1] && phrase[i+1] <= 'z' && phrase[i-1] != '*' {
			out = append(out, phrase[:i]+phrase[i+1:])
		}
	}
	return out
}

// plural is the regular plural of a demonym, "" where it has none.
func plural(demonym string) string {
	for _, end := range []string{"ese", "ish", "ch", "sh", "s", "x", "z"} {
		if strings.HasSuffix(demonym, end) {
			return ""
		}
	}
	return demonym + "s"
}

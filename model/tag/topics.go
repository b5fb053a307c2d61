package tag

import (
	"slices"
	"strconv"
	"strings"
)

// How the cues of a text add up to its topics. All numbers are hundredths of
// what proves a topic by itself.
//
// For each upper topic the weights of its cues are summed up, the cues of all
// its subtopics together. A cue counts once, and Repeat more when it stands
// there again. Places (country names among the cues) count together PlacesMost
// at most, because a name alone says little about the subject, and in a text
// that names ListOf countries or more, as lists of members do, PlacesInList;
// but where a topic has a place, the context words of war and of diplomacy count for it
// too, each of their stanzas up to CompanyMost. Context words of sport, show
// and stock market are taken away from every topic.
//
// A topic holds when its sum reaches Threshold. In a text of more than
// LongWords words, where passing remarks pile up, each further LongStep words
// ask for LongMore; and a topic with less than 1/Fraction of the strongest
// one's sum does not hold beside it. At most TopicsMost topics hold, the
// strongest ones.
const (
	Threshold    = 100
	Repeat       = 25
	PlacesMost   = 75
	ListOf       = 4
	PlacesInList = 50
	CompanyMost  = 100
	NoiseMost    = 200
	LongWords    = 90
	LongStep     = 30
	LongMore     = 25
	Fraction     = 6
	TopicsMost   = 4
)

// context is what a stanza of context words does, in hundredths per word.
type context struct {
	company int    // for each topic that has a place
	noise   int    // against each topic
	alone   string // the topic its words are cues of when no topic has a place
}

// newContext reads a context stanza's attributes.
func (m *Image) newContext(s Subject) context {
	number := func(key string) int {
		f, _ := strconv.ParseFloat(m.attribute(s, key), 64)
		return int(f * 100)
	}
	return context{company: number("company"), noise: number("noise"), alone: m.attribute(s, "alone")}
}

// sums is the evidence for one upper topic.
type sums struct {
	cues, places int
	total        int
	holds        bool
}

// score sums up the evidence and rejects the cues of topics that do not hold.
func (x *scan) score() {
	if !x.addCues() {
		return
	}
	x.noise = x.addContexts()
	x.placesMost = PlacesMost
	if x.listsCountries() {
		x.placesMost = PlacesInList
	}
	best := 0
	for u := range x.sums {
		s := &x.sums[u]
		if s.total = s.cues + min(s.places, x.placesMost); s.places > 0 {
			s.total += x.company
		}
		if s.total > 0 {
			s.total -= x.noise
		}
		best = max(best, s.total)
	}
	x.least = max(x.threshold(), best/Fraction)
	x.choose()
	for i := range x.found {
		c := &x.found[i]
		if c.kind != KindTopic || c.rejected {
			continue
		}
		u := x.t.upper[c.subject]
		s := &x.sums[u]
		if !s.holds {
			c.rejected, c.rule = true, "topic-threshold"
		}
		if x.explain {
			c.because = x.t.subjects[x.t.uppers[u]].Code + ": evidence of " + hundredths(s.total) + ", " + hundredths(x.least) + " needed"
		}
	}
}

// listsCountries says whether the text names ListOf different countries.
func (x *scan) listsCountries() bool {
	var named [ListOf]uint32
	n := 0
	for i := range x.found {
		c := &x.found[i]
		if c.kind != KindCountry || c.rejected || c.implied || slices.Contains(named[:n], c.subject) {
			continue
		}
		named[n] = c.subject
		if n++; n == ListOf {
			return true
		}
	}
	return false
}

// addCues sums up what the topics' own cues weigh. It says whether the text
// has any word that topics ask for.
func (x *scan) addCues() bool {
	clear(x.sums)
	x.run += 2
	any := false
	for i := range x.found {
		c := &x.found[i]
		if c.kind == KindContext {
			any = true
		}
		if c.kind != KindTopic || c.rejected {
			continue
		}
		any = true
		weight := x.countOnce(c.entry, int(int32(x.t.image.Entries[c.entry*EntrySize+1])), Repeat)
		s := &x.sums[x.t.upper[c.subject]]
		switch {
		case x.t.image.Entries[c.entry*EntrySize]&flagPlace == 0:
			s.cues += weight
		case s.places == 0:
			s.places = weight
		default:
			s.places += Repeat
		}
	}
	return any
}

// countOnce gives weight for the first time that an entry stands in the text,
// again for the second, and nothing from then on.
func (x *scan) countOnce(entry uint32, weight, again int) int {
	switch x.seen[entry] {
	case x.run:
		return 0
	case x.run - 1:
		x.seen[entry] = x.run
		return again
	}
	x.seen[entry] = x.run - 1
	return weight
}

// addContexts sums up the company that places get, which it leaves in
// x.company, and returns the noise. Where there is no place for the words of
// war to speak of, they become cues of the topic that their stanza names.
func (x *scan) addContexts() (noise int) {
	clear(x.contextSums)
	for i := range x.found {
		if c := &x.found[i]; c.kind == KindContext {
			k := x.t.contextOf[c.subject]
			x.contextSums[k] += x.countOnce(c.entry, 1, 0)
		}
	}
	x.company = 0
	for k, words := range x.contextSums {
		about := x.t.contexts[k]
		noise += min(words*about.noise, NoiseMost)
		x.company += min(words*about.company, CompanyMost)
		if words > 0 && about.alone != "" && !x.hasPlace() {
			x.standAlone(uint32(k), about)
		}
	}
	return min(noise, NoiseMost)
}

// hasPlace says whether any topic is about places and has one here, or is so
// surely there that it needs none.
func (x *scan) hasPlace() bool {
	for u := range x.sums {
		if x.sums[u].places > 0 || x.t.regional[u] && x.sums[u].cues >= Threshold/2 {
			return true
		}
	}
	return false
}

// standAlone makes cues of context words.
func (x *scan) standAlone(k uint32, about context) {
	subject := x.t.alone[k]
	for i := range x.found {
		c := &x.found[i]
		if c.kind == KindContext && x.t.contextOf[c.subject] == k {
			c.kind, c.subject, c.rule = KindTopic, subject, "context-alone"
		}
	}
	x.sums[x.t.upper[subject]].cues += min(x.contextSums[k]*about.company, 3*Threshold/2)
}

// choose marks the topics that hold.
func (x *scan) choose() {
	for range TopicsMost {
		strongest := -1
		for u := range x.sums {
			s := &x.sums[u]
			if !s.holds && s.total >= x.least && (strongest < 0 || s.total > x.sums[strongest].total) {
				strongest = u
			}
		}
		if strongest < 0 {
			return
		}
		x.sums[strongest].holds = true
	}
}

// threshold is the sum that a topic needs in a text of this length.
func (x *scan) threshold() int {
	if extra := len(x.words) - LongWords; extra > 0 {
		return Threshold + extra/LongStep*LongMore
	}
	return Threshold
}

// hundredths writes 125 as 1.25.
func hundredths(n int) string {
	return strings.TrimSuffix(strconv.FormatFloat(float64(n)/100, 'f', 2, 64), "0")
}

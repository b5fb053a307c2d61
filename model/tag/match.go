package tag

import (
	"unicode"
	"unicode/utf8"

	"cstoread/model/fold"
)

// layer is one of the four ways in which a text is covered by phrases.
type layer uint8

const (
	layerPlaces layer = iota
	layerTopics
	layerInstruments
	layerContext
	layers
)

// in says whether an entry with these flags belongs to the layer.
func (l layer) in(flags uint32) bool {
	switch Kind(flags & 15) {
	case KindCountry, KindShadow:
		return l == layerPlaces
	case KindTopic, KindMute:
		return l == layerTopics
	case KindContext:
		return l == layerContext
	case KindAnchor:
		return l == layerInstruments
	case KindInstrument:
		return l == layerInstruments || l == layerPlaces && flags&flagConsumes != 0
	}
	return false
}

// reach is the longest phrase found so far in a layer: the trie's node and
// the number of its last word. Node 0 is none.
type reach struct {
	node uint32
	last int
}

// match follows the trie from every word and notes the longest phrase of each
// layer that begins there, unless the layer is covered up to a later word.
func (x *scan) match() {
	m := &x.t.image
	var covered [layers]int
	for i := range x.words {
		w := &x.words[i]
		known := w.known
		if known == 0 {
			continue
		}
		var best [layers]reach
		if id := known & wordMask; w.whole && id != 0 {
			if node := m.WordRoot[id]; node != 0 {
				x.walk(node, i, i, &best)
			}
		}
		for stem := known >> wordBits; stem != 0; stem = m.ShorterStem[stem] {
			if node := m.StemRoot[stem]; node != 0 {
				x.walk(node, i, i, &best)
			}
		}
		for l := range best {
			if best[l].node != 0 && i >= covered[l] {
				x.take(layer(l), i, best[l])
				covered[l] = best[l].last + 1
			}
		}
	}
}

// walk looks at the phrases that end at node, which the words first to last
// have led to, and goes on from there.
func (x *scan) walk(node uint32, first, last int, best *[layers]reach) {
	m := &x.t.image
	begin, end := m.Node[node], m.Node[node+1]&^nodeBranch
	for e := begin &^ nodeBranch; e < end; e++ {
		flags := m.Entries[e*EntrySize]
		if !x.meets(e, flags, first, last) {
			continue
		}
		for l := layerPlaces; l < layers; l++ {
			if l.in(flags) && (best[l].node == 0 || last > best[l].last) {
				best[l] = reach{node, last}
			}
		}
	}
	if begin&nodeBranch == 0 || last+1 == len(x.words) {
		return
	}
	next := &x.words[last+1]
	if next.sep == SepBreak || next.known == 0 {
		return
	}
	if id := next.known & wordMask; next.whole && id != 0 {
		if to := m.Edges.follow(node, id, false, next.sep); to != 0 {
			x.walk(to, first, last+1, best)
		}
	}
	for stem := next.known >> wordBits; stem != 0; stem = m.ShorterStem[stem] {
		if to := m.Edges.follow(node, stem, true, next.sep); to != 0 {
			x.walk(to, first, last+1, best)
		}
	}
}

// take notes the entries of a layer whose phrase was found.
func (x *scan) take(l layer, first int, at reach) {
	m := &x.t.image
	for e := m.Node[at.node] &^ nodeBranch; e < m.Node[at.node+1]&^nodeBranch; e++ {
		flags := m.Entries[e*EntrySize]
		if !l.in(flags) || !x.meets(e, flags, first, at.last) {
			continue
		}
		kind := Kind(flags & 15)
		if l == layerPlaces && kind == KindInstrument {
			kind = KindShadow
		}
		x.found = append(x.found, candidate{
			kind: kind, entry: e, subject: m.Entries[e*EntrySize+3],
			first: int32(first), last: int32(at.last),
			start: x.words[first].start, end: x.end(e, first, at.last),
		})
		if l != layerTopics {
			return
		}
	}
}

// end is where a phrase ends in the text: after its last word, and after the
// dot that belongs to an abbreviation with dots.
func (x *scan) end(entry uint32, first, last int) int32 {
	end := x.words[last].end
	if last > first && int(end) < len(x.text) && x.text[end] == '.' && x.words[last].sep == SepDot {
		if s := x.t.image.str(x.t.image.Entries[entry*EntrySize+5]); s[len(s)-1] == '.' {
			end++
		}
	}
	return end
}

// meets says whether the words first to last are written as the entry asks.
func (x *scan) meets(entry, flags uint32, first, last int) bool {
	switch Case(flags >> 4 & 15) {
	case CaseCapital:
		if !capital(x.text[x.words[first].start:]) {
			return false
		}
	case CaseExact:
		m := &x.t.image
		if !sameLetters(x.text[x.words[first].start:x.words[last].end], m.str(m.Entries[entry*EntrySize+5])) {
			return false
		}
	}
	if byte(flags>>8) == '-' {
		return x.hyphenAfter(last)
	}
	return true
}

// hyphenAfter says whether a word and the next are joined by a hyphen.
func (x *scan) hyphenAfter(i int) bool {
	if i+1 >= len(x.words) || x.words[i+1].sep != SepJoin {
		return false
	}
	r, _ := utf8.DecodeRuneInString(x.text[x.words[i].end:])
	return fold.Shape(r) == '-'
}

// capital says whether s begins with a capital letter or a digit.
func capital(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// sameLetters says whether two phrases have the same letters in the same
// case, whatever stands between them. Capitals throughout match too when the
// pattern has a small letter in it.
func sameLetters(s, pattern string) bool {
	upper, equal := true, true
	for {
		var a, b rune
		a, s = nextLetter(s)
		b, pattern = nextLetter(pattern)
		if a == 0 && b == 0 {
			return equal || upper
		}
		if a == 0 || b == 0 {
			return false
		}
		if a != b {
			equal = false
			if unicode.ToUpper(b) != a {
				return false
			}
		}
		if unicode.ToUpper(a) != a {
			upper = false
		}
	}
}

// nextLetter returns the first letter or digit of s and what follows it; 0
// when there is none.
func nextLetter(s string) (rune, string) {
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		s = s[n:]
		if wordRune(r) {
			return r, s
		}
	}
	return 0, ""
}

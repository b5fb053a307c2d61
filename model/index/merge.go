package index

import (
	"io"
	"slices"
)

// Merge writes one segment of several parts, without what is deleted in them.
// It changes none of them.
func Merge(w io.Writer, parts ...Part) (n int64, err error) {
	defer guard(&err)
	m := merging{numbers: make([][]uint32, len(parts))}
	for _, p := range parts {
		m.parts = append(m.parts, p.Segment)
	}
	m.order(parts)
	m.copyMentions()
	m.words = m.merged
	return m.write(w)
}

// merging is a segment being made of others.
type merging struct {
	content
	parts []*Segment
	kept  []found
	// numbers holds, for every paragraph of every part, its number in the new
	// segment, counted from 1; 0 is deleted.
	numbers [][]uint32
}

// order numbers the statements that are left, newest first.
func (m *merging) order(parts []Part) {
	g := gathering{Engine: &Engine{}}
	for i, p := range parts {
		g.views = append(g.views, &view{Segment: p.Segment})
		m.numbers[i] = make([]uint32, p.Paragraphs())
		for doc := range uint32(p.Statements()) {
			if p.Deleted == nil || !p.Deleted.Contains(doc) {
				m.kept = append(m.kept, found{view: i, doc: doc})
			}
		}
	}
	slices.SortFunc(m.kept, g.inLibrary)
	next, words := uint32(0), uint32(0)
	for _, f := range m.kept {
		s := m.parts[f.view]
		m.headers = append(m.headers, s.header(f.doc))
		m.starts = append(m.starts, next)
		for p := s.starts[f.doc]; p < s.starts[f.doc+1]; p++ {
			next++
			m.numbers[f.view][p] = next
			m.wordStarts = append(m.wordStarts, words)
			words += s.wordStarts[p+1] - s.wordStarts[p]
		}
	}
	m.starts = append(m.starts, next)
	m.wordStarts = append(m.wordStarts, words)
}

// copyMentions copies the mentions, under the new numbers of codes.
func (m *merging) copyMentions() {
	known := map[code]uint32{}
	number := make([][]uint32, len(m.parts))
	for i, s := range m.parts {
		number[i] = make([]uint32, len(s.codes))
		for j, c := range s.codes {
			n, ok := known[c]
			if !ok {
				n = uint32(len(m.names))
				known[c] = n
				m.names = append(m.names, c)
			}
			number[i][j] = n
		}
	}
	for _, f := range m.kept {
		s := m.parts[f.view]
		for p := s.starts[f.doc]; p < s.starts[f.doc+1]; p++ {
			m.mentionStarts = append(m.mentionStarts, uint32(len(m.mentions)))
			for _, x := range s.mentions[s.mentionStarts[p]:s.mentionStarts[p+1]] {
				m.mentions = append(m.mentions, number[f.view][x>>countBits]<<countBits|x&maxCount)
			}
		}
	}
	m.mentionStarts = append(m.mentionStarts, uint32(len(m.mentions)))
	m.sortCodes()
}

// merged yields the words of all parts in order, with what is left of them.
func (m *merging) merged(yield func(string, *list) bool) {
	at := make([]int, len(m.parts))
	docs := m.statementsOf()
	for {
		least, any := "", false
		for i, s := range m.parts {
			if at[i] < s.Vocabulary() {
				if w := s.word(at[i]); !any || string(w) < least {
					least, any = string(w), true
				}
			}
		}
		if !any {
			return
		}
		var entries []entry
		for i, s := range m.parts {
			if at[i] < s.Vocabulary() && string(s.word(at[i])) == least {
				entries = m.entries(entries, i, at[i])
				at[i]++
			}
		}
		if len(entries) > 0 && !yield(least, gather(entries, docs)) {
			return
		}
	}
}

// statementsOf gives the statement of every new paragraph.
func (m *merging) statementsOf() []uint32 {
	all := make([]uint32, 0, len(m.wordStarts))
	for doc := range len(m.starts) - 1 {
		for range m.starts[doc+1] - m.starts[doc] {
			all = append(all, uint32(doc))
		}
	}
	return all
}

// entry is the places of a word in one paragraph.
type entry struct {
	paragraph uint32
	places    []byte
}

// entries adds those of a part's word that are left.
func (m *merging) entries(dst []entry, part, word int) []entry {
	p := m.parts[part].posting(word)
	at := 0
	for _, old := range p.paragraphs() {
		end := skipEntry(p.places, at)
		if n := m.numbers[part][old]; n > 0 {
			dst = append(dst, entry{n - 1, p.places[at:end]})
		}
		at = end
	}
	return dst
}

// gather makes a word's list of its entries.
func gather(entries []entry, docs []uint32) *list {
	byParagraph := func(a, b entry) int { return int(a.paragraph) - int(b.paragraph) }
	if !slices.IsSortedFunc(entries, byParagraph) {
		slices.SortFunc(entries, byParagraph)
	}
	l := &list{}
	for _, e := range entries {
		l.paragraphs = append(l.paragraphs, e.paragraph)
		l.places = append(l.places, e.places...)
		if doc := docs[e.paragraph] + 1; doc != l.doc {
			l.doc = doc
			l.docs++
		}
	}
	return l
}

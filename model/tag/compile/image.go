package compile

import (
	"errors"
	"slices"
	"strings"

	"cstoread/model/tag"
)

// image lays everything out in its packed form. It depends on nothing but the
// tables' text, so that the same text gives the same bytes.
func (b *builder) image() (*tag.Image, error) {
	if b.words.wordCount >= 1<<20 || b.words.stemCount >= 1<<12 {
		return nil, errors.New("the tables hold more words or stems than the image can number")
	}
	m := &tag.Image{}
	for _, s := range b.subjects {
		m.Subjects = append(m.Subjects, uint32(s.kind), b.str(s.code), b.str(s.name),
			uint32(len(m.Attributes)/2), uint32(len(s.attributes)/2))
		m.Attributes = append(m.Attributes, s.attributes...)
	}
	b.words.pack(m)
	m.Classes = make([]uint32, b.words.wordCount+1)
	for w, bits := range b.classes {
		m.Classes[b.words.word(w)] = bits
	}
	names := make([]string, len(b.classBits))
	for name, bit := range b.classBits {
		names[bit] = name
	}
	for _, n := range names {
		m.ClassNames = append(m.ClassNames, b.str(n))
	}
	b.trie(m)
	at := 0
	for _, s := range b.texts {
		m.Offsets = append(m.Offsets, uint32(at))
		at += len(s)
	}
	m.Offsets = append(m.Offsets, uint32(at))
	m.Text = strings.Join(b.texts, "")
	return m, nil
}

// trie packs the phrases: first words into the two root tables, all others
// into the table of edges.
func (b *builder) trie(m *tag.Image) {
	t := b.phrases
	m.WordRoot = make([]uint32, b.words.wordCount+1)
	m.StemRoot = make([]uint32, b.words.stemCount+1)
	m.Edges = tag.NewEdges(len(t.edges))
	for k, to := range t.inOrder() {
		switch {
		case k.node != 0:
			m.Edges.Add(k.node, k.word, k.stem, k.sep, to)
		case k.stem:
			m.StemRoot[k.word] = to
		default:
			m.WordRoot[k.word] = to
		}
	}
	for n, entries := range t.entries {
		first := uint32(len(m.Entries) / tag.EntrySize)
		if t.branch[n] && n > 0 {
			first |= 1 << 31
		}
		m.Node = append(m.Node, first)
		for _, e := range entries {
			if e.Place && !slices.Contains(m.Regional, e.Subject) {
				m.Regional = append(m.Regional, e.Subject)
			}
			packed := tag.PackEntry(e, b.str(e.Key), b.str(e.Surface), b.str(e.File))
			m.Entries = append(m.Entries, packed[:]...)
		}
	}
	m.Node = append(m.Node, uint32(len(m.Entries)/tag.EntrySize))
}

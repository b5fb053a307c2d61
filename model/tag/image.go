package tag

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// Image is the compiled form of the tables. Package compile makes it, Open
// reads it; nobody else needs it.
type Image struct {
	// Base and Check are the automaton of folded words, a double array over
	// the letter codes of code(); state 1 is its root. Word[s] is the number
	// of the word that ends in state s, or 0, in the lower 20 bits; above
	// them is the number of the longest stem ("terroris*") on the way to s.
	Base, Check, Word []uint32
	// ShorterStem[p] is the next shorter stem that stem p begins with, or 0.
	ShorterStem []uint32
	// Classes[w] has a bit for each word class that word w belongs to.
	Classes []uint32
	// WordRoot and StemRoot give the trie's node after a phrase's first word.
	WordRoot, StemRoot []uint32
	// EdgeKey and EdgeTo are the trie's further edges, a hash table with open
	// addressing and a power of two of places. See edgeKey.
	EdgeKeyLow, EdgeKeyHigh, EdgeTo []uint32
	// Node[n] is the first entry of node n; its entries end where those of
	// node n+1 begin. The top bit says that further edges leave n.
	Node []uint32
	// Entries holds EntrySize numbers for each entry. See Entry.
	Entries []uint32
	// Subjects holds subjectSize numbers for each subject. See Subject.
	Subjects []uint32
	// Attributes are pairs of strings, key and value, of subjects.
	Attributes []uint32
	// ClassNames are the strings that name the bits of Classes, in order.
	ClassNames []uint32
	// Offsets cut Text into the numbered strings.
	Offsets []uint32
	Text    string

	// cells are Base and Check side by side, Check in the upper half, so that
	// a step of the automaton is one read. decode makes them.
	cells []uint64
}

const (
	magic = "cstotab1"
	// EntrySize is how many numbers an image keeps of an entry.
	EntrySize   = 7
	subjectSize = 5
	wordBits    = 20
	wordMask    = 1<<wordBits - 1
	nodeBranch  = 1 << 31
)

// sections lists the numeric parts in the order in which they are stored.
func (m *Image) sections() []*[]uint32 {
	return []*[]uint32{
		&m.Base, &m.Check, &m.Word, &m.ShorterStem, &m.Classes,
		&m.WordRoot, &m.StemRoot, &m.EdgeKeyLow, &m.EdgeKeyHigh, &m.EdgeTo,
		&m.Node, &m.Entries, &m.Subjects, &m.Attributes, &m.ClassNames, &m.Offsets,
	}
}

// Encode gives the image as bytes, ending in a checksum.
func (m *Image) Encode() []byte {
	out := []byte(magic)
	for _, s := range m.sections() {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(*s)))
		for _, v := range *s {
			out = binary.LittleEndian.AppendUint32(out, v)
		}
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(m.Text)))
	out = append(out, m.Text...)
	return binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(out))
}

var errImage = errors.New("the compiled tables are damaged: run go generate ./data and build again")

// decode reads what Encode wrote. The checksum stands for all further checks.
func (m *Image) decode(b []byte) error {
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic {
		return fmt.Errorf("%w (not a table image)", errImage)
	}
	body := b[:len(b)-4]
	if binary.LittleEndian.Uint32(b[len(body):]) != crc32.ChecksumIEEE(body) {
		return fmt.Errorf("%w (checksum)", errImage)
	}
	b = body[len(magic):]
	total := 0
	for at, i := 0, 0; i < len(m.sections()) && at+4 <= len(b); i++ {
		n := int(binary.LittleEndian.Uint32(b[at:]))
		total += n
		at += 4 + 4*n
	}
	if 4*total > len(b) {
		return fmt.Errorf("%w (length)", errImage)
	}
	all := make([]uint32, total)
	for _, s := range m.sections() {
		n := int(binary.LittleEndian.Uint32(b))
		b = b[4:]
		*s, all = all[:n:n], all[n:]
		for i := range *s {
			(*s)[i] = binary.LittleEndian.Uint32(b[4*i : 4*i+4])
		}
		b = b[4*n:]
	}
	n := int(binary.LittleEndian.Uint32(b))
	if n != len(b)-4 {
		return fmt.Errorf("%w (text)", errImage)
	}
	m.Text = string(b[4:])
	m.cells = make([]uint64, len(m.Base))
	for i := range m.cells {
		m.cells[i] = uint64(m.Check[i])<<32 | uint64(m.Base[i])
	}
	return nil
}

// str returns string i.
func (m *Image) str(i uint32) string { return m.Text[m.Offsets[i]:m.Offsets[i+1]] }

// edgeKey names the edge that leaves node by a word, or by a stem when stem is
// true, after a separator.
func edgeKey(node, word uint32, stem bool, sep Sep) uint64 {
	k := uint64(node)<<32 | uint64(word)<<4 | uint64(sep)<<1
	if stem {
		k |= 1
	}
	return k
}

// edgeHash spreads keys over a table of mask+1 places.
func edgeHash(key uint64, mask uint32) uint32 {
	key *= 0x9E3779B97F4A7C15
	return uint32(key>>40) & mask
}

// edge follows one edge of the trie; 0 is no node.
func (m *Image) edge(node, word uint32, stem bool, sep Sep) uint32 {
	key := edgeKey(node, word, stem, sep)
	mask := uint32(len(m.EdgeTo) - 1)
	for at := edgeHash(key, mask); ; at = (at + 1) & mask {
		to := m.EdgeTo[at]
		if to == 0 {
			return 0
		}
		if uint64(m.EdgeKeyHigh[at])<<32|uint64(m.EdgeKeyLow[at]) == key {
			return to
		}
	}
}

// Edges is the table of edges while it is filled.
type Edges struct{ KeyLow, KeyHigh, To []uint32 }

// NewEdges makes room for n edges, at most half full.
func NewEdges(n int) *Edges {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return &Edges{make([]uint32, size), make([]uint32, size), make([]uint32, size)}
}

// Add puts in an edge that is not there yet.
func (t *Edges) Add(node, word uint32, stem bool, sep Sep, to uint32) {
	key := edgeKey(node, word, stem, sep)
	mask := uint32(len(t.To) - 1)
	at := edgeHash(key, mask)
	for t.To[at] != 0 {
		at = (at + 1) & mask
	}
	t.KeyLow[at], t.KeyHigh[at], t.To[at] = uint32(key), uint32(key>>32), to
}

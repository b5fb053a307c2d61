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
	// Cells are the automaton of folded words, a double array over the letter
	// codes of LetterCode; state 1 is its root. The state of letter c after
	// state s is the lower half of Cells[s] plus c, and is one only if the
	// upper half of its own cell is s.
	Cells []uint64
	// Word[s] is the number of the word that ends in state s, or 0, in the
	// lower 20 bits; above them is the number of the longest stem
	// ("terroris*") on the way to s.
	Word []uint32
	// ShorterStem[p] is the next shorter stem that stem p begins with, or 0.
	ShorterStem []uint32
	// Classes[w] has a bit for each word class that word w belongs to.
	Classes []uint32
	// WordRoot and StemRoot give the trie's node after a phrase's first word.
	WordRoot, StemRoot []uint32
	// Edges are the trie's further edges. See Edges.
	Edges Edges
	// Node[n] is the first entry of node n; its entries end where those of
	// node n+1 begin. The top bit says that further edges leave n.
	Node []uint32
	// Entries holds EntrySize numbers for each entry. See Entry.
	Entries []uint32
	// Regional are the subjects of topics that have places among their cues.
	Regional []uint32
	// Subjects holds subjectSize numbers for each subject. See Subject.
	Subjects []uint32
	// Attributes are pairs of strings, key and value, of subjects.
	Attributes []uint32
	// ClassNames are the strings that name the bits of Classes, in order.
	ClassNames []uint32
	// Offsets cut Text into the numbered strings.
	Offsets []uint32
	Text    string
}

const (
	magic = "cstotab2"
	// EntrySize is how many numbers an image keeps of an entry.
	EntrySize   = 7
	subjectSize = 5
	wordBits    = 20
	wordMask    = 1<<wordBits - 1
	nodeBranch  = 1 << 31
)

// sections lists the parts made of 32-bit numbers, in the order in which they
// are stored.
func (m *Image) sections() []*[]uint32 {
	return []*[]uint32{
		&m.Word, &m.ShorterStem, &m.Classes, &m.WordRoot, &m.StemRoot, (*[]uint32)(&m.Edges),
		&m.Node, &m.Entries, &m.Regional, &m.Subjects, &m.Attributes, &m.ClassNames, &m.Offsets,
	}
}

// sizes is where the numbers of elements stand: of the cells, of each section,
// of the text. What follows them begins at a multiple of eight bytes.
func (m *Image) sizes() (at, end int) {
	at = len(magic)
	end = at + 4*(len(m.sections())+2)
	return at, (end + 7) &^ 7
}

// Encode gives the image as bytes, ending in a checksum.
func (m *Image) Encode() []byte {
	le := binary.LittleEndian
	out := le.AppendUint32([]byte(magic), uint32(len(m.Cells)))
	for _, s := range m.sections() {
		out = le.AppendUint32(out, uint32(len(*s)))
	}
	out = le.AppendUint32(out, uint32(len(m.Text)))
	_, end := m.sizes()
	out = append(out, make([]byte, end-len(out))...)
	for _, c := range m.Cells {
		out = le.AppendUint64(out, c)
	}
	for _, s := range m.sections() {
		for _, v := range *s {
			out = le.AppendUint32(out, v)
		}
	}
	out = append(out, m.Text...)
	return le.AppendUint32(out, crc32.ChecksumIEEE(out))
}

var errImage = errors.New("the compiled tables are damaged: run go generate ./data and build again")

// check compares the checksum, which stands for all further checks.
func check(b []byte) error {
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic {
		return fmt.Errorf("%w (not a table image)", errImage)
	}
	body := b[:len(b)-4]
	if binary.LittleEndian.Uint32(b[len(body):]) != crc32.ChecksumIEEE(body) {
		return fmt.Errorf("%w (checksum)", errImage)
	}
	return nil
}

// decode reads what Encode wrote, and lets the numbers lie where they are.
func (m *Image) decode(b []byte) error {
	at, end := m.sizes()
	if len(b) < end || string(b[:at]) != magic {
		return fmt.Errorf("%w (not a table image)", errImage)
	}
	size := func() int {
		at += 4
		return int(binary.LittleEndian.Uint32(b[at-4:]))
	}
	rest := b[end:]
	take := func(n int) (part []byte) {
		if n < 0 || n > len(rest) {
			rest = nil
			return nil
		}
		part, rest = rest[:n:n], rest[n:]
		return part
	}
	m.Cells = numbers[uint64](take(8 * size()))
	for _, s := range m.sections() {
		*s = numbers[uint32](take(4 * size()))
	}
	m.Text = text(take(size()))
	if len(rest) != 4 {
		return fmt.Errorf("%w (length)", errImage)
	}
	return nil
}

// str returns string i.
func (m *Image) str(i uint32) string { return m.Text[m.Offsets[i]:m.Offsets[i+1]] }

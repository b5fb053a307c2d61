package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"unsafe"
)

// ErrForeign says that bytes are not a segment, or one of another version.
var ErrForeign = errors.New("not an index of this version")

// ErrDamaged says that bytes are a segment that has been cut short or changed.
var ErrDamaged = errors.New("damaged index")

// head begins every segment. Its last two bytes are the version, which
// changes whenever the format or the folding of words does.
const head = "cstoread index\x00\x01"

// tail ends every segment, after the number of sections.
const tail = "cstoread"

// section numbers the parts of a segment.
type section int

const (
	sectionStarts        section = iota // []uint32: first paragraph of each statement, and the end
	sectionWordStarts                   // []uint32: words before each paragraph, and all
	sectionTitleRanks                   // []uint32: place of each statement by folded title
	sectionColumns                      // []uint32: column after column of value numbers
	sectionValues                       // the values of the columns
	sectionHeaderStarts                 // []uint32 into headers
	sectionHeaders                      // the rest of each header
	sectionIDs                          // []uint32: statements by ID
	sectionMentionStarts                // []uint32 into mentions, by paragraph
	sectionMentions                     // []uint32: code<<countBits | how often
	sectionWordEnds                     // []uint32: where each word ends in words
	sectionWords                        // a line break before and after each word
	sectionPostingEnds                  // []uint32: where each word's record ends in postings
	sectionPostings                     // what is known of each word
	sectionCodes                        // the codes of mentions, and their sets
	sectionPrefixes                     // short beginnings of words, and their sets
	sectionSets                         // those sets: Roaring bitmaps at multiples of eight
	sections                            // how many there are
)

// maxSection is what 32 bits can point into.
const maxSection = 1<<32 - 1

// writer writes sections one after the other.
type writer struct {
	w    io.Writer
	sum  uint32
	at   uint64
	from [sections]uint64
	size [sections]uint64
	err  error
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func newWriter(w io.Writer) *writer {
	x := &writer{w: w}
	x.write([]byte(head))
	return x
}

func (x *writer) write(b []byte) {
	if x.err != nil {
		return
	}
	x.sum = crc32.Update(x.sum, castagnoli, b)
	x.at += uint64(len(b))
	_, x.err = x.w.Write(b)
}

// begin starts a section at a multiple of eight.
func (x *writer) begin(s section) {
	x.write(make([]byte, -x.at&7))
	x.from[s] = x.at
}

func (x *writer) end(s section) {
	if x.size[s] = x.at - x.from[s]; x.size[s] > maxSection && x.err == nil {
		x.err = fmt.Errorf("a segment of %d bytes is too large; make it of fewer statements", x.size[s])
	}
}

func (x *writer) section(s section, b []byte) {
	x.begin(s)
	x.write(b)
	x.end(s)
}

func (x *writer) numbers(s section, values []uint32) {
	b := make([]byte, 0, 1<<16)
	x.begin(s)
	for len(values) > 0 {
		n := min(len(values), 1<<14)
		b = b[:0]
		for _, v := range values[:n] {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
		x.write(b)
		values = values[n:]
	}
	x.end(s)
}

// close writes the table of sections and the tail.
func (x *writer) close() error {
	var b []byte
	for s := range sections {
		b = binary.LittleEndian.AppendUint64(b, x.from[s])
		b = binary.LittleEndian.AppendUint64(b, x.size[s])
	}
	x.write(b)
	b = binary.LittleEndian.AppendUint32(b[:0], x.sum)
	x.write(append(b, tail...))
	return x.err
}

// cut finds the sections of a segment after checking all of it.
func cut(b []byte) (parts [sections][]byte, err error) {
	const end = int(sections)*16 + 4 + len(tail)
	if len(b) < len(head) || string(b[:len(head)]) != head {
		return parts, ErrForeign
	}
	if len(b) < len(head)+end || string(b[len(b)-len(tail):]) != tail {
		return parts, fmt.Errorf("%w: it has been cut short", ErrDamaged)
	}
	table := b[len(b)-end:]
	body := b[:len(b)-len(tail)-4]
	if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(b[len(body):]) {
		return parts, fmt.Errorf("%w: its checksum is wrong", ErrDamaged)
	}
	for s := range sections {
		from := binary.LittleEndian.Uint64(table[s*16:])
		size := binary.LittleEndian.Uint64(table[s*16+8:])
		if limit := uint64(len(b) - end); from > limit || size > limit-from || from%8 != 0 {
			return parts, fmt.Errorf("%w: section %d is outside of it", ErrDamaged, s)
		}
		parts[s] = b[from : from+size : from+size]
	}
	return parts, nil
}

// numbersOf reads a section of numbers, in place where the machine stores
// numbers as the file does.
func numbersOf(b []byte) []uint32 {
	n := len(b) / 4
	if n == 0 {
		return nil
	}
	one := [4]byte{1}
	if binary.NativeEndian.Uint32(one[:]) == 1 && uintptr(unsafe.Pointer(&b[0]))%4 == 0 {
		return unsafe.Slice((*uint32)(unsafe.Pointer(&b[0])), n)
	}
	values := make([]uint32, n)
	for i := range values {
		values[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return values
}

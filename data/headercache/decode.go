package headercache

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"unsafe"

	"cstoread/model"
)

// smallest is the fewest bytes that an entry takes.
const smallest = 20

// Decode reads a table. All its texts are parts of data, which must not be
// changed afterwards.
func Decode(data []byte, folder string) (*Table, error) {
	if len(data) < len(head)+4 || string(data[:len(head)]) != head {
		return nil, ErrForeign
	}
	body := data[:len(data)-4]
	if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(data[len(body):]) {
		return nil, fmt.Errorf("%w: its sum is wrong", ErrDamaged)
	}
	d := decoder{s: unsafe.String(&body[0], len(body)), at: len(head)}
	if d.text() != folder {
		return nil, ErrForeign
	}
	t := &Table{Begun: d.number()}
	n := d.count()
	t.Headers, t.Files = make([]model.Header, n), make([]File, n)
	for i := range n {
		d.entry(&t.Files[i], &t.Headers[i])
	}
	t.Left = make([]Left, d.count())
	for i := range t.Left {
		d.entry(&t.Left[i].File, &t.Left[i].Header)
		t.Left[i].Problem = d.text()
	}
	if d.bad || d.at != len(d.s) {
		return nil, fmt.Errorf("%w: it does not end where it should", ErrDamaged)
	}
	return t, nil
}

// decoder reads on from a place. Once anything is bad, all it gives is empty.
type decoder struct {
	s   string
	at  int
	bad bool
}

func (d *decoder) uvarint() uint64 {
	var n uint64
	for shift := 0; shift < 64 && d.at < len(d.s); shift += 7 {
		c := d.s[d.at]
		d.at++
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	d.bad = true
	return 0
}

func (d *decoder) number() int64 {
	n := d.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

// count reads how many entries follow, and never more than can.
func (d *decoder) count() int {
	n := d.uvarint()
	if n > uint64(len(d.s)-d.at)/smallest {
		d.bad = true
		return 0
	}
	return int(n)
}

func (d *decoder) text() string {
	n := d.uvarint()
	if n > uint64(len(d.s)-d.at) {
		d.bad = true
		return ""
	}
	s := d.s[d.at : d.at+int(n)]
	d.at += int(n)
	return s
}

func (d *decoder) byte() byte {
	if d.at >= len(d.s) {
		d.bad = true
		return 0
	}
	d.at++
	return d.s[d.at-1]
}

func (d *decoder) entry(f *File, h *model.Header) {
	flags := d.byte()
	h.Embedded = flags&flagEmbedded != 0
	f.Source = d.byte()
	f.Name = d.text()
	f.Size, f.Changed = d.number(), d.number()
	switch {
	case flags&flagNamed == 0:
		h.ID = d.text()
	case len(f.Name) < len(extension):
		d.bad = true
	default:
		h.ID = f.Name[:len(f.Name)-len(extension)]
	}
	h.Title, h.Place, h.Issuer = d.text(), d.text(), d.text()
	h.Kind = model.Kind(d.text())
	h.Language, h.Source = d.text(), d.text()
	h.Doubtful, h.VariantOf, h.TranslationOf, h.Notes = d.text(), d.text(), d.text(), d.text()
	h.Date, h.Retrieved, h.Added, h.Published = d.date(), d.date(), d.date(), d.date()
	h.Paragraphs = int(d.uvarint())
}

func (d *decoder) date() model.Date {
	day, end := d.uvarint(), d.uvarint()
	return model.Date{
		Year: int(day >> 9), Month: int(day >> 5 & 15), Day: int(day & 31),
		EndMonth: int(end >> 5 & 15), EndDay: int(end & 31),
	}
}

package headercache

import (
	"encoding/binary"
	"hash/crc32"
	"io"

	"cstoread/model"
)

// head begins every cache. Its last two bytes are the version, which changes
// with the format and with what is read from a statement's file.
const head = "cstoread headers\x00\x01"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// flushAt is how many bytes are gathered before they are written.
const flushAt = 1 << 18

// Encode writes a table.
func Encode(w io.Writer, folder string, t *Table) error {
	e := encoder{w: w, b: make([]byte, 0, flushAt+1<<12)}
	e.b = append(e.b, head...)
	e.text(folder)
	e.b = binary.AppendVarint(e.b, t.Begun)
	e.b = binary.AppendUvarint(e.b, uint64(len(t.Headers)))
	for i := range t.Headers {
		e.entry(t.Files[i], &t.Headers[i])
	}
	e.b = binary.AppendUvarint(e.b, uint64(len(t.Left)))
	for i := range t.Left {
		e.entry(t.Left[i].File, &t.Left[i].Header)
		e.text(t.Left[i].Problem)
	}
	e.flush()
	e.b = binary.LittleEndian.AppendUint32(e.b, e.sum)
	e.flush()
	return e.err
}

type encoder struct {
	w   io.Writer
	b   []byte
	sum uint32
	err error
}

func (e *encoder) flush() {
	if e.err == nil {
		e.sum = crc32.Update(e.sum, castagnoli, e.b)
		_, e.err = e.w.Write(e.b)
	}
	e.b = e.b[:0]
}

func (e *encoder) text(s string) {
	e.b = binary.AppendUvarint(e.b, uint64(len(s)))
	e.b = append(e.b, s...)
}

// The flags of an entry.
const (
	flagEmbedded = 1 << iota
	// flagNamed says that the file's name is the ID with the extension, and
	// that only the name is written.
	flagNamed
)

// extension ends the names of the files that are named after their ID.
const extension = ".md"

func (e *encoder) entry(f File, h *model.Header) {
	flags := byte(0)
	if h.Embedded {
		flags |= flagEmbedded
	}
	if f.Name == h.ID+extension {
		flags |= flagNamed
	}
	e.b = append(e.b, flags, f.Source)
	e.text(f.Name)
	e.b = binary.AppendVarint(e.b, f.Size)
	e.b = binary.AppendVarint(e.b, f.Changed)
	if flags&flagNamed == 0 {
		e.text(h.ID)
	}
	for _, s := range [...]string{
		h.Title, h.Place, h.Issuer, string(h.Kind), h.Language, h.Source,
		h.Doubtful, h.VariantOf, h.TranslationOf, h.Notes,
	} {
		e.text(s)
	}
	for _, d := range [...]model.Date{h.Date, h.Retrieved, h.Added, h.Published} {
		e.date(d)
	}
	e.b = binary.AppendUvarint(e.b, uint64(h.Paragraphs))
	if len(e.b) >= flushAt {
		e.flush()
	}
}

// date writes a date as two numbers, the second of them 0 for a single day.
func (e *encoder) date(d model.Date) {
	e.b = binary.AppendUvarint(e.b, uint64(d.Year)<<9|uint64(d.Month)<<5|uint64(d.Day))
	e.b = binary.AppendUvarint(e.b, uint64(d.EndMonth)<<5|uint64(d.EndDay))
}

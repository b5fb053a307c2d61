package index

import (
	"encoding/binary"

	"github.com/RoaringBitmap/roaring/v2"
)

// fewParagraphs is up to how many paragraphs a word's are written one by one;
// more are written as a Roaring bitmap, beside which every skipEvery-th entry
// of the places can be found at once.
const (
	fewParagraphs = 24
	skipEvery     = 64
)

// append writes what is known of a word. at is where in the section the record
// begins.
//
//	paragraphs, statements             varints
//	champions                          see appendChampions
//	few:   the paragraphs              varints, each less the one before
//	many:  size of the bitmap          varint
//	       zeros up to a multiple of eight, the bitmap
//	       places of entries 64, 128 … four bytes each
//	places of each paragraph           varints, see list.add
func (l *list) append(b []byte, at uint64, best []champion) []byte {
	b = binary.AppendUvarint(b, uint64(len(l.paragraphs)))
	b = binary.AppendUvarint(b, uint64(l.docs))
	b = appendChampions(b, best)
	if len(l.paragraphs) <= fewParagraphs {
		last := uint32(0)
		for _, p := range l.paragraphs {
			b = appendNumber(b, p-last)
			last = p
		}
		return append(b, l.places...)
	}
	set := roaring.New()
	set.AddMany(l.paragraphs)
	bytes, _ := set.ToBytes()
	b = binary.AppendUvarint(b, uint64(len(bytes)))
	b = append(b, make([]byte, -(at+uint64(len(b)))&7)...)
	b = append(b, bytes...)
	next := 0
	for n := range len(l.paragraphs) {
		if n > 0 && n%skipEvery == 0 {
			b = binary.LittleEndian.AppendUint32(b, uint32(next))
		}
		next = skipEntry(l.places, next)
	}
	return append(b, l.places...)
}

// skipEntry gives the end of the entry that begins at a place.
func skipEntry(places []byte, at int) int {
	for {
		for places[at] >= 0x80 {
			at++
		}
		at++
		if at >= len(places) || places[at]&1 == 0 {
			return at
		}
	}
}

// posting is what is known of a word, opened.
type posting struct {
	card, docs uint32
	few        []uint32
	set        *roaring.Bitmap // nil when few
	skips      []byte
	places     []byte
}

// posting opens the record of a word.
func (s *Segment) posting(word int) posting {
	p, _ := s.postingWith(word, false)
	return p
}

// postingWith opens it with the champions, if they are wanted and there.
func (s *Segment) postingWith(word int, wanted bool) (posting, []champion) {
	from := uint32(0)
	if word > 0 {
		from = s.postingEnds[word-1]
	}
	b := s.postings[from:s.postingEnds[word]]
	card, n := binary.Uvarint(b)
	at := n
	docs, n := binary.Uvarint(b[at:])
	best, at := cutChampions(b, at+n, wanted)
	p := posting{card: uint32(card), docs: uint32(docs)}
	if p.card <= fewParagraphs {
		last := uint64(0)
		p.few = make([]uint32, p.card)
		for i := range p.few {
			v, n := binary.Uvarint(b[at:])
			at += n
			last += v
			p.few[i] = uint32(last)
		}
		p.places = b[at:]
		return p, best
	}
	size, n := binary.Uvarint(b[at:])
	at += n
	at += int(-(uint64(from) + uint64(at)) & 7)
	p.set = mapped(b[at : at+int(size)])
	at += int(size)
	skips := int(p.card-1) / skipEvery * 4
	p.skips = b[at : at+skips]
	p.places = b[at+skips:]
	return p, best
}

// head reads how many paragraphs and statements have a word.
func (s *Segment) head(word int) (card, docs uint32) {
	from := uint32(0)
	if word > 0 {
		from = s.postingEnds[word-1]
	}
	b := s.postings[from:s.postingEnds[word]]
	c, n := binary.Uvarint(b)
	d, _ := binary.Uvarint(b[n:])
	return uint32(c), uint32(d)
}

// bitmap is the set of the word's paragraphs.
func (p *posting) bitmap() *roaring.Bitmap {
	if p.set == nil {
		return roaring.BitmapOf(p.few...)
	}
	return p.set
}

// paragraphs lists them.
func (p *posting) paragraphs() []uint32 {
	if p.set == nil {
		return p.few
	}
	return p.set.ToArray()
}

// mapped is a set that stays where it is. It is never changed: bitmaps read
// from a buffer copy a part before they write to it.
func mapped(b []byte) *roaring.Bitmap {
	set := roaring.New()
	if _, err := set.FromBuffer(b); err != nil {
		return roaring.New()
	}
	return set
}

package index

import (
	"math/bits"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// dense is a set of small numbers, one bit each.
type dense []uint64

func newDense(n int) dense { return make(dense, (n+63)/64) }

func (d dense) add(i uint32) { d[i/64] |= 1 << (i % 64) }

// addRange adds the numbers from a up to, but without, b.
func (d dense) addRange(a, b uint32) {
	if a >= b {
		return
	}
	first, last := a/64, (b-1)/64
	head, foot := ^uint64(0)<<(a%64), ^uint64(0)>>(63-(b-1)%64)
	if first == last {
		d[first] |= head & foot
		return
	}
	d[first] |= head
	for i := first + 1; i < last; i++ {
		d[i] = ^uint64(0)
	}
	d[last] |= foot
}

// hasRange says whether one of the numbers from a up to, but without, b is in
// the set.
func (d dense) hasRange(a, b uint32) bool {
	if a >= b {
		return false
	}
	first, last := a/64, (b-1)/64
	head, foot := ^uint64(0)<<(a%64), ^uint64(0)>>(63-(b-1)%64)
	if first == last {
		return d[first]&head&foot != 0
	}
	if d[first]&head != 0 || d[last]&foot != 0 {
		return true
	}
	for i := first + 1; i < last; i++ {
		if d[i] != 0 {
			return true
		}
	}
	return false
}

func (d dense) count() int {
	n := 0
	for _, w := range d {
		n += bits.OnesCount64(w)
	}
	return n
}

// each calls f for every number, in order, until it returns false.
func (d dense) each(f func(i uint32) bool) {
	for i, w := range d {
		for ; w != 0; w &= w - 1 {
			if !f(uint32(i*64 + bits.TrailingZeros64(w))) {
				return
			}
		}
	}
}

func (d dense) and(o dense) {
	for i := range d {
		d[i] &= o[i]
	}
}

func (d dense) or(o dense) {
	for i := range d {
		d[i] |= o[i]
	}
}

// complement keeps the numbers below n that are not in d.
func (d dense) complement(n int) {
	for i := range d {
		d[i] = ^d[i]
	}
	if n%64 != 0 {
		d[len(d)-1] &= 1<<(n%64) - 1
	}
}

// all is the set of all paragraphs.
func (s *Segment) all() *roaring.Bitmap {
	set := roaring.New()
	set.AddRange(0, uint64(s.Paragraphs()))
	return set
}

// spread is how many paragraphs there must be to a member of a set for it to
// be better listed than held as bits.
const spread = 32

// statements are those that have a paragraph of a set.
func (s *Segment) statements(set *roaring.Bitmap) dense {
	docs := newDense(s.Statements())
	n := set.GetCardinality()
	switch {
	case n == uint64(s.Paragraphs()):
		docs.addRange(0, uint32(s.Statements()))
	case n*spread > uint64(s.Paragraphs()):
		bits := s.bits(set)
		for doc := range uint32(s.Statements()) {
			if bits.hasRange(s.starts[doc], s.starts[doc+1]) {
				docs.add(doc)
			}
		}
	default:
		doc := uint32(0)
		eachOf(set, func(p uint32) {
			doc = s.statement(p, doc)
			docs.add(doc)
		})
	}
	return docs
}

// bits is a set of paragraphs as bits.
func (s *Segment) bits(set *roaring.Bitmap) dense {
	d := newDense(s.Paragraphs())
	set.WriteDenseTo(d)
	return d
}

// eachOf calls f for every member, in order.
func eachOf(set *roaring.Bitmap, f func(p uint32)) {
	var buffer [512]uint32
	it := set.ManyIterator()
	for n := it.NextMany(buffer[:]); n > 0; n = it.NextMany(buffer[:]) {
		for _, p := range buffer[:n] {
			f(p)
		}
	}
}

// paragraphs are all of some statements.
func (s *Segment) paragraphs(docs dense) *roaring.Bitmap {
	bits := newDense(s.Paragraphs())
	docs.each(func(doc uint32) bool {
		bits.addRange(s.starts[doc], s.starts[doc+1])
		return true
	})
	return roaring.FromDense(bits, false)
}

// union is the set of paragraphs that have one of some words.
func (s *Segment) union(words []int) *roaring.Bitmap {
	if len(words) == 1 {
		p := s.posting(words[0])
		return p.bitmap()
	}
	total := 0
	for _, w := range words {
		card, _ := s.head(w)
		total += int(card)
	}
	if total*spread < s.Paragraphs() {
		list := make([]uint32, 0, total)
		for _, w := range words {
			p := s.posting(w)
			list = append(list, p.paragraphs()...)
		}
		slices.Sort(list)
		return roaring.BitmapOf(slices.Compact(list)...)
	}
	bits := newDense(s.Paragraphs())
	for _, w := range words {
		p := s.posting(w)
		if p.set != nil {
			eachOf(p.set, bits.add)
			continue
		}
		for _, n := range p.few {
			bits.add(n)
		}
	}
	return roaring.FromDense(bits, false)
}

// kept remembers sets that took time to make, up to a part of the segment's
// size.
type kept struct {
	mu   sync.Mutex
	sets map[string]*roaring.Bitmap
	size uint64
}

// keep gives the set of a key, made once.
func (s *Segment) keep(key string, make func() *roaring.Bitmap) *roaring.Bitmap {
	s.kept.mu.Lock()
	set := s.kept.sets[key]
	s.kept.mu.Unlock()
	if set != nil {
		return set
	}
	set = make()
	size := set.GetSizeInBytes() + uint64(len(key)) + 64
	limit := uint64(1<<20 + len(s.postings)/16)
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	if size > limit/4 {
		return set
	}
	if s.kept.size+size > limit || s.kept.sets == nil {
		s.kept.sets, s.kept.size = map[string]*roaring.Bitmap{}, 0
	}
	s.kept.sets[key] = set
	s.kept.size += size
	return set
}

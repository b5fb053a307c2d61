package index

import (
	"encoding/binary"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model/query"
)

// A spot is a place of a word or a phrase: its paragraph in the upper half,
// and how many words stand before it there in the lower.
type spot = uint64

// chunk is how many paragraphs are looked at in one go.
const chunk = 2048

// finder finds the spots of a word or a phrase in chunks of paragraphs, which
// must come in order.
type finder struct {
	s        *Segment
	elements [][]*cursor // nil where any word will do
	buffers  [2][]spot
}

// finder makes one. candidates is about how many paragraphs will come.
func (s *Segment) finder(sequence []query.Element, stem func(string) string, candidates uint64) *finder {
	f := &finder{s: s}
	for _, e := range sequence {
		if e.Any() {
			f.elements = append(f.elements, nil)
			continue
		}
		cursors := []*cursor{}
		for _, word := range s.like(e, stem) {
			cursors = append(cursors, newCursor(s.posting(word), candidates))
		}
		f.elements = append(f.elements, cursors)
	}
	return f
}

// find gives the spots at which the sequence begins, in order; they are good
// until the next call.
func (f *finder) find(paragraphs []uint32) []spot {
	all, found := f.buffers[0][:0], false
	for k, cursors := range f.elements {
		if cursors == nil {
			continue
		}
		list := f.buffers[1][:0]
		for _, c := range cursors {
			list = c.append(list, paragraphs)
		}
		if len(cursors) > 1 {
			slices.Sort(list)
		}
		f.buffers[1] = list
		if !found {
			found = true
			for _, x := range list {
				if uint32(x) >= uint32(k) {
					all = append(all, x-spot(k))
				}
			}
			continue
		}
		all = meet(all, list, spot(k))
	}
	if !found {
		for _, p := range paragraphs {
			for n := range f.s.wordStarts[p+1] - f.s.wordStarts[p] {
				all = append(all, spot(p)<<32|spot(n))
			}
		}
	}
	f.buffers[0] = all
	if f.elements[len(f.elements)-1] == nil {
		// The sequence ends with any words: there must be that many.
		all = slices.DeleteFunc(all, func(x spot) bool {
			p := uint32(x >> 32)
			return uint32(x)+uint32(len(f.elements)) > f.s.wordStarts[p+1]-f.s.wordStarts[p]
		})
	}
	return all
}

// meet keeps the spots that have one of others k words further on.
func meet(spots, others []spot, k spot) []spot {
	kept := spots[:0]
	i := 0
	for _, x := range spots {
		for i < len(others) && others[i] < x+k {
			i++
		}
		if i == len(others) {
			break
		}
		if others[i] == x+k {
			kept = append(kept, x)
		}
	}
	return kept
}

// cursor walks through the places of one word.
type cursor struct {
	p    posting
	at   int // in places
	next int // of few, or of the paragraphs passed
	many roaring.ManyIntIterable
	buf  []uint32
	jump bool
}

func newCursor(p posting, candidates uint64) *cursor {
	c := &cursor{p: p}
	if p.set == nil {
		c.buf = p.few
		return c
	}
	// To find an entry takes as long as passing over some dozens.
	if c.jump = uint64(p.card) > 48*candidates; !c.jump {
		c.many = p.set.ManyIterator()
		c.buf = make([]uint32, 0, 512)
	}
	return c
}

// append adds the spots of the word in some paragraphs.
func (c *cursor) append(dst []spot, paragraphs []uint32) []spot {
	if c.jump {
		for _, p := range paragraphs {
			if c.p.set.Contains(p) {
				dst, _ = c.entry(dst, p, c.find(p))
			}
		}
		return dst
	}
	for _, p := range paragraphs {
		for {
			if c.next == len(c.buf) && !c.more() {
				return dst
			}
			if c.buf[c.next] >= p {
				break
			}
			c.at = skipEntry(c.p.places, c.at)
			c.next++
		}
		if c.buf[c.next] == p {
			dst, c.at = c.entry(dst, p, c.at)
			c.next++
		}
	}
	return dst
}

// more lists the next paragraphs of the word.
func (c *cursor) more() bool {
	if c.many == nil {
		return false
	}
	n := c.many.NextMany(c.buf[:cap(c.buf)])
	c.buf, c.next = c.buf[:n], 0
	return n > 0
}

// find is where the entry of a paragraph begins.
func (c *cursor) find(paragraph uint32) int {
	n := int(c.p.set.Rank(paragraph)) - 1
	at := 0
	if block := n / skipEvery; block > 0 {
		at = int(binary.LittleEndian.Uint32(c.p.skips[4*(block-1):]))
	}
	for range n % skipEvery {
		at = skipEntry(c.p.places, at)
	}
	return at
}

// entry adds the spots of the entry at a place, and says where the next is.
func (c *cursor) entry(dst []spot, paragraph uint32, at int) ([]spot, int) {
	place := uint32(0)
	places := c.p.places
	for {
		v := uint32(places[at])
		at++
		if v >= 0x80 {
			v &= 0x7f
			for shift := 7; ; shift += 7 {
				b := places[at]
				at++
				v |= uint32(b&0x7f) << shift
				if b < 0x80 {
					break
				}
			}
		}
		place += v >> 1
		dst = append(dst, spot(paragraph)<<32|spot(place))
		if at >= len(places) || places[at]&1 == 0 {
			return dst, at
		}
	}
}

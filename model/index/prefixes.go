package index

import (
	"encoding/binary"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"
)

// A prefix of at most prefixRunes letters that many words begin with, in a
// fifth of the paragraphs or more, has its set kept: such prefixes are what
// one has typed after a letter or two, and joining the sets of their words
// would take longer than a frame in a large library. A prefix of a single
// word needs none.
const (
	prefixRunes = 3
	prefixWords = 16
	prefixShare = 5
)

// prefixes gathers the sets of prefixes while the words come by in order.
type prefixes struct {
	c    *content
	sets *setWriter
	out  []byte
	n    int
	now  [prefixRunes]prefix
}

type prefix struct {
	text     string
	words    int
	postings int
	dense    []uint64
}

func newPrefixes(c *content, sets *setWriter) *prefixes {
	p := &prefixes{c: c, sets: sets}
	for i := range p.now {
		p.now[i].dense = make([]uint64, (len(c.wordStarts)+63)/64)
	}
	return p
}

func (p *prefixes) add(word string, l *list) {
	end := 0
	for i := range p.now {
		now := &p.now[i]
		if end == len(word) {
			p.flush(now, "")
			continue
		}
		_, size := utf8.DecodeRuneInString(word[end:])
		end += size
		if now.text != word[:end] {
			p.flush(now, word[:end])
		}
		now.words++
		now.postings += len(l.paragraphs)
		for _, n := range l.paragraphs {
			now.dense[n/64] |= 1 << (n % 64)
		}
	}
}

// flush writes a prefix that is over and begins the next.
func (p *prefixes) flush(now *prefix, next string) {
	if now.words >= prefixWords && now.postings*prefixShare >= len(p.c.wordStarts) {
		p.n++
		p.out = binary.AppendUvarint(p.out, uint64(len(now.text)))
		p.out = append(p.out, now.text...)
		p.out = p.sets.append(p.out, roaring.FromDense(now.dense, true))
	}
	if now.postings > 0 {
		clear(now.dense)
	}
	*now = prefix{text: next, dense: now.dense}
}

func (p *prefixes) close() []byte {
	for i := range p.now {
		p.flush(&p.now[i], "")
	}
	return append(binary.AppendUvarint(nil, uint64(p.n)), p.out...)
}

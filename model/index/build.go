package index

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/query"
)

// Builder makes a segment of statements. It takes about three bytes of memory
// a byte of text; a large library is made in several segments, to be merged.
type Builder struct {
	content
	lists map[string]*list
	codes map[code]uint32
	text  int
}

// list is what has been gathered of one word.
type list struct {
	paragraphs []uint32 // in order
	places     []byte   // as package doc says
	docs       uint32
	doc        uint32 // the last one, counted from 1
	place      uint32 // the last one
}

// code is what a mention is of.
type code struct {
	kind    model.MentionKind
	code    string
	implied bool
}

func compareCodes(a, b code) int {
	switch {
	case a.kind != b.kind:
		return strings.Compare(string(a.kind), string(b.kind))
	case a.code != b.code:
		return strings.Compare(a.code, b.code)
	case a.implied == b.implied:
		return 0
	case b.implied:
		return -1
	}
	return 1
}

// content is all that a segment is written from.
type content struct {
	headers    []model.Header
	starts     []uint32
	wordStarts []uint32
	// mentions of a paragraph are mentions[mentionStarts[p]:mentionStarts[p+1]].
	mentionStarts, mentions []uint32
	names                   []code
	words                   iter.Seq2[string, *list] // sorted by word
}

// countBits are the lower bits of a mention's number: how often the code is
// mentioned in the paragraph, less what the next number says.
const countBits = 8

// maxCount is what countBits hold.
const maxCount = 1<<countBits - 1

// NewBuilder begins a segment.
func NewBuilder() *Builder {
	return &Builder{lists: map[string]*list{}, codes: map[code]uint32{}}
}

// Add takes a statement in. Statements must come in the order of the library:
// newest first, undated last, equal dates by ID.
func (b *Builder) Add(s *model.Statement) error {
	if n := len(b.headers); n > 0 && before(&s.Header, &b.headers[n-1]) {
		return fmt.Errorf("statement %s comes after %s, which is older", s.ID, b.headers[n-1].ID)
	}
	t := query.Prepare(s)
	first := uint32(len(b.wordStarts))
	doc := uint32(len(b.headers)) + 1
	b.headers = append(b.headers, s.Header)
	b.headers[doc-1].Paragraphs = t.Len() - 1
	b.starts = append(b.starts, first)
	words := uint32(0)
	if n := len(b.wordStarts); n > 0 {
		words = b.text32()
	}
	at := -1
	t.Words(func(paragraph, place int, word string) {
		for ; at < paragraph; at++ {
			b.wordStarts = append(b.wordStarts, words)
		}
		words++
		b.word(word).add(doc, first+uint32(paragraph), uint32(place))
	})
	for ; at < t.Len()-1; at++ {
		b.wordStarts = append(b.wordStarts, words)
	}
	b.text = int(words)
	b.mention(t)
	return nil
}

func (b *Builder) text32() uint32 { return uint32(b.text) }

// before says whether a comes before b in the library.
func before(a, b *model.Header) bool {
	if c := b.Date.Compare(a.Date); c != 0 {
		return c < 0
	}
	return a.ID < b.ID
}

func (b *Builder) word(word string) *list {
	l := b.lists[word]
	if l == nil {
		l = &list{}
		b.lists[strings.Clone(word)] = l
	}
	return l
}

// add notes a place of the word. A place is written as its distance from the
// one before in the paragraph, with a lowest bit that is 0 for the first.
func (l *list) add(doc, paragraph, place uint32) {
	if n := len(l.paragraphs); n > 0 && l.paragraphs[n-1] == paragraph {
		l.places = appendNumber(l.places, (place-l.place)<<1|1)
		l.place = place
		return
	}
	if l.doc != doc {
		l.doc = doc
		l.docs++
	}
	l.paragraphs = append(l.paragraphs, paragraph)
	l.places = appendNumber(l.places, place<<1)
	l.place = place
}

func appendNumber(b []byte, v uint32) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

// mention notes the mentions of a statement that was just added.
func (b *Builder) mention(t *query.Text) {
	type found struct{ paragraph, number uint32 }
	var all []found
	for _, g := range t.Groups() {
		c := code{g.Kind, g.Code, g.Implied}
		n, known := b.codes[c]
		if !known {
			n = uint32(len(b.names))
			b.codes[c] = n
			b.names = append(b.names, c)
		}
		for i := 0; i < len(g.Paragraphs); {
			count := 1
			for i+count < len(g.Paragraphs) && g.Paragraphs[i+count] == g.Paragraphs[i] && count < maxCount {
				count++
			}
			all = append(all, found{uint32(g.Paragraphs[i]), n<<countBits | uint32(count)})
			i += count
		}
	}
	slices.SortStableFunc(all, func(x, y found) int { return int(x.paragraph) - int(y.paragraph) })
	at := 0
	for p := range uint32(t.Len()) {
		b.mentionStarts = append(b.mentionStarts, uint32(len(b.mentions)))
		for ; at < len(all) && all[at].paragraph == p; at++ {
			b.mentions = append(b.mentions, all[at].number)
		}
	}
}

// WriteTo writes the segment; the builder must not be used afterwards.
func (b *Builder) WriteTo(w io.Writer) (int64, error) {
	c := b.content
	c.starts = append(c.starts, uint32(len(c.wordStarts)))
	c.wordStarts = append(c.wordStarts, b.text32())
	c.mentionStarts = append(c.mentionStarts, uint32(len(c.mentions)))
	c.sortCodes()
	words := make([]string, 0, len(b.lists))
	for word := range b.lists {
		words = append(words, word)
	}
	slices.Sort(words)
	c.words = func(yield func(string, *list) bool) {
		for _, word := range words {
			if !yield(word, b.lists[word]) {
				return
			}
		}
	}
	return c.write(w)
}

// sortCodes numbers the codes in their order.
func (c *content) sortCodes() {
	order := make([]uint32, len(c.names))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return compareCodes(c.names[a], c.names[b]) })
	number := make([]uint32, len(order))
	names := make([]code, len(order))
	for i, old := range order {
		number[old] = uint32(i)
		names[i] = c.names[old]
	}
	c.names = names
	for i, m := range c.mentions {
		c.mentions[i] = number[m>>countBits]<<countBits | m&maxCount
	}
}

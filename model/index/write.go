package index

import (
	"cmp"
	"encoding/binary"
	"io"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model/fold"
)

// write writes a segment.
func (c *content) write(w io.Writer) (int64, error) {
	x := newWriter(w)
	x.numbers(sectionStarts, c.starts)
	x.numbers(sectionWordStarts, c.wordStarts)
	x.numbers(sectionTitleRanks, c.titleRanks())
	c.writeColumns(x)
	c.writeHeaders(x)
	x.numbers(sectionMentionStarts, c.mentionStarts)
	x.numbers(sectionMentions, c.mentions)
	var sets setWriter
	prefixes := c.writeWords(x, &sets)
	c.writeCodes(x, &sets)
	x.section(sectionPrefixes, prefixes)
	x.section(sectionSets, sets.b)
	err := x.close()
	return int64(x.at), err
}

// titleRanks gives every statement its place in the order of folded titles;
// equal ones share it.
func (c *content) titleRanks() []uint32 {
	folded := make([]string, len(c.headers))
	order := make([]int, len(c.headers))
	for i := range c.headers {
		folded[i] = fold.String(c.headers[i].Title)
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(folded[a], folded[b]) })
	ranks := make([]uint32, len(order))
	for i, doc := range order {
		if ranks[doc] = uint32(i); i > 0 && folded[order[i-1]] == folded[doc] {
			ranks[doc] = ranks[order[i-1]]
		}
	}
	return ranks
}

// writeColumns writes, for every field that many statements share the value
// of, the values and the number of each statement's.
func (c *content) writeColumns(x *writer) {
	var numbers []uint32
	var values []byte
	for col := range columns {
		known := map[string]uint32{}
		var list []string
		for i := range c.headers {
			v := col.value(&c.headers[i])
			n, ok := known[v]
			if !ok {
				n = uint32(len(list))
				known[v] = n
				list = append(list, v)
			}
			numbers = append(numbers, n)
		}
		values = binary.AppendUvarint(values, uint64(len(list)))
		for _, v := range list {
			values = binary.AppendUvarint(values, uint64(len(v)))
			values = append(values, v...)
		}
	}
	x.numbers(sectionColumns, numbers)
	x.section(sectionValues, values)
}

func (c *content) writeHeaders(x *writer) {
	starts := make([]uint32, 0, len(c.headers)+1)
	var all []byte
	ids := make([]uint32, len(c.headers))
	for i := range c.headers {
		starts = append(starts, uint32(len(all)))
		all = appendHeader(all, &c.headers[i])
		ids[i] = uint32(i)
	}
	slices.SortFunc(ids, func(a, b uint32) int { return cmp.Compare(c.headers[a].ID, c.headers[b].ID) })
	x.numbers(sectionHeaderStarts, append(starts, uint32(len(all))))
	x.section(sectionHeaders, all)
	x.numbers(sectionIDs, ids)
}

// writeWords writes the vocabulary and what is known of each word, and returns
// the section of prefixes.
func (c *content) writeWords(x *writer, sets *setWriter) []byte {
	words := []byte{'\n'}
	var wordEnds, recordEnds []uint32
	p := newPrefixes(c, sets)
	record := []byte{}
	x.begin(sectionPostings)
	for word, l := range c.words {
		words = append(append(words, word...), '\n')
		wordEnds = append(wordEnds, uint32(len(words)-1))
		record = l.append(record[:0], x.at-x.from[sectionPostings], c.champions(l))
		x.write(record)
		recordEnds = append(recordEnds, uint32(x.at-x.from[sectionPostings]))
		p.add(word, l)
	}
	x.end(sectionPostings)
	x.section(sectionWords, words)
	x.numbers(sectionWordEnds, wordEnds)
	x.numbers(sectionPostingEnds, recordEnds)
	return p.close()
}

// writeCodes writes the codes with the sets of their paragraphs.
func (c *content) writeCodes(x *writer, sets *setWriter) {
	paragraphs := make([][]uint32, len(c.names))
	for p := range len(c.mentionStarts) - 1 {
		for _, m := range c.mentions[c.mentionStarts[p]:c.mentionStarts[p+1]] {
			list := &paragraphs[m>>countBits]
			if n := len(*list); n == 0 || (*list)[n-1] != uint32(p) {
				*list = append(*list, uint32(p))
			}
		}
	}
	b := binary.AppendUvarint(nil, uint64(len(c.names)))
	for i, name := range c.names {
		for _, s := range []string{string(name.kind), name.code} {
			b = binary.AppendUvarint(b, uint64(len(s)))
			b = append(b, s...)
		}
		implied := byte(0)
		if name.implied {
			implied = 1
		}
		b = append(b, implied)
		b = sets.append(b, roaring.BitmapOf(paragraphs[i]...))
	}
	x.section(sectionCodes, b)
}

// setWriter gathers sets for their section.
type setWriter struct{ b []byte }

// append adds a set, and its place and size to dst.
func (s *setWriter) append(dst []byte, set *roaring.Bitmap) []byte {
	s.b = append(s.b, make([]byte, -len(s.b)&7)...)
	at := len(s.b)
	b, err := set.ToBytes()
	if err == nil {
		s.b = append(s.b, b...)
	}
	dst = binary.AppendUvarint(dst, uint64(at))
	return binary.AppendUvarint(dst, uint64(len(s.b)-at))
}

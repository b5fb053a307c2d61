package index

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sort"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model"
	"cstoread/model/ask"
)

// Segment is a part of an index, opened. It does not change and may be used by
// several goroutines at once. The bytes that it was opened from must stay as
// they are, and where they are, for as long as it is used.
type Segment struct {
	starts        []uint32
	wordStarts    []uint32
	titleRanks    []uint32
	columns       [columns][]uint32
	values        [columns][]string
	dates         []model.Date // of columnDate's values
	headerStarts  []uint32
	headers       []byte
	ids           []uint32
	mentionStarts []uint32
	mentions      []uint32
	codes         []code
	codeSets      []*roaring.Bitmap
	wordEnds      []uint32
	words         []byte
	postingEnds   []uint32
	postings      []byte
	prefixes      map[string]*roaring.Bitmap
	kept          kept
	counted       sync.Mutex
	censuses      map[string]map[string]*ask.FacetCount
}

// Open reads a segment in place. The error is ErrForeign or ErrDamaged, with
// what is wrong.
func Open(b []byte) (s *Segment, err error) {
	parts, err := cut(b)
	if err != nil {
		return nil, err
	}
	defer guard(&err)
	s = &Segment{
		starts:        numbersOf(parts[sectionStarts]),
		wordStarts:    numbersOf(parts[sectionWordStarts]),
		titleRanks:    numbersOf(parts[sectionTitleRanks]),
		headerStarts:  numbersOf(parts[sectionHeaderStarts]),
		headers:       parts[sectionHeaders],
		ids:           numbersOf(parts[sectionIDs]),
		mentionStarts: numbersOf(parts[sectionMentionStarts]),
		mentions:      numbersOf(parts[sectionMentions]),
		wordEnds:      numbersOf(parts[sectionWordEnds]),
		words:         parts[sectionWords],
		postingEnds:   numbersOf(parts[sectionPostingEnds]),
		postings:      parts[sectionPostings],
	}
	if err := s.check(parts[sectionColumns]); err != nil {
		return nil, err
	}
	s.openColumns(parts[sectionColumns], parts[sectionValues])
	s.openCodes(parts[sectionCodes], parts[sectionSets])
	s.openPrefixes(parts[sectionPrefixes], parts[sectionSets])
	return s, nil
}

// guard makes an error of running out of a segment's bounds. Checksums are
// right when a segment is opened, so that happens only when somebody took
// pains, or the file has been written to since.
func guard(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, r)
	}
}

// check compares the sizes of the sections.
func (s *Segment) check(cols []byte) error {
	docs := len(s.starts) - 1
	if docs < 0 || len(s.wordStarts) == 0 {
		return fmt.Errorf("%w: it holds nothing", ErrDamaged)
	}
	paragraphs := int(s.starts[docs])
	switch {
	case len(s.wordStarts) != paragraphs+1, len(s.mentionStarts) != paragraphs+1,
		len(s.titleRanks) != docs, len(s.headerStarts) != docs+1, len(s.ids) != docs,
		len(cols) != docs*int(columns)*4, len(s.wordEnds) != len(s.postingEnds),
		!slices.IsSorted(s.starts), !slices.IsSorted(s.wordStarts), !slices.IsSorted(s.headerStarts), !slices.IsSorted(s.mentionStarts),
		!slices.IsSorted(s.wordEnds), !slices.IsSorted(s.postingEnds):
		return fmt.Errorf("%w: its sections do not fit each other", ErrDamaged)
	}
	if words := s.wordStarts[paragraphs]; int64(words) > int64(len(s.postings)) {
		return fmt.Errorf("%w: it has room for fewer than %d words", ErrDamaged, words)
	}
	return nil
}

func (s *Segment) openColumns(numbers, values []byte) {
	all := numbersOf(numbers)
	docs := s.Statements()
	for c := range columns {
		s.columns[c] = all[int(c)*docs : int(c+1)*docs]
		n, at := binary.Uvarint(values)
		values = values[at:]
		s.values[c] = make([]string, 0, min(n, uint64(docs)))
		for range n {
			var text string
			text, values = cutText(values)
			s.values[c] = append(s.values[c], text)
		}
	}
	for _, text := range s.values[columnDate] {
		d, _ := model.ParseDate(text)
		s.dates = append(s.dates, d)
	}
}

// cutText reads a text after its length.
func cutText(b []byte) (text string, rest []byte) {
	n, at := binary.Uvarint(b)
	end := at + int(n)
	return string(b[at:end]), b[end:]
}

// cutSet reads the place of a set, and opens it.
func cutSet(b, sets []byte) (set *roaring.Bitmap, rest []byte) {
	from, at := binary.Uvarint(b)
	size, n := binary.Uvarint(b[at:])
	return mapped(sets[from : from+size]), b[at+n:]
}

func (s *Segment) openCodes(b, sets []byte) {
	n, at := binary.Uvarint(b)
	b = b[at:]
	for range n {
		var c code
		var kind string
		kind, b = cutText(b)
		c.code, b = cutText(b)
		c.kind, c.implied = model.MentionKind(kind), b[0] == 1
		var set *roaring.Bitmap
		set, b = cutSet(b[1:], sets)
		s.codes = append(s.codes, c)
		s.codeSets = append(s.codeSets, set)
	}
}

func (s *Segment) openPrefixes(b, sets []byte) {
	n, at := binary.Uvarint(b)
	b = b[at:]
	s.prefixes = make(map[string]*roaring.Bitmap, min(n, 1<<16))
	for range n {
		var text string
		text, b = cutText(b)
		s.prefixes[text], b = cutSet(b, sets)
	}
}

// Statements is how many statements the segment holds.
func (s *Segment) Statements() int { return len(s.starts) - 1 }

// Paragraphs is how many paragraphs they have, titles included.
func (s *Segment) Paragraphs() int { return int(s.starts[len(s.starts)-1]) }

// Vocabulary is how many different words.
func (s *Segment) Vocabulary() int { return len(s.wordEnds) }

// Find gives the number of a statement, for Part.Deleted.
func (s *Segment) Find(id string) (doc uint32, ok bool) {
	i := sort.Search(len(s.ids), func(i int) bool { return string(s.id(s.ids[i])) >= id })
	if i == len(s.ids) || string(s.id(s.ids[i])) != id {
		return 0, false
	}
	return s.ids[i], true
}

// length is how many words a statement has.
func (s *Segment) length(doc uint32) int {
	return int(s.wordStarts[s.starts[doc+1]] - s.wordStarts[s.starts[doc]])
}

// statement is the one that a paragraph belongs to, where from is one not
// after it.
func (s *Segment) statement(paragraph, from uint32) uint32 {
	// Answers are near each other or far apart: step a little, then jump.
	for range 8 {
		if s.starts[from+1] > paragraph {
			return from
		}
		from++
	}
	rest := s.starts[from+1:]
	return from + uint32(sort.Search(len(rest), func(i int) bool { return rest[i] > paragraph }))
}

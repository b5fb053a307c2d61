package index

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"cstoread/model/query"
)

// word is a word of the vocabulary, good as long as the segment's bytes are.
func (s *Segment) word(n int) []byte {
	from := uint32(0)
	if n > 0 {
		from = s.wordEnds[n-1]
	}
	return s.words[from+1 : s.wordEnds[n]]
}

// lookup finds a word.
func (s *Segment) lookup(word string) (n int, ok bool) {
	n = s.from(word)
	return n, n < len(s.wordEnds) && string(s.word(n)) == word
}

// from is the first word that is not before a text.
func (s *Segment) from(text string) int {
	return sort.Search(len(s.wordEnds), func(i int) bool { return string(s.word(i)) >= text })
}

// beginning gives the words that begin with a text: from first up to, but
// without, end.
func (s *Segment) beginning(text string) (first, end int) {
	first = s.from(text)
	n := sort.Search(len(s.wordEnds)-first, func(i int) bool {
		w := s.word(first + i)
		return string(w[:min(len(w), len(text))]) > text
	})
	return first, first + n
}

// like lists the words that an element of a query asks for. stem may be nil.
func (s *Segment) like(e query.Element, stem func(string) string) []int {
	switch {
	case e.Stem != "":
		_, size := utf8.DecodeRuneInString(e.Text)
		first, end := s.beginning(e.Text[:size])
		return s.filter(first, end, func(word string) bool { return stem(word) == e.Stem })
	case !e.Glob:
		if n, ok := s.lookup(e.Text); ok {
			return []int{n}
		}
		return nil
	}
	head, rest, _ := strings.Cut(e.Text, "*")
	if head != "" {
		first, end := s.beginning(head)
		if strings.Trim(rest, "*") == "" {
			return numbers(first, end)
		}
		return s.filter(first, end, func(word string) bool { return query.Meets(e.Text, word) })
	}
	return s.containing(e.Text)
}

func numbers(first, end int) []int {
	all := make([]int, 0, end-first)
	for n := first; n < end; n++ {
		all = append(all, n)
	}
	return all
}

func (s *Segment) filter(first, end int, fits func(word string) bool) []int {
	var all []int
	for n := first; n < end; n++ {
		if fits(string(s.word(n))) {
			all = append(all, n)
		}
	}
	return all
}

// containing lists the words of a shape that begins with *. The longest piece
// between its stars is searched for in the whole vocabulary at once.
func (s *Segment) containing(pattern string) []int {
	longest := ""
	for _, piece := range strings.Split(pattern+"\n", "*") {
		if len(piece) > len(longest) {
			longest = piece
		}
	}
	var all []int
	needle := []byte(longest)
	for at := 0; ; {
		i := bytes.Index(s.words[at:], needle)
		if i < 0 {
			return all
		}
		at += i
		n := sort.Search(len(s.wordEnds), func(n int) bool { return int(s.wordEnds[n]) > at })
		if n == len(s.wordEnds) {
			// The needle is the last line break itself.
			return all
		}
		if int(s.wordEnds[n]) == at {
			n++
		}
		if query.Meets(pattern, string(s.word(n))) {
			all = append(all, n)
		}
		at = int(s.wordEnds[n])
	}
}

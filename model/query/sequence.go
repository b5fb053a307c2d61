package query

import "strings"

// sequence finds words that follow each other. It is the leaf for a word, a
// phrase, a wildcard and ~: one element per word.
type sequence struct {
	elements []element
	// needle is all of it when no element has a wildcard or a stem, else the
	// part that is searched for first: it belongs to elements[anchor].
	needle string
	anchor int
	plain  bool
}

// element is what one word must be.
type element struct {
	text string
	glob bool   // text holds a *
	stem string // when not empty, the stem that the word must have
}

func (m *Matcher) sequence(w Word) sequence {
	s := sequence{plain: true}
	for _, text := range words(w.Text) {
		e := element{text: text, glob: strings.Contains(text, "*")}
		if w.Stem && !e.glob && m.options.Stem != nil {
			e.stem = m.options.Stem(text)
		}
		s.plain = s.plain && !e.glob && e.stem == ""
		s.elements = append(s.elements, e)
	}
	if s.plain {
		var all []string
		for _, e := range s.elements {
			all = append(all, e.text)
		}
		s.needle = " " + strings.Join(all, " ") + " "
		return s
	}
	for i, e := range s.elements {
		if n := e.needle(); len(n) > len(s.needle) {
			s.needle, s.anchor = n, i
		}
	}
	return s
}

// needle is the longest text that a word meeting e must contain.
func (e element) needle() string {
	if e.stem != "" {
		// Endings change what stands before them, but never the first letter.
		first := []rune(e.text)[:1]
		return " " + string(first)
	}
	best := ""
	for _, chunk := range strings.Split(" "+e.text+" ", "*") {
		if len(chunk) > len(best) {
			best = chunk
		}
	}
	return best
}

// visit calls each for every hit: its paragraph and its place in t.plain. When
// each returns false the rest of the paragraph is passed over.
func (s sequence) visit(r *run, t *Text, each func(p, start, end int) bool) {
	p := 0
	for at := 0; at < len(t.plain); {
		i := strings.Index(t.plain[at:], s.needle)
		if i < 0 {
			return
		}
		i += at
		start, end := i+1, i+len(s.needle)-1
		at = i + 1 // phrases may overlap: "the the" is twice in "the the the"
		if !s.plain {
			var ok bool
			if start, end, ok = s.around(r, t.plain, i); !ok {
				at = i + 1
				continue
			}
			at = max(i+1, wordEnd(t.plain, i+1))
		}
		p = t.paragraph(start, p)
		if !each(p, start, end) {
			at = max(at, int(t.bounds[p+1])-1)
		}
	}
}

// around checks the words at and about a hit of the anchor at i, and returns
// where they all begin and end.
func (s sequence) around(r *run, plain string, i int) (start, end int, ok bool) {
	if plain[i] == ' ' {
		i++
	}
	if i >= len(plain) || plain[i] == '\n' {
		return 0, 0, false
	}
	start = strings.LastIndexByte(plain[:i], ' ') + 1
	end = wordEnd(plain, i)
	if !s.elements[s.anchor].meets(r, plain[start:end]) {
		return 0, 0, false
	}
	for k := s.anchor - 1; k >= 0; k-- {
		last := start - 1
		if last < 1 || plain[last-1] == '\n' {
			return 0, 0, false
		}
		start = strings.LastIndexByte(plain[:last], ' ') + 1
		if !s.elements[k].meets(r, plain[start:last]) {
			return 0, 0, false
		}
	}
	for k := s.anchor + 1; k < len(s.elements); k++ {
		first := end + 1
		if first >= len(plain) || plain[first] == '\n' {
			return 0, 0, false
		}
		end = wordEnd(plain, first)
		if !s.elements[k].meets(r, plain[first:end]) {
			return 0, 0, false
		}
	}
	return start, end, true
}

// wordEnd is where the word that holds plain[i] ends.
func wordEnd(plain string, i int) int {
	if n := strings.IndexByte(plain[i:], ' '); n >= 0 {
		return i + n
	}
	return len(plain)
}

func (e element) meets(r *run, word string) bool {
	switch {
	case e.stem != "":
		return e.stem == r.stem(word)
	case e.glob:
		return glob(e.text, word)
	}
	return e.text == word
}

// glob says whether word has the shape of pattern, where * is any number of
// letters.
func glob(pattern, word string) bool {
	chunks := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(word, chunks[0])
	if !ok {
		return false
	}
	last := chunks[len(chunks)-1]
	for _, chunk := range chunks[1 : len(chunks)-1] {
		i := strings.Index(rest, chunk)
		if i < 0 {
			return false
		}
		rest = rest[i+len(chunk):]
	}
	return strings.HasSuffix(rest, last)
}

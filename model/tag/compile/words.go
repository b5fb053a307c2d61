package compile

import (
	"slices"

	"cstoread/model/tag"
)

// wordTrie holds all folded words and stems of the tables, byte by byte.
type wordTrie struct {
	next  []map[byte]uint32
	words []uint32 // the word that ends in a state
	stems []uint32 // the stem that ends in a state

	wordCount, stemCount uint32
}

func newWordTrie() *wordTrie {
	return &wordTrie{next: []map[byte]uint32{{}}, words: []uint32{0}, stems: []uint32{0}}
}

// state is the state after a string, made where it is missing.
func (t *wordTrie) state(s string) uint32 {
	at := uint32(0)
	for i := 0; i < len(s); i++ {
		to, ok := t.next[at][s[i]]
		if !ok {
			to = uint32(len(t.next))
			t.next[at][s[i]] = to
			t.next = append(t.next, map[byte]uint32{})
			t.words = append(t.words, 0)
			t.stems = append(t.stems, 0)
		}
		at = to
	}
	return at
}

// word numbers a word, from 1.
func (t *wordTrie) word(s string) uint32 {
	at := t.state(s)
	if t.words[at] == 0 {
		t.wordCount++
		t.words[at] = t.wordCount
	}
	return t.words[at]
}

// stem numbers a stem, from 1.
func (t *wordTrie) stem(s string) uint32 {
	at := t.state(s)
	if t.stems[at] == 0 {
		t.stemCount++
		t.stems[at] = t.stemCount
	}
	return t.stems[at]
}

// pack lays the trie out as a double array: the state of letter c after state
// s is base[s]+c, and is one only if check there is s.
func (t *wordTrie) pack(m *tag.Image) {
	const most = 256 // letter codes are smaller than this
	base, check := []uint32{0, 0}, []uint32{0, 0}
	m.Word = []uint32{0, 0}
	m.ShorterStem = make([]uint32, t.stemCount+1)
	used := []bool{true, true}
	grow := func(n int) {
		for len(used) < n {
			used = append(used, false)
			base, check, m.Word = append(base, 0), append(check, 0), append(m.Word, 0)
		}
	}
	type job struct{ from, place, stem uint32 }
	queue := []job{{0, 1, 0}}
	free := 2
	for len(queue) > 0 {
		j := queue[0]
		queue = queue[1:]
		if s := t.stems[j.from]; s != 0 {
			m.ShorterStem[s] = j.stem
			j.stem = s
		}
		m.Word[j.place] = t.words[j.from] | j.stem<<20
		codes := make([]uint32, 0, len(t.next[j.from]))
		byCode := map[uint32]uint32{}
		for c, to := range t.next[j.from] {
			codes = append(codes, tag.LetterCode(c))
			byCode[tag.LetterCode(c)] = to
		}
		if len(codes) == 0 {
			continue
		}
		slices.Sort(codes)
		for free < len(used) && used[free] {
			free++
		}
		lowest := max(1, free-int(codes[0]))
		for ; ; lowest++ {
			grow(lowest + most)
			if !slices.ContainsFunc(codes, func(c uint32) bool { return used[lowest+int(c)] }) {
				break
			}
		}
		base[j.place] = uint32(lowest)
		for _, c := range codes {
			at := uint32(lowest) + c
			used[at] = true
			check[at] = j.place
			queue = append(queue, job{byCode[c], at, j.stem})
		}
	}
	grow(len(used) + most)
	m.Cells = make([]uint64, len(base))
	for i := range m.Cells {
		m.Cells[i] = uint64(check[i])<<32 | uint64(base[i])
	}
}

// Package similar tells how alike two texts are in their wording.
//
// A text is taken as the set of its word sequences of three ("shingles"), so
// that the same formulas count and the same words in another order do not.
// Resemblance is the part of all their shingles that two texts share (Broder,
// 1997). A Sketch stands for a text's shingles in half a kilobyte: MinHash in
// its one-permutation form, whose error at 128 places is about nine per cent
// of resemblance at the middle of the scale and less at its ends.
//
// What is done with likeness (a second copy refused, a variant linked, a
// precedent shown) is the caller's business.
package similar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cstoread/model/fold"
)

// Width is how many words in a row make a shingle.
const Width = 3

// Places is how many numbers make a sketch.
const Places = 128

// Words cuts a text into its words as they are compared: folded, without
// punctuation.
func Words(text string) []string {
	return strings.FieldsFunc(fold.String(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// Same is a number that two texts share when their words are the same, in the
// same order, whatever their spaces, punctuation and case. Different texts
// share it by chance once in 2^64.
func Same(texts ...string) uint64 {
	h := offset
	for _, t := range texts {
		for _, w := range Words(t) {
			h = add(h, w)
		}
	}
	return mix(h)
}

// Shingles are the hashes of a text's word sequences, in order, with
// repetitions. A text of fewer words than Width has one, of all of them.
func Shingles(words []string) []uint64 {
	if len(words) == 0 {
		return nil
	}
	n := max(len(words)-Width+1, 1)
	out := make([]uint64, 0, n)
	for i := range n {
		h := offset
		for _, w := range words[i:min(i+Width, len(words))] {
			h = add(h, w)
		}
		out = append(out, mix(h))
	}
	return out
}

// Resemblance is the part of the shingles of both that both have, from 0 to 1.
// Two empty texts do not resemble each other.
func Resemblance(a, b []uint64) float64 {
	in := make(map[uint64]uint8, len(a)+len(b))
	for _, s := range a {
		in[s] |= 1
	}
	for _, s := range b {
		in[s] |= 2
	}
	if len(in) == 0 {
		return 0
	}
	shared := 0
	for _, which := range in {
		if which == 3 {
			shared++
		}
	}
	return float64(shared) / float64(len(in))
}

// Containment is the part of a's shingles that b has too, from 0 to 1: an
// excerpt is contained in the whole though it hardly resembles it.
func Containment(a, b []uint64) float64 {
	in := make(map[uint64]bool, len(b))
	for _, s := range b {
		in[s] = true
	}
	seen := make(map[uint64]bool, len(a))
	shared := 0
	for _, s := range a {
		if !seen[s] {
			seen[s] = true
			if in[s] {
				shared++
			}
		}
	}
	if len(seen) == 0 {
		return 0
	}
	return float64(shared) / float64(len(seen))
}

// Sketch stands for a text's shingles.
type Sketch [Places]uint32

// NewSketch makes the sketch of a text of several paragraphs. The shingles do
// not run from one paragraph into the next, so that the order of paragraphs
// does not matter.
func NewSketch(texts ...string) Sketch {
	var s Sketch
	for i := range s {
		s[i] = empty
	}
	for _, t := range texts {
		for _, h := range Shingles(Words(t)) {
			// The upper bits choose the place, the lower ones compete for it.
			place := h >> 57
			if v := uint32(h); v < s[place] {
				s[place] = v
			}
		}
	}
	s.fill()
	return s
}

const empty = ^uint32(0)

// fill gives the places that no shingle chose the value of the next one that
// has one, so that short texts can be compared place by place too.
func (s *Sketch) fill() {
	var given [Places]bool
	any := false
	for i, v := range s {
		given[i] = v != empty
		any = any || given[i]
	}
	if !any {
		return
	}
	for i := range s {
		for step := 1; !given[i] && step <= Places; step++ {
			if from := (i + step) % Places; given[from] {
				s[i] = s[from] + uint32(step)*0x9e3779b9
				break
			}
		}
	}
}

// Empty says that the text had no words.
func (s *Sketch) Empty() bool { return s[0] == empty && *s == emptySketch() }

func emptySketch() (s Sketch) {
	for i := range s {
		s[i] = empty
	}
	return s
}

// Likeness estimates the resemblance of the texts of two sketches.
func Likeness(a, b *Sketch) float64 {
	if a.Empty() || b.Empty() {
		return 0
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return float64(same) / Places
}

// Bands are keys by which like sketches find each other: two texts that
// resemble each other by half share one of them with a chance of 0.996, two
// that resemble each other by a tenth with one of 0.04.
func (s *Sketch) Bands() []uint64 {
	const rows = 3
	keys := make([]uint64, 0, Places/rows)
	for i := 0; i+rows <= Places; i += rows {
		h := uint64(i)
		for _, v := range s[i : i+rows] {
			h = mix(h<<32 ^ h>>32 ^ uint64(v))
		}
		keys = append(keys, h)
	}
	return keys
}

const (
	offset uint64 = 14695981039346656037
	prime  uint64 = 1099511628211
)

// add takes a word into an FNV-1a hash, and a byte that ends it, so that "a
// bc" and "ab c" differ.
func add(h uint64, word string) uint64 {
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * prime
	}
	return (h ^ utf8.RuneSelf) * prime
}

// mix spreads a hash over all its bits (the finaliser of splitmix64).
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}

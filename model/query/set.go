package query

import "math/bits"

// set is a set of paragraph numbers.
type set []uint64

func setWords(n int) int { return (n + 63) / 64 }

func (s set) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s set) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }

func (s set) empty() bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
}

// fill adds the numbers below n.
func (s set) fill(n int) {
	for i := range s {
		s[i] = ^uint64(0)
	}
	if n%64 != 0 {
		s[len(s)-1] = 1<<(n%64) - 1
	}
}

func (s set) intersect(o set) {
	for i := range s {
		s[i] &= o[i]
	}
}

func (s set) unite(o set) {
	for i := range s {
		s[i] |= o[i]
	}
}

// complement keeps the numbers below n that are not in s.
func (s set) complement(n int) {
	for i := range s {
		s[i] = ^s[i]
	}
	if n%64 != 0 {
		s[len(s)-1] &= 1<<(n%64) - 1
	}
}

// appendTo appends the numbers in order.
func (s set) appendTo(dst []int) []int {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			dst = append(dst, i*64+bits.TrailingZeros64(w))
		}
	}
	return dst
}

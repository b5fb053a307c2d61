package query

import (
	"strings"
	"unicode/utf8"

	"cstoread/model/fold"
)

// nearest finds among names the one that s most likely meant: the shortest
// that begins with s, or the one with the fewest typing errors, provided they
// are few for its length.
func nearest(s string, names []string) (string, bool) {
	s = fold.String(s)
	size := utf8.RuneCountInString(s)
	if size == 0 {
		return "", false
	}
	best, cost := "", 1+size/3
	begins := false
	for _, name := range names {
		folded := fold.String(name)
		if size > 1 && strings.HasPrefix(folded, s) {
			if !begins || len(name) < len(best) {
				best, begins = name, true
			}
			continue
		}
		if begins {
			continue
		}
		if c := distance(s, folded, cost); c < cost {
			best, cost = name, c
		}
	}
	return best, best != ""
}

// distance counts the typing errors (a letter too many, too few, another, or
// two swapped) that make a of b, or returns limit when there are as many.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d >= limit || -d >= limit {
		return limit
	}
	before := make([]int, len(y)+1)
	last := make([]int, len(y)+1)
	next := make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		next[0] = i
		for j := 1; j <= len(y); j++ {
			c := 1
			if x[i-1] == y[j-1] {
				c = 0
			}
			next[j] = min(last[j]+1, next[j-1]+1, last[j-1]+c)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, last, next = last, next, before
	}
	return min(last[len(y)], limit)
}

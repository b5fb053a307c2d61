package compare

import (
	"unicode"

	"cstoread/model/fold"
)

// Op says what happened to a stretch of text.
type Op string

// The operations that lead from A to B.
const (
	Keep   Op = "keep"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Edit is a stretch of text that was kept, deleted from A or inserted by B,
// with its spaces. The kept and deleted ones make A's text, the kept and
// inserted ones B's; where a kept stretch is written differently (case,
// quotes), Other is B's form.
type Edit struct {
	Op    Op
	Text  string
	Other string
}

// maxWords bounds the words of a paragraph that are compared one by one.
const maxWords = 20_000

// Words compares two texts word by word.
func Words(a, b string) []Edit {
	left, right := tokens(a), tokens(b)
	var edits []Edit
	if len(left) > maxWords || len(right) > maxWords {
		return join(join(edits, Delete, a, ""), Insert, b, "")
	}
	i, j := 0, 0
	for _, p := range common(keys(left), keys(right)) {
		for ; i < p[0]; i++ {
			edits = join(edits, Delete, left[i], "")
		}
		for ; j < p[1]; j++ {
			edits = join(edits, Insert, right[j], "")
		}
		edits = join(edits, Keep, left[i], right[j])
		i, j = i+1, j+1
	}
	for ; i < len(left); i++ {
		edits = join(edits, Delete, left[i], "")
	}
	for ; j < len(right); j++ {
		edits = join(edits, Insert, right[j], "")
	}
	return edits
}

// join adds a stretch, to the last one where it is of the same sort.
func join(edits []Edit, op Op, text, other string) []Edit {
	if text == "" {
		return edits
	}
	if n := len(edits) - 1; n >= 0 && edits[n].Op == op {
		edits[n].Text += text
		edits[n].Other += other
		return edits
	}
	return append(edits, Edit{Op: op, Text: text, Other: other})
}

// tokens cuts a text into words with the punctuation and space after them:
// what is kept or replaced as one.
func tokens(s string) []string {
	var out []string
	start, inWord := 0, false
	for i, r := range s {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		if word && !inWord && i > start {
			out = append(out, s[start:i])
			start = i
		}
		inWord = word
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// keys are the tokens as they are compared.
func keys(tokens []string) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = fold.String(t)
	}
	return out
}

// kept is the part of both sides' text that was kept, 0 to 1.
func kept(edits []Edit) float64 {
	keep, all := 0, 0
	for _, e := range edits {
		n := len(e.Text)
		if e.Op == Keep {
			keep += 2 * n
			n *= 2
		}
		all += n
	}
	if all == 0 {
		return 0
	}
	return float64(keep) / float64(all)
}

// mirrorWords turns the edits round. Where a deletion and an insertion stand
// together the deletion comes first, from either side.
func mirrorWords(edits []Edit) []Edit {
	var out []Edit
	for i := 0; i < len(edits); i++ {
		e := edits[i]
		switch e.Op {
		case Keep:
			e.Text, e.Other = e.Other, e.Text
		case Delete:
			e.Op = Insert
			if i+1 < len(edits) && edits[i+1].Op == Insert {
				next := edits[i+1]
				next.Op = Delete
				out = append(out, next)
				i++
			}
		case Insert:
			e.Op = Delete
		}
		out = append(out, e)
	}
	return out
}

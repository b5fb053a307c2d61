package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lookahead is how far the alignment searches for the place at which text and
// cells agree again; agreement is how many characters must then do so.
const (
	lookahead = 96
	agreement = 4
	// patience is how many times it may search in vain: text and cells that
	// have nothing in common are given up.
	patience = 100
)

// An inked is a character other than white space, and where it stands.
type inked struct {
	r rune
	// at and end are bytes of the plain text; for a character of a cell, at
	// is the index of the cell in the block and end is not used.
	at, end int32
}

// align finds for every cell the bytes of text that it shows. Text and cells
// are walked together over their characters other than white space. Where
// they differ (markup that the text has not, a list's number that the text
// has or has not) the nearest place is taken at which they agree again.
func align(rows []Row, text string) {
	cells := flatten(rows)
	shown := inkOfCells(cells)
	words := inkOfText(text)
	i, j, lost := 0, 0, 0
	for i < len(words) && j < len(shown) {
		if words[i].r != shown[j].r {
			di, dj, found := resync(words[i:], shown[j:])
			if !found {
				if lost++; lost > patience {
					break
				}
				di, dj = 1, 1
			}
			i, j = i+di, j+dj
			continue
		}
		switch c := cells[shown[j].at]; {
		case c.Start < 0:
			c.Start, c.End = words[i].at, words[i].end
		case c.End == words[i].at: // a mark upon the letter
			c.End = words[i].end
		}
		i, j = i+1, j+1
	}
	blanks(rows, text)
}

// resync finds the least number of characters to leave out on both sides so
// that what follows agrees.
func resync(words, shown []inked) (di, dj int, found bool) {
	for skip := 1; skip <= lookahead; skip++ {
		for di := 0; di <= skip; di++ {
			dj := skip - di
			if di < len(words) && dj < len(shown) && agree(words[di:], shown[dj:]) {
				return di, dj, true
			}
		}
	}
	return 0, 0, false
}

func agree(a, b []inked) bool {
	n := min(len(a), len(b), agreement)
	for k := range n {
		if a[k].r != b[k].r {
			return false
		}
	}
	return n > 0
}

func flatten(rows []Row) []*Cell {
	n := 0
	for _, row := range rows {
		n += len(row)
	}
	cells := make([]*Cell, 0, n)
	for _, row := range rows {
		for i := range row {
			cells = append(cells, &row[i])
		}
	}
	return cells
}

func inkOfCells(cells []*Cell) []inked {
	out := make([]inked, 0, len(cells))
	for i, c := range cells {
		if c.Start == ornamental {
			c.Start = unaligned
			continue
		}
		for _, r := range c.Content {
			if !unicode.IsSpace(r) {
				out = append(out, inked{r: r, at: int32(i)})
			}
		}
	}
	return out
}

func inkOfText(text string) []inked {
	out := make([]inked, 0, len(text))
	for i, r := range text {
		if !unicode.IsSpace(r) {
			n := utf8.RuneLen(r)
			if n < 0 {
				n = 1
			}
			if r == utf8.RuneError {
				_, n = utf8.DecodeRuneInString(text[i:])
			}
			out = append(out, inked{r, int32(i), int32(i + n)})
		}
	}
	return out
}

// blanks gives a blank between two cells that show text the white space
// between what they show, so that a phrase is shown without gaps.
func blanks(rows []Row, text string) {
	for _, row := range rows {
		last := -1
		for i := range row {
			if row[i].Start < 0 {
				continue
			}
			if last >= 0 && i-last > 1 && row[i].Start > row[last].End && onlyBlanks(row[last+1:i]) {
				from, to := row[last].End, row[i].Start
				if strings.TrimSpace(text[from:to]) == "" {
					for k := last + 1; k < i; k++ {
						row[k].Start, row[k].End = from, to
					}
				}
			}
			last = i
		}
	}
}

// onlyBlanks says that cells are one blank or two: more are the gap between
// the columns of a table.
func onlyBlanks(cells []Cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.Content) != "" {
			return false
		}
	}
	return len(cells) <= 2
}

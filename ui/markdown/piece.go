package markdown

import (
	"strings"
	"unicode/utf8"
)

// Longest is the number of bytes of a paragraph that are rendered at once. No
// paragraph of a statement comes near it; a file without line breaks does.
const Longest = 16 << 10

// pieceSize is about the length in bytes of the parts of an overlong one.
const pieceSize = 4 << 10

// Piece is a part of a paragraph's plain text.
type Piece struct{ Start, End int }

// Pieces cuts an overlong text where there is white space, or between two
// characters where there is none. A text that can be rendered at once is one
// piece. The parts of an overlong one are shown without their markup.
func Pieces(s Source) []Piece {
	n := len(s.Text)
	if n <= Longest && len(s.Markdown) <= 2*Longest {
		return []Piece{{0, n}}
	}
	pieces := make([]Piece, 0, n/pieceSize+1)
	for at := 0; at < n; {
		end := at + len(head(s.Text[at:], pieceSize))
		if end < n {
			if space := strings.LastIndexByte(s.Text[at:end], ' '); space > 0 {
				end = at + space + 1
			}
		}
		pieces = append(pieces, Piece{at, end})
		at = end
	}
	return pieces
}

// head is the first n bytes of s or less, ending between two characters.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for back := range utf8.UTFMax {
		if utf8.RuneStart(s[n-back]) {
			return s[:n-back]
		}
	}
	return s[:n] // no UTF-8
}

// Piece is the source of one of the Pieces of s.
func (s Source) Piece(p Piece) Source {
	if p.Start > 0 || p.End < len(s.Text) {
		s.Text, s.Markdown = s.Text[p.Start:p.End], ""
	}
	return s
}

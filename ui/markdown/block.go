package markdown

import (
	"cstoread/model"
	"cstoread/ui/theme"
)

// Cell is one character of a row as it is shown: a letter with its marks, a
// wide character, or a blank.
type Cell struct {
	// Content is what is printed. It never holds a control character.
	Content string
	// Start and End are the bytes of the plain text that the cell shows, End
	// exclusive. Both are -1 for decoration: list markers, bars, borders. A
	// blank between two words shows the white space between them.
	Start, End int32
	// Link is the index of the address in Block.Links, plus 1; 0 is none.
	Link uint16
	Role uint8 // a theme.Role
	// Width is the number of columns, 1 or 2.
	Width uint8
	Mark  Mark
}

// Beside the offsets of text a cell's Start has two values while a block is
// made: it may show text that is not found yet, or it never does.
const (
	unaligned  = -1
	ornamental = -2
)

// Mark is emphasis, which adds to the look of a role.
type Mark uint8

// The marks; they can be combined.
const (
	Bold Mark = 1 << iota
	Italic
)

// Row is one line of a block, without blanks at its end.
type Row []Cell

// Width is the number of columns that the row takes.
func (r Row) Width() int {
	n := 0
	for _, c := range r {
		n += int(c.Width)
	}
	return n
}

// Block is a rendered paragraph. It is shared and must not be changed.
type Block struct {
	Rows []Row
	// Links are the cleaned http and https addresses that cells point to.
	Links []string
}

// RowOf is the row that shows byte at of the plain text, or the last row that
// begins before it.
func (b *Block) RowOf(at int) int {
	best := 0
	for y, row := range b.Rows {
		start, ok := row.Start()
		if !ok {
			continue
		}
		if start > at {
			break
		}
		best = y
	}
	return best
}

// Start is the offset of the first byte of plain text in the row. The second
// result is false when the row is all decoration.
func (r Row) Start() (int, bool) {
	for _, c := range r {
		if c.Start >= 0 {
			return int(c.Start), true
		}
	}
	return 0, false
}

// Source is what a block is made of.
type Source struct {
	// Text is the plain text. Markdown is the same with markup; when it is
	// empty, Text is shown as it stands.
	Text, Markdown string
	Role           model.Role
}

// themeRole is the role in which a paragraph's own text is drawn.
func (s Source) themeRole() theme.Role {
	switch s.Role {
	case model.RoleTitle:
		return theme.Title
	case model.RoleHeading:
		return theme.Heading
	case model.RoleQuote:
		return theme.Quote
	}
	return theme.Text
}

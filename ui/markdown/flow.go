package markdown

import (
	"strconv"

	xansi "github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"

	"cstoread/ui/theme"
)

// deepest is how many quotes and lists may lie inside one another before they
// are no longer set in.
const deepest = 8

// narrowest is the width below which frames give way to the text.
const narrowest = 8

// flow sets the blocks of one source below one another.
type flow struct {
	doc   document
	role  theme.Role
	links []string
	// failed is set when a block can not be set from its Markdown; then its
	// plain text is shown.
	failed bool
}

// blocks sets the children of n at a width, with an empty row between them
// unless they are tight.
func (f *flow) blocks(n ast.Node, width, depth int, tight bool) []Row {
	var rows []Row
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling() // a leaf is taken from its parent
		block := f.block(c, width, depth)
		if len(rows) > 0 && len(block) > 0 && !tight {
			rows = append(rows, Row{})
		}
		rows = append(rows, block...)
		c = next
	}
	return rows
}

func (f *flow) block(n ast.Node, width, depth int) []Row {
	framed := depth < deepest && width >= narrowest
	switch n := n.(type) {
	case *ast.List:
		return f.list(n, width, depth)
	case *ast.Blockquote:
		if !framed {
			return f.blocks(n, width, depth+1, false)
		}
		bar := decoration("│ ", theme.Rule)
		return frame(f.blocks(n, width-bar.Width(), depth+1, false), bar, bar)
	case *ast.HTMLBlock:
		f.failed = true
		return nil
	case *ast.ThematicBreak:
		var rule Row
		for range min(width, 3) {
			rule = append(rule, decoration("─", theme.Rule)...)
		}
		return []Row{rule}
	}
	role := f.role
	if n.Kind() == ast.KindHeading {
		role = theme.Heading
	}
	return f.leaf(n, width, role)
}

// list sets items with their text hanging to the right of the markers, which
// stand in one column with their ends aligned.
func (f *flow) list(n *ast.List, width, depth int) []Row {
	var rows []Row
	number := n.Start
	widest := 0
	if n.IsOrdered() {
		widest = len(strconv.Itoa(n.Start + n.ChildCount() - 1))
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "• "
		if n.IsOrdered() {
			digits := strconv.Itoa(number)
			marker = pad(widest-len(digits)) + digits + string(rune(n.Marker)) + " "
			number++
		}
		if len(rows) > 0 && !n.IsTight {
			rows = append(rows, Row{})
		}
		first := decoration(marker, theme.Number)
		if n.IsOrdered() { // a number is part of the text
			for i := range first {
				first[i].Start = unaligned
			}
		}
		if depth >= deepest || width < narrowest {
			rows = append(rows, frame(f.blocks(item, width, depth+1, n.IsTight), first, nil)...)
			continue
		}
		rest := decoration(pad(first.Width()), theme.Text)
		rows = append(rows, frame(f.blocks(item, width-first.Width(), depth+1, n.IsTight), first, rest)...)
	}
	return rows
}

// frame puts first before the first of the rows and rest before the others.
func frame(rows []Row, first, rest Row) []Row {
	if len(rows) == 0 {
		return []Row{trim(first)}
	}
	for i := range rows {
		before := rest
		if i == 0 {
			before = first
		}
		rows[i] = trim(append(append(make(Row, 0, len(before)+len(rows[i])), before...), rows[i]...))
	}
	return rows
}

// decoration makes cells that show nothing of the text.
func decoration(s string, role theme.Role) Row {
	var row Row
	for _, r := range s {
		c := string(r)
		row = append(row, Cell{Content: c, Start: ornamental, End: -1, Role: uint8(role), Width: uint8(xansi.StringWidth(c))})
	}
	return row
}

func pad(n int) string {
	const blanks = "                    "
	return blanks[:max(0, min(n, len(blanks)))]
}

package markdown

import (
	"bytes"
	"unicode"

	"charm.land/glamour/v2/ansi"
	uv "github.com/charmbracelet/ultraviolet"
	xansi "github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"cstoread/ui/theme"
)

// longestCluster is the greatest number of bytes that one cell may print; the
// longest emoji in use has 35. A letter with more marks loses the last ones.
const longestCluster = 64

// leaf renders one block that holds text at a width, by glamour.
func (f *flow) leaf(n ast.Node, width int, role theme.Role) []Row {
	code := n.Kind() == ast.KindCodeBlock || n.Kind() == ast.KindFencedCodeBlock
	var links []link
	if code {
		f.doc.codeBlock(n)
	} else {
		links = f.doc.prepare(n)
	}
	if n.Kind() == ast.KindTextBlock {
		p := ast.NewParagraph()
		for c := n.FirstChild(); c != nil; c = n.FirstChild() {
			p.AppendChild(p, c)
		}
		n = p
	}
	page := ast.NewDocument()
	page.AppendChild(page, n) // takes it from its parent
	var out bytes.Buffer
	r := renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(ansi.NewRenderer(ansi.Options{
		WordWrap:         width,
		InlineTableLinks: true,
		PreserveNewLines: true,
		Styles:           style(role),
	}), 1)))
	if err := r.Render(&out, f.doc.source, page); err != nil {
		f.failed = true
		return nil
	}
	rows := fit(decode(out.String()), width, code)
	f.address(rows, links, role)
	return rows
}

// decode reads glamour's output into rows of cells, without the blanks that
// fill rows at their ends and without empty rows at top and bottom.
func decode(s string) []Row {
	var rows []Row
	for _, line := range uv.NewStyledString(s).Lines(xansi.GraphemeWidth) {
		row := make(Row, 0, len(line))
		for i := range line {
			row = append(row, cell(&line[i]))
		}
		rows = append(rows, trim(row))
	}
	for len(rows) > 0 && len(rows[0]) == 0 {
		rows = rows[1:]
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

func cell(c *uv.Cell) Cell {
	role, text := roleOf(c.Style.Fg)
	out := Cell{Content: c.Content, Start: ornamental, End: -1, Role: uint8(role), Width: uint8(c.Width)}
	if text {
		out.Start = unaligned
	}
	if c.Content == "\u00a0" { // it has kept the words together
		out.Content = " "
	}
	if c.Style.Attrs&uv.AttrBold != 0 {
		out.Mark |= Bold
	}
	if c.Style.Attrs&uv.AttrItalic != 0 {
		out.Mark |= Italic
	}
	if len(out.Content) > longestCluster || out.Width > 2 {
		out.Content, out.Width = shorten(out.Content)
	}
	return out
}

// shorten cuts a cluster that is too long or too wide to its first character
// and the marks upon it.
func shorten(s string) (string, uint8) {
	end := len(s)
	for i, r := range s {
		if i > 0 && (i > longestCluster/2 || !unicode.Is(unicode.Mn, r)) {
			end = i
			break
		}
	}
	return s[:end], uint8(min(xansi.StringWidth(s[:end]), 2))
}

// fit cuts rows that are too wide: wrapping lets a hyphen stand out, and code
// is not wrapped between words. Rows without anything in them, which wrapping
// makes of the same hyphens, are kept in code only.
func fit(rows []Row, width int, empty bool) []Row {
	out := make([]Row, 0, len(rows))
	for _, row := range rows {
		for row.Width() > width {
			at, used := 1, int(row[0].Width)
			for used+int(row[at].Width) <= width {
				used += int(row[at].Width)
				at++
			}
			out = append(out, trim(row[:at:at]))
			row = row[at:]
		}
		if len(row) > 0 || empty {
			out = append(out, row)
		}
	}
	return out
}

// trim takes the blanks from the end of a row.
func trim(r Row) Row {
	for len(r) > 0 && r[len(r)-1].Content == " " {
		r = r[:len(r)-1]
	}
	return r
}

// address lays the links over the cells that print their texts: glamour
// prints links in their order, in a role that nothing else has.
func (f *flow) address(rows []Row, links []link, role theme.Role) {
	at, left := -1, 0
	for _, row := range rows {
		for i := range row {
			if theme.Role(row[i].Role) != theme.Link {
				continue
			}
			if row[i].Content != " " {
				for left <= 0 && at+1 < len(links) {
					at++
					left = links[at].ink
				}
				left -= ink(row[i].Content)
			}
			if at >= 0 && at < len(links) {
				f.point(&row[i], links[at].address, role)
			}
		}
	}
}

// point gives a cell its address, or the look of plain text when there is none.
func (f *flow) point(c *Cell, address string, role theme.Role) {
	if address == "" {
		c.Role = uint8(role)
		return
	}
	for i, known := range f.links {
		if known == address {
			c.Link = uint16(i + 1)
			return
		}
	}
	if len(f.links) < 1<<16-2 {
		f.links = append(f.links, address)
		c.Link = uint16(len(f.links))
	}
}

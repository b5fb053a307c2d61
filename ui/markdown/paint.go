package markdown

import (
	uv "github.com/charmbracelet/ultraviolet"

	"cstoread/ui/theme"
)

// Paint draws a row on scr from column x to before column end, in the looks of
// a theme. Over each cell that shows text, the looks that over gives for it are
// laid; over may be nil. A wide character that does not fit is left out.
func Paint(scr uv.Screen, x, y, end int, row Row, links []string, looks *Looks, over func(*Cell, *uv.Style)) {
	for i := range row {
		c := &row[i]
		if x+int(c.Width) > end {
			return
		}
		cell := uv.Cell{Content: c.Content, Width: int(c.Width), Style: looks.style(c)}
		if c.Link > 0 && int(c.Link) <= len(links) {
			cell.Link = uv.NewLink(links[c.Link-1])
		}
		if over != nil && c.Start >= 0 {
			over(c, &cell.Style)
		}
		scr.SetCell(x, y, &cell)
		x += int(c.Width)
	}
}

// Overlay lays a look over the style of a cell: its colours replace the
// cell's, its attributes are added to them.
func Overlay(s *uv.Style, l *theme.Look) {
	if l.Fg != nil {
		s.Fg = l.Fg
	}
	if l.Bg != nil {
		s.Bg = l.Bg
	}
	if l.Bold {
		s.Attrs |= uv.AttrBold
	}
	if l.Faint {
		s.Attrs |= uv.AttrFaint
	}
	if l.Italic {
		s.Attrs |= uv.AttrItalic
	}
	if l.Reverse {
		s.Attrs |= uv.AttrReverse
	}
	if l.Underline {
		s.Underline = uv.UnderlineSingle
	}
}

//go:build unix

package e2e

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"os"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
)

// screenshot is the README's picture: a frame of the program itself.
const screenshot = "testdata/screen.svg"

// The size of a cell in the picture, and the colours of a dark terminal.
const (
	cellWidth, cellHeight = 8.4, 18
	ground, ink           = "#16181d", "#d5d8de"
)

// TestScreenshot makes the picture with -update and checks that there is one.
func TestScreenshot(t *testing.T) {
	if !*update {
		if _, err := os.Stat(screenshot); err != nil {
			t.Error(err)
		}
		return
	}
	const cols, rows = 116, 30
	x := start(t, setup{cols: cols, rows: rows, env: []string{"COLORTERM=truecolor"}, args: []string{"country:Syria", `"territorial integrity"`}})
	x.await("1 of 4")
	x.settle()
	x.keys(enter)
	x.await("/17")
	x.settle()
	svg := picture(x, cols, rows)
	x.keys("q")
	x.exit()
	if err := os.WriteFile(screenshot, []byte(svg), 0o644); err != nil {
		t.Fatal(err)
	}
}

// picture draws the cells of the screen, run by run of one look.
func picture(x *terminal, cols, rows int) string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var b strings.Builder
	w, h := float64(cols)*cellWidth+16, float64(rows)*cellHeight+16
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14">`+"\n", w, h)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="6" fill="%s"/>`+"\n", ground)
	for y := range rows {
		for col := 0; col < cols; {
			style, text, width := stretch(x, col, y, cols)
			drawRun(&b, style, text, col, y, width)
			col += width
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// stretch is the stretch of cells from a column on that look alike.
func stretch(x *terminal, col, y, cols int) (style uv.Style, text string, width int) {
	for at := col; at < cols; {
		cell := x.emu.CellAt(at, y)
		content, w := " ", 1
		var s uv.Style
		if cell != nil {
			s = cell.Style
			if cell.Content != "" {
				content, w = cell.Content, max(cell.Width, 1)
			}
		}
		if at > col && !s.Equal(&style) {
			break
		}
		style, text, at = s, text+content, at+w
		width = at - col
	}
	return style, text, width
}

func drawRun(b *strings.Builder, s uv.Style, text string, col, y, width int) {
	fg, bg := hex(s.Fg, ink), hex(s.Bg, "")
	if s.Attrs&uv.AttrReverse != 0 {
		fg, bg = hex(s.Bg, ground), fg
	}
	left, top := 8+float64(col)*cellWidth, 8+float64(y)*cellHeight
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%.0f" width="%.1f" height="%d" fill="%s"/>`, left, top, float64(width)*cellWidth, cellHeight, bg)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	look := ""
	if s.Attrs&uv.AttrBold != 0 {
		look += ` font-weight="bold"`
	}
	if s.Attrs&uv.AttrFaint != 0 {
		look += ` opacity="0.6"`
	}
	if s.Attrs&uv.AttrItalic != 0 {
		look += ` font-style="italic"`
	}
	if s.Underline != 0 {
		look += ` text-decoration="underline"`
	}
	fmt.Fprintf(b, `<text xml:space="preserve" x="%.1f" y="%.0f" textLength="%.1f" fill="%s"%s>`, left, top+cellHeight-5, float64(width)*cellWidth, fg, look)
	_ = xml.EscapeText(b, []byte(text))
	b.WriteString("</text>\n")
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, bl, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, bl>>8)
}

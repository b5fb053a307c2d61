package markdown

import (
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/ui/theme"
)

// A Page is paragraphs to be printed below one another.
type Page struct {
	// Title stands above, and About below it in lines; both may be missing.
	Title string
	About []string
	Body  []model.Paragraph
}

// Document sets a page for a terminal that is width columns wide, the numbers
// of the paragraphs in a gutter, in the looks of th. Each line ends with a
// line break. Everything is rendered at once: this is to be printed, not
// scrolled.
func Document(p Page, width int, th theme.Theme) string {
	looks := NewLooks(th)
	return p.set(width, func(row Row, links []string) string { return line(row, links, looks) })
}

// Plain is Document without any escape sequence, for terminals that know none.
func Plain(p Page, width int) string {
	return p.set(width, func(row Row, _ []string) string {
		var b strings.Builder
		for _, c := range row {
			b.WriteString(c.Content)
		}
		return b.String()
	})
}

func (p Page) set(width int, printed func(Row, []string) string) string {
	var out strings.Builder
	digits := 0
	for _, par := range p.Body {
		digits = max(digits, len(strconv.Itoa(par.N)))
	}
	gutter := digits + 2
	if width < 4*gutter {
		gutter = 0
	}
	text := max(width-gutter, slimmest)
	write := func(rows []Row, links []string, number string) {
		for _, row := range rows {
			if gutter > 0 {
				row = append(decoration(pad(digits-len(number))+number+"  ", theme.Number), row...)
			}
			out.WriteString(printed(trim(row), links))
			out.WriteByte('\n')
			number = ""
		}
	}
	if title := clean.Line(p.Title); title != "" {
		write(Render(Source{Text: title, Role: model.RoleTitle}, text).Rows, nil, "")
		for _, about := range p.About {
			write(Lines(about, text, theme.Dim), nil, "")
		}
	}
	for i, par := range p.Body {
		if out.Len() > 0 && (i == 0 || !Together(p.Body[i-1].Role, par.Role)) {
			out.WriteByte('\n')
		}
		s := Source{Text: par.Text, Markdown: par.Markdown, Role: par.Role}
		number := strconv.Itoa(par.N)
		for _, piece := range Pieces(s) {
			b := Render(s.Piece(piece), text)
			write(b.Rows, b.Links, number)
			number = ""
		}
	}
	return out.String()
}

// Together says that paragraphs of these roles, one after the other, stand
// without an empty row between them.
func Together(a, b model.Role) bool {
	return a == b && (a == model.RoleListItem || a == model.RoleSignature)
}

// line is a row as a string with escape sequences, closed at its end.
func line(row Row, links []string, looks *Looks) string {
	canvas := uv.NewScreenBuffer(row.Width(), 1)
	Paint(canvas, 0, 0, row.Width(), row, links, looks, nil)
	return canvas.Line(0).Render()
}

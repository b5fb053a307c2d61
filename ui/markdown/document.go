package markdown

import (
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/ui/theme"
)

// Document sets paragraphs below one another for a terminal that is width
// columns wide, with their numbers in a gutter, in the looks of th; each line
// ends with a line break. With a title, that and the lines of about stand
// above. It renders everything there is, one paragraph after another, and is
// meant to be printed, not scrolled.
func Document(title string, about []string, body []model.Paragraph, width int, th theme.Theme) string {
	var out strings.Builder
	digits := 0
	for _, par := range body {
		digits = max(digits, len(strconv.Itoa(par.N)))
	}
	gutter := digits + 2
	if width < 4*gutter {
		gutter = 0
	}
	text := max(width-gutter, slimmest)
	write := func(rows []Row, links []string, number string) {
		for i, row := range rows {
			line := Row(nil)
			if gutter > 0 {
				if i > 0 {
					number = ""
				}
				line = decoration(pad(digits-len(number))+number+"  ", theme.Number)
			}
			out.WriteString(Line(trim(append(line, row...)), links, th))
			out.WriteByte('\n')
		}
	}
	if title != "" {
		b := Render(Source{Text: clean.Line(title), Role: model.RoleTitle}, text)
		write(b.Rows, nil, "")
		for _, line := range about {
			write(Lines(line, text, theme.Dim), nil, "")
		}
	}
	for i, par := range body {
		if (title != "" || i > 0) && !together(body, i) {
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

// together says that no empty line belongs above a paragraph: it goes on with
// the list or the signature of the one before.
func together(body []model.Paragraph, i int) bool {
	return i > 0 && Together(body[i-1].Role, body[i].Role)
}

// Together says that paragraphs of these roles, one after the other, stand
// without an empty row between them.
func Together(a, b model.Role) bool {
	return a == b && (a == model.RoleListItem || a == model.RoleSignature)
}

// Line is a row as a string with escape sequences, closed at its end.
func Line(row Row, links []string, th theme.Theme) string {
	canvas := uv.NewScreenBuffer(row.Width(), 1)
	Paint(canvas, 0, 0, row.Width(), row, links, th, nil)
	return canvas.Line(0).Render()
}

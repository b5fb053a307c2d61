package markdown

import (
	xansi "github.com/charmbracelet/x/ansi"

	"cstoread/model/clean"
	"cstoread/ui/theme"
)

// Lines sets a short text in rows of at most width columns, in one role. Its
// cells show nothing of a paragraph's text.
func Lines(s string, width int, role theme.Role) []Row {
	rows := decode(xansi.Wrap(clean.Text(s), max(width, 1), ""))
	for _, row := range rows {
		for i := range row {
			row[i].Role = uint8(role)
		}
	}
	return rows
}

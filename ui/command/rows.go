package command

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"cstoread/model/clean"
)

// tsvEscapes keep a value in its column and on its line. A backslash is
// escaped too, so that the way back is unambiguous.
var tsvEscapes = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`)

// row writes one line of tab-separated values.
func (o *output) row(values ...string) error {
	for i, v := range values {
		if i > 0 {
			if err := o.WriteByte('\t'); err != nil {
				return err
			}
		}
		if _, err := tsvEscapes.WriteString(o, clean.Text(v)); err != nil {
			return err
		}
	}
	return o.WriteByte('\n')
}

// line is clean text on one line, for messages and aligned columns.
func line(s string) string { return clean.Line(s) }

// pad fills s with spaces to a width in columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
}

// padLeft does so before s.
func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(0, width-ansi.StringWidth(s))) + s
}

// column sets a count, or the head above one, to the right of its column.
func column(s string) string { return padLeft(s, 6) }

// fit cuts s to a width in columns; 0 is no limit.
func fit(s string, width int) string {
	if width <= 0 {
		return s
	}
	return ansi.Truncate(s, width, "…")
}

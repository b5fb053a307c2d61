package eval

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Print says how far the report's errors and classes are told.
type Print struct {
	// Classes prints a line for each class; without it only those with errors.
	Classes bool
	// Held prints the errors of entries that are marked held. They are kept
	// back otherwise, so that nobody mends a table for them by accident.
	Held bool
}

// Write prints the report for people: rates by facet, then by class, then
// each error with its text, whole. A gold file may come from anywhere, so what
// a terminal would obey is shown as a quoted escape.
func (r Report) Write(w io.Writer, p Print) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%-12s %7s %7s %9s %7s %7s %6s %6s %8s\n",
		"", "texts", "exact", "precision", "recall", "F1", "right", "extra", "missing")
	for _, res := range r.Results {
		fmt.Fprintf(out, "%-12s %7d %7d %s\n", res.Facet, res.Entries, res.Exact, rates(res.All))
	}
	for _, res := range r.Results {
		header := false
		for _, class := range res.ClassNames() {
			c := res.Classes[class]
			if c.Extra+c.Missing == 0 && !p.Classes {
				continue
			}
			if !header {
				fmt.Fprintf(out, "\n%s by class\n", res.Facet)
				header = true
			}
			fmt.Fprintf(out, "%-28s %s\n", printable(class), rates(c))
		}
	}
	kept := 0
	for i, e := range r.Errors {
		if e.Entry.Split == SplitHeld && !p.Held {
			kept++
			continue
		}
		if i == kept {
			fmt.Fprint(out, "\nerrors\n")
		}
		fmt.Fprintf(out, "%s\n", e)
	}
	if kept > 0 {
		fmt.Fprintf(out, "\n%d errors of the held half are not shown\n", kept)
	}
	return out.Flush()
}

func rates(c Counts) string {
	return fmt.Sprintf("%9.4f %7.4f %7.4f %6d %6d %8d", c.Precision(), c.Recall(), c.F1(), c.Right, c.Extra, c.Missing)
}

// String is the error on one line: where, what is missing (-) or too much
// (+), and the text.
func (e Error) String() string {
	var changes []string
	for _, code := range e.Missing {
		changes = append(changes, "-"+printable(code))
	}
	for _, code := range e.Extra {
		changes = append(changes, "+"+printable(code))
	}
	return fmt.Sprintf("%s %s %s: %q", printable(e.Entry.ID), e.Facet, strings.Join(changes, " "), e.Entry.Text)
}

// printable quotes what is not plain text on one line.
func printable(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) || r == utf8.RuneError }) {
		return strconv.Quote(s)
	}
	return s
}

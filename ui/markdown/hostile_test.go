package markdown

import (
	"strings"
	"testing"
)

// Text made to be expensive is bounded by Longest, and shown.
func TestHostile(t *testing.T) {
	for _, unit := range []string{
		"[", "![", "*a ", "**a*", "_a", "`", "> ", "1. ", "- a\n", "a|b\n-|-\n", "<", "<!--", "&", "\\", "~~a", "[a](", "\u0301", "👨\u200d", "](",
	} {
		s := strings.Repeat(unit, Longest/len(unit)/4)
		b := Render(Source{Text: s, Markdown: s}, 72)
		checkCells(t, b, s)
		checkCells(t, Render(Source{Text: strings.Repeat("z", Longest/4), Markdown: s}, 72), strings.Repeat("z", Longest/4))
	}
}

// A line of many megabytes without a blank is cut into pieces that are each
// rendered on their own.
func TestPieces(t *testing.T) {
	for _, s := range []string{
		"", "short", strings.Repeat("x", 5<<20), strings.Repeat("外", 1<<20), strings.Repeat("\x80", 1<<20), strings.Repeat("word ", 1<<18),
	} {
		at := 0
		for _, p := range Pieces(Source{Text: s}) {
			if p.Start != at || p.End-p.Start > Longest || p.End < p.Start || p.End == p.Start && s != "" {
				t.Fatalf("piece %v after byte %d", p, at)
			}
			at = p.End
		}
		if at != len(s) {
			t.Errorf("%d of %d bytes", at, len(s))
		}
	}
}

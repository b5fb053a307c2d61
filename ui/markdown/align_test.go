package markdown

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"cstoread/model/clean"
)

// words are what texts are made of: scripts, wide and combined characters,
// and everything that means something in Markdown.
var words = []string{
	"Ministers", "a", "territorial", "1967", "2254 (2015)", "3.", "4)", "two-state", "inter-Syrian",
	"Министры", "государств-членов", "Бишкек", "й", "и\u0306",
	"外交部长", "中东", "日本語", "한국어", "caf\u00e9", "cafe\u0301", "a\u0323\u0308",
	"👨‍👩‍👧‍👦", "🇰🇬", "❤️", "👍🏽", "☎",
	"*", "**", "_x_", "`", "#", "##", "-", "+", ">", "<b>", "</b>", "<!--", "[a](b)", "![", "]:", "|", "\\", "\\*", "&", "&amp;", "&#27;", "~~", "~", "$", "\"", "'", "!", "://", "http://a.b", "www.odkb-csto.org", "x@y.org",
	"Donaudampfschifffahrtsgesellschaftskapitän", strings.Repeat("é", 90),
}

func anyText(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(t, "words")
	var b strings.Builder
	for i, w := range parts {
		if i > 0 && rapid.IntRange(0, 5).Draw(t, "gap") > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return strings.TrimSpace(b.String())
}

// escaped writes a text so that Markdown reads it as that text.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// What is shown is the text, and every cell knows which of its bytes it shows.
func TestAlignment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText(t)
		width := rapid.IntRange(1, 130).Draw(t, "width")
		src := Source{Text: s}
		if rapid.Bool().Draw(t, "markdown") {
			src.Markdown = escaped(s)
		}
		b := Render(src, width)
		checkCells(t, b, s)
		if got, want := shown(b), squeeze(s); got != want {
			t.Fatalf("shown  %q\nwanted %q", got, want)
		}
		checkTiling(t, b, s)
		for y, row := range b.Rows {
			if got := row.Width(); got > max(width, slimmest) {
				t.Fatalf("row %d is %d wide, not %d: %q", y, got, width, under(b, []area{{y, 0, got}}))
			}
			if len(row) == 0 {
				t.Fatalf("row %d is empty", y)
			}
		}
	})
}

type failer interface {
	Fatalf(format string, args ...any)
}

// checkCells proves that cells with text show the bytes they claim.
func checkCells(t failer, b *Block, s string) {
	for y, row := range b.Rows {
		for x, c := range row {
			if c.Start < 0 {
				continue
			}
			if c.Start >= c.End || int(c.End) > len(s) {
				t.Fatalf("row %d, cell %d: bytes %d to %d of %d", y, x, c.Start, c.End, len(s))
			}
			got := squeeze(s[c.Start:c.End])
			if !strings.Contains(squeeze(c.Content), got) || got == "" && squeeze(c.Content) != "" {
				t.Fatalf("row %d, cell %d shows %q and claims %q", y, x, c.Content, got)
			}
		}
	}
}

// checkTiling proves that every character other than white space is shown in
// one cell, and that the areas of a span hold that span.
func checkTiling(t failer, b *Block, s string) {
	at := 0
	for _, row := range b.Rows {
		for _, c := range row {
			if c.Start < 0 || strings.TrimSpace(c.Content) == "" {
				continue
			}
			if strings.TrimSpace(s[at:c.Start]) != "" {
				t.Fatalf("%q is not shown", s[at:c.Start])
			}
			at = int(c.End)
		}
	}
	if strings.TrimSpace(s[at:]) != "" {
		t.Fatalf("%q is not shown", s[at:])
	}
	for start := 0; start < len(s); start += 1 + len(s)/7 {
		if !utf8.RuneStart(s[start]) {
			continue
		}
		end := len(s) - (len(s)-start)/2
		for end < len(s) && !utf8.RuneStart(s[end]) {
			end++
		}
		got := squeeze(under(b, areas(b, start, end)))
		if want := squeeze(s[start:end]); !strings.Contains(got, want) || len(got) > len(want)+2*longestCluster {
			t.Fatalf("%d to %d: areas hold %q, want %q", start, end, got, want)
		}
	}
}

// area is a run of cells in one row of a block, in columns.
type area struct{ Row, Col, Width int }

// areas gives the cells that show the bytes start to end of the plain text, in
// reading order, at most one run for each row (and for each column of a table).
func areas(b *Block, start, end int) []area {
	var out []area
	for y, row := range b.Rows {
		x, open := 0, -1
		for _, c := range row {
			shown := c.Start >= 0 && int(c.Start) < end && int(c.End) > start
			switch {
			case shown && open >= 0:
				out[open].Width += int(c.Width)
			case shown:
				open = len(out)
				out = append(out, area{Row: y, Col: x, Width: int(c.Width)})
			default:
				open = -1
			}
			x += int(c.Width)
		}
	}
	return out
}

// under is what the cells of areas print.
func under(b *Block, areas []area) string {
	var out strings.Builder
	for _, a := range areas {
		x := 0
		for _, c := range b.Rows[a.Row] {
			if x >= a.Col && x < a.Col+a.Width {
				out.WriteString(c.Content)
			}
			x += int(c.Width)
		}
	}
	return out.String()
}

func shown(b *Block) string {
	var out strings.Builder
	for _, row := range b.Rows {
		for _, c := range row {
			out.WriteString(c.Content)
		}
	}
	return squeeze(out.String())
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Any Markdown and any text: nothing panics, rows are not wider than they may
// be, and what cells claim is true.
func FuzzRender(f *testing.F) {
	for _, s := range []string{
		"# a\n\n- b\n  1. c\n> d", "| a | b |\n|---|---|\n| c | d |", "```\ncode\n```", "    x", "[a](http://b.c) <b>x</b> ~~y~~",
		"***", "a\\\nb  \nc", "&#27;[31m&lrm;&#x202e;", "\x1b]8;;http://e.vil\x07x", "外*交*部", ">>>>>>>>>>>>>>>>>> deep", "- - - - - - - - - - - - x", "![a](b \"c\")", "<div>\nx\n</div>",
	} {
		f.Add(s, s, 40)
	}
	f.Fuzz(func(t *testing.T, markdown, text string, width int) {
		width = max(1, width%200)
		text = clean.Line(text)
		b := Render(Source{Text: text, Markdown: markdown}, width)
		for y, row := range b.Rows {
			for _, c := range row {
				if clean.Line("x"+c.Content+"x") != "x"+c.Content+"x" {
					t.Fatalf("row %d prints %q", y, c.Content)
				}
			}
		}
		checkCells(t, b, text)
		for _, l := range b.Links {
			if l != "" && Address(l) == "" {
				t.Fatalf("points to %q", l)
			}
		}
	})
}

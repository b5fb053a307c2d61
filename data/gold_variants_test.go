package data

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"cstoread/model/eval"
	"cstoread/model/tag"
)

// variants change how a text is printed and not what it says: what is named in
// it stays named. Pages carry all of them.
var variants = []struct {
	name   string
	change func(string) string
	least  float64 // of recall and precision
}{
	{"capitals", strings.ToUpper, 0},
	{"non-breaking spaces", replace(" ", "\u00a0"), 0},
	{"broken lines", replace(" ", "\n"), 0},
	{"double spaces", replace(" ", "  "), 0},
	{"Windows line ends", replace(" ", "\r\n"), 0},
	{"no diacritics", bare, 0},
	{"letters and their marks apart", norm.NFD.String, 0},
	{"curly quotes", replace("'", "’"), 0},
	{"modifier apostrophes", replace("'", "ʼ"), 0},
	{"non-breaking hyphens", replace("-", "\u2011"), 0},
	{"in brackets", func(s string) string { return "(" + strings.TrimSuffix(s, ".") + ")" }, 0},
	{"in quotes", func(s string) string { return "“" + s + "”" }, 0},
	{"full stops gone", replace(".", ""), 0},
}

func replace(old, by string) func(string) string {
	return func(s string) string { return strings.ReplaceAll(s, old, by) }
}

// bare takes the diacritics off.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// TestNamesHoldHoweverPrinted runs the prose names through each variant.
func TestNamesHoldHoweverPrinted(t *testing.T) {
	tables, err := tag.Open(Tables())
	if err != nil {
		t.Fatal(err)
	}
	entries := readGold(t, "names.jsonl")
	for _, v := range variants {
		t.Run(v.name, func(t *testing.T) {
			changed := make([]eval.Entry, len(entries))
			for i, e := range entries {
				e.Text = v.change(e.Text)
				changed[i] = e
			}
			report := eval.Score(changed, tables)
			t.Log("\n" + printed(t, report))
			got := report.Result(eval.Countries).All
			if got.Recall() < v.least || got.Precision() < v.least {
				t.Errorf("precision %.4f recall %.4f, want both at least %.4f", got.Precision(), got.Recall(), v.least)
			}
		})
	}
}

package eval_test

import (
	"strings"
	"testing"

	"cstoread/model/eval"
)

func TestWrite(t *testing.T) {
	entries := []eval.Entry{
		{ID: "a", Text: "Syria\nand \x1b[2JIraq", Countries: []string{"IQ", "SY"}, Split: eval.SplitDev},
		{ID: "b", Text: "secret", Countries: []string{"FR"}, Split: eval.SplitHeld},
	}
	report := eval.Score(entries, fixed{country("SY", 0, 5), country("TR", 6, 7)})
	var out strings.Builder
	if err := report.Write(&out, eval.Print{}); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	for _, want := range []string{
		"countries          2       0    0.2500  0.3333  0.2857      1      3        2",
		`a countries -IQ +TR: "Syria\nand \x1b[2JIraq"`,
		"1 errors of the held half are not shown",
		"TR                              0.0000",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "secret") {
		t.Error("a held error's text was shown")
	}
	out.Reset()
	if err := report.Write(&out, eval.Print{Held: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `b countries -FR +SY +TR: "secret"`) {
		t.Errorf("held error missing in\n%s", out.String())
	}
}

func TestForm(t *testing.T) {
	entries := []eval.Entry{
		{ID: "a", Text: "x", Countries: []string{"SY"}},
		{ID: "b", Text: "secret", Countries: []string{"FR"}, Split: eval.SplitHeld},
	}
	report := eval.Score(entries, fixed{country("SY", 0, 1)})
	form := report.Form(eval.Print{})
	got := form.Facets[eval.Countries]
	if got.Entries != 2 || got.Exact != 1 || got.Precision != 0.5 || got.Recall != 0.5 || got.Classes["SY"].Right != 1 {
		t.Errorf("facet %+v", got)
	}
	if len(form.Errors) != 0 || form.Kept != 1 {
		t.Errorf("%d errors, %d kept, want the held one kept back", len(form.Errors), form.Kept)
	}
	if all := report.Form(eval.Print{Held: true}); len(all.Errors) != 1 || all.Kept != 0 {
		t.Errorf("%d errors, %d kept, want the held one shown", len(all.Errors), all.Kept)
	}
}

// A gold file may come from anywhere: nothing in it may reach the terminal as
// a command.
func TestWriteObeysNothing(t *testing.T) {
	entries := []eval.Entry{{ID: "a\x1b]0;x\a", Text: "\u202etext\x9b", Countries: []string{"S\x1b[2JY"}}}
	var out strings.Builder
	if err := eval.Score(entries, fixed{}).Write(&out, eval.Print{}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\a\u202e\u009b") || strings.Contains(out.String(), "\x9b") {
		t.Errorf("a control character came through: %q", out.String())
	}
}

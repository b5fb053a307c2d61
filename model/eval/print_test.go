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

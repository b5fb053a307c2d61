package eval_test

import (
	"fmt"
	"strings"
	"testing"

	"cstoread/model/eval"
)

func TestReadGold(t *testing.T) {
	entries, err := eval.Read(strings.NewReader(
		`{"id":"a","text":"Syria","countries":["SY"],"unknown":1}` + "\n\n" +
			`{"id":7,"text":"none","countries":[],"topics":[],"split":"held"}` + "\n"))
	if err != nil || len(entries) != 2 {
		t.Fatalf("%d entries, error %v", len(entries), err)
	}
	if entries[0].Topics != nil || entries[1].Topics == nil {
		t.Error("an absent list and an empty one must stay apart")
	}
	if held := eval.Select(entries, eval.SplitHeld); len(held) != 1 || held[0].ID != "7" {
		t.Errorf("held %v", held)
	}
	if all := eval.Select(entries, ""); len(all) != 2 {
		t.Errorf("all %v", all)
	}
}

func TestReadGoldRefuses(t *testing.T) {
	for _, x := range []struct{ name, lines, want string }{
		{"no json", "{", "line 1: not a JSON object"},
		{"second line", `{"text":"a","countries":[]}` + "\n[]", "line 2"},
		{"no text", `{"id":"x","countries":[]}`, "line 1 (x): no text"},
		{"nothing to judge", `{"id":"x","text":"a"}`, "nothing to judge"},
		{"unknown split", `{"text":"a","countries":[],"split":"test"}`, `split "test"`},
		{"span outside", `{"text":"a","countries":[],"spans":[{"code":"SY","start":0,"end":9}]}`, "outside the text"},
		{"both ways", `{"text":"a","countries":["SY"],"also":["SY"]}`, "both in countries and in also"},
	} {
		if _, err := eval.Read(strings.NewReader(x.lines)); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: error %v, want one with %q", x.name, err, x.want)
		}
	}
}

func TestSplitIsEvenAndFixed(t *testing.T) {
	dev := 0
	for i := range 1000 {
		if eval.SplitOf(fmt.Sprintf("s%03d", i)) == eval.SplitDev {
			dev++
		}
	}
	if dev < 450 || dev > 550 {
		t.Errorf("%d of 1000 ids are dev, want about half", dev)
	}
	// The halves of the gold on disk depend on these: they must never move.
	for id, want := range map[string]string{"s001": eval.SplitDev, "p01": eval.SplitHeld, "ru01": eval.SplitHeld} {
		if got := eval.SplitOf(id); got != want {
			t.Errorf("%s is %s, was %s", id, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"id":"a","text":"Syria","countries":["SY"],"spans":[{"code":"SY","start":0,"end":5}]}`)
	f.Add("{}\n\n[]")
	f.Fuzz(func(_ *testing.T, lines string) {
		entries, err := eval.Read(strings.NewReader(lines))
		if err != nil {
			return
		}
		eval.Score(entries, fixed{country("SY", 0, 1)})
	})
}

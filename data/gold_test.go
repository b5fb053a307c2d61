package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cstoread/model/eval"
	"cstoread/model/tag"
)

const goldDir = "../model/tag/testdata/gold"

// floor is the least that must hold, as shares of 1. A floor is what held
// when it was written down, a little less to leave room for one wrong text;
// it is raised when the tables get better and never lowered to let a change
// pass.
type floor struct{ precision, recall float64 }

type floors map[eval.Facet]floor

// goldFloors names, for each file and split, the floors of its facets.
var goldFloors = []struct {
	file   string
	split  string
	facets floors
}{
	{"sentences.jsonl", eval.SplitDev, floors{eval.Countries: {0.982, 0.983}, eval.Resolutions: {0.99, 0.99}, eval.Spans: {0.91, 0.95}}},
	{"sentences.jsonl", eval.SplitHeld, floors{eval.Countries: {0.995, 0.995}, eval.Resolutions: {0.99, 0.99}, eval.Spans: {0.95, 0.95}}},
	{"paragraphs.jsonl", eval.SplitDev, floors{eval.Countries: {0.99, 0.99}, eval.Topics: {0.85, 0.85}, eval.Resolutions: {0.99, 0.99}}},
	{"paragraphs.jsonl", eval.SplitHeld, floors{eval.Countries: {0.99, 0.99}, eval.Topics: {0.87, 0.84}, eval.Resolutions: {0.99, 0.99}}},
	{"names.jsonl", eval.SplitDev, floors{eval.Countries: {0.99, 0.99}}},
	{"names.jsonl", eval.SplitHeld, floors{eval.Countries: {0.99, 0.99}}},
	{"sentences-ru.jsonl", eval.SplitDev, floors{eval.Countries: {0.985, 0.985}}},
	{"sentences-ru.jsonl", eval.SplitHeld, floors{eval.Countries: {0.985, 0.985}}},
	{"paragraphs-ru.jsonl", eval.SplitDev, floors{eval.Countries: {0.99, 0.99}, eval.Topics: {0.85, 0.85}, eval.Resolutions: {0.99, 0.99}}},
	{"paragraphs-ru.jsonl", eval.SplitHeld, floors{eval.Countries: {0.99, 0.99}, eval.Topics: {0.85, 0.85}, eval.Resolutions: {0.99, 0.99}}},
}

// TestGold measures the embedded tables against the gold and fails under the
// floors. With -v it prints the scores and the errors of the dev half.
func TestGold(t *testing.T) {
	tables, err := tag.Open(Tables())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range goldFloors {
		t.Run(x.file+"/"+x.split, func(t *testing.T) {
			report := eval.Score(eval.Select(readGold(t, x.file), x.split), tables)
			t.Log("\n" + printed(t, report))
			for facet, least := range x.facets {
				got := report.Result(facet).All
				if p := got.Precision(); p < least.precision {
					t.Errorf("%s: precision %.4f is under the floor %.4f", facet, p, least.precision)
				}
				if r := got.Recall(); r < least.recall {
					t.Errorf("%s: recall %.4f is under the floor %.4f", facet, r, least.recall)
				}
			}
		})
	}
}

func readGold(t *testing.T, name string) []eval.Entry {
	t.Helper()
	file, err := os.Open(filepath.Join(goldDir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	entries, err := eval.Read(file)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return entries
}

func printed(t *testing.T, report eval.Report) string {
	t.Helper()
	var out strings.Builder
	if err := report.Write(&out, eval.Print{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// adversarialFloor is the least share of the phrases that must give no country.
const adversarialFloor = 0.94

// TestAdversarialPhrases counts phrases rather than classes: a phrase that
// names no country is either left alone or it is not.
func TestAdversarialPhrases(t *testing.T) {
	tables, err := tag.Open(Tables())
	if err != nil {
		t.Fatal(err)
	}
	entries := readGold(t, "adversarial.jsonl")
	for _, split := range []string{eval.SplitDev, eval.SplitHeld} {
		report := eval.Score(eval.Select(entries, split), tables)
		t.Log("\n" + printed(t, report))
		got := report.Result(eval.Countries)
		if share := float64(got.Exact) / float64(got.Entries); share < adversarialFloor {
			t.Errorf("%s: %d of %d phrases give no country, want a share of %.2f", split, got.Exact, got.Entries, adversarialFloor)
		}
	}
}

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

// goldFloors names, for each file and split, the floors of its facets.
var goldFloors = []struct {
	file   string
	split  string
	facets map[eval.Facet]floor
}{
	{"sentences.jsonl", eval.SplitDev, map[eval.Facet]floor{eval.Countries: {0, 0}}},
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

package eval_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"cstoread/model/eval"
)

const goldDir = "../tag/testdata/gold"

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

// TestGoldIsSound keeps the gold itself in order: enough of it, codes that
// can be codes, and every entry in the half that its id belongs to.
func TestGoldIsSound(t *testing.T) {
	country := regexp.MustCompile(`^[A-Z]{2}$`)
	resolution := regexp.MustCompile(`^[SA]/RES/[0-9A-Z/-]+$`)
	topics := map[string]bool{}
	for _, code := range []string{
		"terror", "wmd", "arms", "mideast", "conflicts", "afghan", "collsec", "un", "law",
		"sanctions", "peaceops", "humanit", "infosec", "crime", "rights", "health", "dev", "org",
	} {
		topics[code] = true
	}
	for _, file := range []struct {
		name       string
		least      int
		leastHard  int
		withTopics bool
	}{
		{"sentences.jsonl", 300, 120, false},
		{"sentences-ru.jsonl", 80, 40, false},
		{"paragraphs.jsonl", 60, 0, true},
		{"paragraphs-ru.jsonl", 10, 0, true},
		{"topics.jsonl", 150, 0, true},
		{"names.jsonl", 400, 0, false},
		{"adversarial.jsonl", 60, 0, false},
	} {
		t.Run(file.name, func(t *testing.T) {
			entries := readGold(t, file.name)
			hard := 0
			seen := map[string]bool{}
			for _, e := range entries {
				if seen[e.ID] {
					t.Errorf("%s stands twice", e.ID)
				}
				seen[e.ID] = true
				if e.Hard {
					hard++
				}
				if e.Split != eval.SplitOf(e.ID) {
					t.Errorf("%s is marked %s, its half is %s", e.ID, e.Split, eval.SplitOf(e.ID))
				}
				if (e.Topics != nil) != file.withTopics {
					t.Errorf("%s: topics judged: %v", e.ID, e.Topics != nil)
				}
				for _, code := range append(e.Countries, e.Also...) {
					if !country.MatchString(code) {
						t.Errorf("%s: %q is no country code", e.ID, code)
					}
				}
				for _, code := range append(e.Topics, e.AlsoTopics...) {
					if !topics[code] {
						t.Errorf("%s: %q is no upper topic", e.ID, code)
					}
				}
				for _, symbol := range e.Resolutions {
					if !resolution.MatchString(symbol) {
						t.Errorf("%s: %q is no symbol of a resolution", e.ID, symbol)
					}
				}
			}
			if len(entries) < file.least || hard < file.leastHard {
				t.Errorf("%d entries with %d hard ones, want at least %d and %d",
					len(entries), hard, file.least, file.leastHard)
			}
		})
	}
}

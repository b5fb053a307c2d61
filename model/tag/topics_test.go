package tag_test

import (
	"os"
	"strings"
	"testing"

	"cstoread/model/tag"
	"cstoread/model/tag/compile"
)

// smallTopics is a table with one cue of each weight, so that sums can be
// counted by hand.
const smallTopics = `
[=war]
company 0.5
alone quarrel.any
words battle | siege

[=games]
noise 0.75
words stadium

[east The East]
[east.all All of it]
place Aland | Bland
weak camel

[quarrel Quarrels]
[quarrel.any Any]
strong feud

[trade Trade]
[trade.all All]
strong commerce
good market
fair bazaar
weak coin
mute coin collector
`

const smallCountries = `
[AA Aland]
name Aland
[BB Bland]
name Bland
[CC Cland]
name Cland
[DD Dland]
name Dland
`

func smallTables(t *testing.T) *tag.Tables {
	t.Helper()
	image, err := compile.Build([]compile.File{{Name: "topics.txt", Text: smallTopics}, {Name: "countries.txt", Text: smallCountries}})
	if err != nil {
		t.Fatal(err)
	}
	tables, err := tag.Open(image.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// TestTopicSums counts each way in which evidence adds up.
func TestTopicSums(t *testing.T) {
	long := strings.Repeat("word ", tag.LongWords+2*tag.LongStep)
	for _, c := range []struct {
		name, text, code string
		sum              float64
		holds            bool
	}{
		{"a strong cue is enough", "commerce", "trade", 1, true},
		{"a good one is not", "market", "trade", 0.75, false},
		{"two add up", "market coin", "trade", 1, true},
		{"a cue counts once and a quarter again", "bazaar, bazaar, bazaar and bazaar", "trade", 0.75, false},
		{"a mute phrase hides the cue in it", "market, coin collector", "trade", 0.75, false},
		{"a place alone proves nothing", "Aland", "east", 0.5, false},
		{"nor do several", "Aland, Bland", "east", 0.75, false},
		{"a place calls its company", "battle of Aland", "east", 1, true},
		{"company is counted once a word", "battle after battle, Aland", "east", 1, true},
		{"four countries are a list", "Aland, Bland, Cland, Dland and a camel", "east", 0.75, false},
		{"three are not", "Aland, Bland, Cland and a camel", "east", 1, true},
		{"without a place war speaks for itself", "battle and siege", "quarrel", 1, true},
		{"noise is taken away", "commerce at the stadium", "trade", 0.25, false},
		{"a long text asks for more", long + "commerce coin", "trade", 1.25, false},
		{"and gets it", long + "commerce bazaar", "trade", 1.5, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables := smallTables(t)
			for _, s := range tables.Explain(c.text, "en").Topics {
				if s.Code != c.code {
					continue
				}
				if s.Sum != c.sum || s.Holds != c.holds {
					t.Errorf("%q: %s has %+v, want %v %v", c.text, c.code, s, c.sum, c.holds)
				}
				if got := s.Cues + s.Places + s.Company - s.Noise; got != s.Sum {
					t.Errorf("%q: the parts of %+v add up to %v", c.text, s, got)
				}
				return
			}
			t.Errorf("%q: no sum of %s", c.text, c.code)
		})
	}
}

// TestExplainContext shows the words that were company and noise.
func TestExplainContext(t *testing.T) {
	got := smallTables(t).Explain("A battle of Aland at the stadium", "en").Context
	if len(got) != 2 || got[0].Text != "battle" || got[0].Company != 0.5 || got[0].Stanza != "war" ||
		got[1].Text != "stadium" || got[1].Noise != 0.75 {
		t.Errorf("got %+v", got)
	}
}

// TestCuesStandOnce keeps a cue from counting twice for one upper topic.
// A hyphen and a space are the same to the tagger.
func TestCuesStandOnce(t *testing.T) {
	text, err := os.ReadFile("../../data/tables/topics.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen, upper := map[string]string{}, ""
	for number, line := range strings.Split(string(text), "\n") {
		if head, ok := strings.CutPrefix(line, "["); ok {
			code, _, _ := strings.Cut(strings.TrimSuffix(head, "]"), " ")
			upper, _, _ = strings.Cut(code, ".")
			continue
		}
		key, values, _ := strings.Cut(line, " ")
		switch key {
		case "strong", "good", "fair", "weak", "place", "words":
		default:
			continue
		}
		for cue := range strings.SplitSeq(values, "|") {
			cue = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(cue), "-", " "))
			if where := seen[upper+" "+cue]; where != "" {
				t.Errorf("line %d: %q stands under %s already, %s", number+1, cue, upper, where)
			}
			seen[upper+" "+cue] = key
		}
	}
}

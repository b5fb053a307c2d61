package data

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"cstoread/model"
	"cstoread/model/tag"
)

// TestStatementTopics holds the topics of the embedded statement against what
// a careful reader finds in each paragraph.
func TestStatementTopics(t *testing.T) {
	raw, err := os.ReadFile("testdata/statement_gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Paragraphs []struct {
			N          int
			Text       string
			Topics     []string
			TopicsAlso []string `json:"topics_also"`
		}
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	tables, err := tag.Open(Tables())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range gold.Paragraphs {
		var got []string
		for _, m := range tables.Tag(nil, p.Text, "en") {
			if m.Kind == model.MentionTopic && !slices.Contains(got, m.Upper()) {
				got = append(got, m.Upper())
			}
		}
		for _, want := range p.Topics {
			if !slices.Contains(got, want) {
				t.Errorf("paragraph %d: %s is missing from %v", p.N, want, got)
			}
		}
		for _, u := range got {
			if !slices.Contains(p.Topics, u) && !slices.Contains(p.TopicsAlso, u) {
				t.Errorf("paragraph %d: %s is one too many", p.N, u)
			}
		}
	}
}

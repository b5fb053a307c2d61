package data_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"

	"cstoread/data"
	"cstoread/data/document"
	"cstoread/model"
)

const middleEast = "2019-11-27-middle-east-north-africa"

// embedded parses every embedded document.
func embedded(t *testing.T) map[string]*model.Statement {
	t.Helper()
	names, err := fs.Glob(data.Statements(), "*")
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]*model.Statement)
	for _, name := range names {
		raw, err := fs.ReadFile(data.Statements(), name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := document.Read(name, raw)
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Warnings) > 0 || doc.Extra != "" {
			t.Errorf("%s: warnings %v, unknown keys %q", name, doc.Warnings, doc.Extra)
		}
		s := doc.Statement
		if s.ID+".md" != name {
			t.Errorf("%s holds the statement %s", name, s.ID)
		}
		if all[s.ID] != nil {
			t.Errorf("%s stands twice", s.ID)
		}
		if got := document.Format(s); string(got) != string(raw) {
			t.Errorf("%s is not in the form that the program writes:\n%s", name, got)
		}
		all[s.ID] = s
	}
	return all
}

func TestEmbeddedStatementsLoad(t *testing.T) {
	for _, c := range []struct {
		id, date, place string
		kind            model.Kind
		paragraphs      int
	}{
		{middleEast, "2019-11-27", "Bishkek", model.KindStatement, 17},
		{"2024-06-06-committee-secretaries-security-council", "2024-06-06", "Almaty", model.KindNews, 1},
		{"mirzoyan-tasmagambetov", "", "", model.KindNews, 1},
		{"tasmagambetov-cronos-asia", "", "", model.KindNews, 1},
	} {
		s := embedded(t)[c.id]
		if s == nil {
			t.Errorf("%s is missing", c.id)
			continue
		}
		if s.Date.String() != c.date || s.Place != c.place || s.Kind != c.kind || s.Paragraphs != c.paragraphs || len(s.Body) != c.paragraphs {
			t.Errorf("%s: date %q, place %q, kind %q, %d paragraphs", c.id, s.Date, s.Place, s.Kind, s.Paragraphs)
		}
		if !s.Retrieved.IsZero() {
			t.Errorf("%s: nobody knows when it was retrieved, but it says %s", c.id, s.Retrieved)
		}
	}
	if n := len(embedded(t)); n != 4 {
		t.Errorf("%d documents are embedded", n)
	}
}

// The statement holds its 17 paragraphs, to the letter and in order, and
// nothing else.
func TestStatementIsWhole(t *testing.T) {
	raw, err := os.ReadFile("testdata/statement_gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Metadata   struct{ Title string }
		Paragraphs []struct {
			N    int
			Text string
		}
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	s := embedded(t)[middleEast]
	if s.Title != gold.Metadata.Title {
		t.Errorf("title %q", s.Title)
	}
	if len(gold.Paragraphs) != 17 || len(s.Body) != 17 {
		t.Fatalf("%d paragraphs, gold has %d", len(s.Body), len(gold.Paragraphs))
	}
	for i, p := range gold.Paragraphs {
		got := s.Body[i]
		if got.N != p.N || got.Text != p.Text || got.Markdown != p.Text || got.Role != model.RoleText {
			t.Errorf("paragraph %d: %+v, want %q", p.N, got, p.Text)
		}
	}
}

// Every line of the page is in exactly one document, but for those that are
// metadata or navigation, which are in none.
func TestPageIsDividedToTheLetter(t *testing.T) {
	raw, err := os.ReadFile("testdata/odkb-statement-page.txt")
	if err != nil {
		t.Fatal(err)
	}
	nowhere := map[string]bool{
		"November 27, 2019": true, "Bishkek City": true,
		"Go back": true, "Back to the section": true, "Back to the all news": true,
	}
	where := make(map[string]string)
	count := 0
	for id, s := range embedded(t) {
		for _, p := range s.Body {
			where[p.Text] = id
			count++
		}
	}
	notices, found := 0, 0
	page := strings.ReplaceAll(string(raw), "\u00a0", " ")
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		id := where[line]
		switch {
		case line == "" || line == embedded(t)[middleEast].Title:
		case nowhere[line]:
			for text := range where {
				if strings.Contains(text, line) {
					t.Errorf("%q is inside a document", line)
				}
			}
		case id == "":
			t.Errorf("no document holds %q", line)
		default:
			if found++; id != middleEast {
				notices++
			}
		}
	}
	if notices != 3 || found != count || count != 20 {
		t.Errorf("%d lines are documents' paragraphs, %d of them notices; the documents have %d", found, notices, count)
	}
}

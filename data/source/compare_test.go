package source

import (
	"strconv"
	"strings"
	"testing"

	"cstoread/data/page"
)

// TestExtractorsCompared takes the saved HTML pages apart in three ways and
// counts on how many the paragraphs are right: first and last words, and how
// many there are.
//
//	go test ./data/source -run TestExtractorsCompared -v
//
// "extractor" is go-readability's choice of the main text, below the title
// that was recognised; "rules" are those of package page without it; "both" is
// what the program does.
func TestExtractorsCompared(t *testing.T) {
	right := map[string]int{}
	n := 0
	for _, c := range pageCases(t) {
		if Sniff(Input{Name: c.file, Body: c.body}) != HTML {
			continue
		}
		n++
		for _, way := range []string{"extractor", "rules", "both"} {
			p, err := readHTML(Input{Name: c.file, URL: c.url, Body: c.body}, "")
			if err != nil {
				t.Fatal(c.name, err)
			}
			if bodyRight(c, p, way) {
				right[way]++
			}
		}
	}
	t.Logf("of %d pages right: extractor alone %d, rules alone %d, both %d", n, right["extractor"], right["rules"], right["both"])
	if right["both"] < right["rules"] || right["both"] < right["extractor"] {
		t.Error("the two together are worse than one of them alone")
	}
}

func bodyRight(c pageCase, p page.Page, way string) bool {
	var texts []string
	switch way {
	case "extractor":
		for _, b := range p.Blocks {
			if b.Main && strings.TrimSpace(b.Text) != "" && b.Text != c.want["title"] {
				texts = append(texts, b.Text)
			}
		}
	case "rules":
		for i := range p.Blocks {
			p.Blocks[i].Main = false
		}
	}
	if way != "extractor" {
		r, err := page.Recognise(p)
		if err != nil {
			return false
		}
		for _, q := range r.Statement.Body {
			texts = append(texts, q.Text)
		}
	}
	return len(texts) > 0 && strconv.Itoa(len(texts)) == c.want["paragraphs"] &&
		strings.HasPrefix(texts[0], c.want["first"]) && strings.HasSuffix(texts[len(texts)-1], c.want["last"])
}

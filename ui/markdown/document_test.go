package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	xansi "github.com/charmbracelet/x/ansi"

	"cstoread/model"
	"cstoread/ui/theme"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is different:\n%s\nwant:\n%s", name, got, want)
	}
}

// page has a block of every kind.
func page() Page {
	return Page{
		Title: "Decision on a number of questions that were put before the Council",
		About: []string{"27 November 2019 · Bishkek"},
		Body: []model.Paragraph{
			{N: 1, Role: model.RoleHeading, Text: "Part one", Markdown: "## Part one"},
			{N: 2, Text: "The Council welcomes, with satisfaction, the page of the Council at www.example.org and by no means ftp.", Markdown: "The Council *welcomes*, **with *satisfaction***, the [page of\nthe `Council`](https://example.org/a?b=c&amp;d) at www.example.org and by no means [ftp](ftp://example.org)."},
			{N: 3, Role: model.RoleListItem, Text: "9. to approve the plan of the year and the measures that have been agreed upon;", Markdown: "9. to approve the plan of the year and the measures that have been agreed upon;"},
			{N: 4, Role: model.RoleListItem, Text: "to publish it.", Markdown: "- to publish it."},
			{N: 5, Role: model.RoleQuote, Text: "The territory of a State shall not be the object of acquisition by another State.", Markdown: "> The territory of a State shall not be the object of acquisition by another State."},
			{N: 6, Text: "Year Meetings 2018 4 2019 5", Markdown: "| Year | Meetings |\n|---|--:|\n| 2018 | 4 |\n| 2019 | 5 |"},
			{N: 7, Text: `if a\*b { return }`, Markdown: "```\nif a\\*b {\n    return\n}\n```"},
			{N: 8, Text: `Mr. *President*, 5 < 6 & "7" \ [x] &lt; A.`, Markdown: `Mr\. \*President\*, 5 < 6 &amp; \"7\" \\ \[x\] \&lt; &#65;.`},
			{N: 9, Text: "First line, second line. out", Markdown: "First line,  \nsecond <b>line</b>. ~~out~~"},
			{N: 10, Text: "Министры подтверждают поддержку 部长们重申支持 of it.", Markdown: "Министры подтверждают поддержку 部长们重申支持 of it."},
			{N: 11, Role: model.RoleSignature, Text: "For the Republic", Markdown: "For the Republic"},
			{N: 12, Role: model.RoleSignature, Text: "For the Federation", Markdown: "For the Federation"},
		},
	}
}

func TestDocument(t *testing.T) {
	golden(t, "document-60.golden", Plain(page(), 60))
	golden(t, "document-24.golden", Plain(page(), 24))
	styled := Document(page(), 60, theme.New(theme.Unknown, false))
	if got := xansi.Strip(styled); got != Plain(page(), 60) {
		t.Errorf("with looks the text is another:\n%s", got)
	}
	golden(t, "document-styled.golden", strings.ReplaceAll(styled, "\x1b", "␛"))
}

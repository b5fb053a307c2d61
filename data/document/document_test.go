package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cstoread/model"
)

const head = "---\nid: a\ntitle: T\n---\n"

func TestParseHeaderFields(t *testing.T) {
	doc, err := Read("a.md", []byte("---\n"+
		"id: 2004-12-06-ministerial\n"+
		"title: 'Declaration: it''s done'\n"+
		"date: 2004-12-06/07\n"+
		"place: \"Sofia\\u001b[31m\"\n"+
		"issuer: OSCE # a comment\n"+
		"kind: Communique\n"+
		"language: en\n"+
		"source: https://example.org/a#b\n"+
		"retrieved: 2020-01-02\n"+
		"translation_of: 2004-12-06-ru\n"+
		"signed_by: [one, two]\n"+
		"notes: |\n  first\n  second\n"+
		"---\n\nText.\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := model.Header{
		ID: "2004-12-06-ministerial", Title: "Declaration: it's done",
		Date:  model.Date{Year: 2004, Month: 12, Day: 6, EndMonth: 12, EndDay: 7},
		Place: "Sofia", Issuer: "OSCE", Kind: model.KindCommunique, Language: "en",
		Source: "https://example.org/a#b", Retrieved: model.Date{Year: 2020, Month: 1, Day: 2},
		TranslationOf: "2004-12-06-ru", Notes: "first\nsecond", Paragraphs: 1,
	}
	if d := cmp.Diff(want, doc.Statement.Header); d != "" {
		t.Error(d)
	}
	if doc.Extra != "signed_by: [one, two]\n" || len(doc.Warnings) != 1 || doc.Warnings[0].Line != 12 {
		t.Errorf("extra %q, warnings %v", doc.Extra, doc.Warnings)
	}
	header, err := ParseHeader("a.md", []byte(strings.ReplaceAll(head+"\nText.", "\n", "\r\n")))
	if err != nil || header.ID != "a" || header.Title != "T" || header.Paragraphs != 1 {
		t.Errorf("%+v, %v", header, err)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "a.md:1: no front matter"},
		{"no front matter", "# Title\n", "a.md:1: no front matter"},
		{"open front matter", "---\nid: a\ntitle: T\n", "a.md:1: the front matter does not end"},
		{"no id", "---\ntitle: T\n---\nText.", "a.md:1: no id"},
		{"no title", "---\nid: a\n---\nText.", "a.md:1: no title"},
		{"empty title", "---\nid: a\ntitle: null\n---\nText.", "a.md:1: no title"},
		{"bad id", "---\ntitle: T\nid: ../../etc\n---\nText.", `a.md:3: id: "../../etc" cannot be an id`},
		{"bad date", "---\nid: a\ntitle: T\ndate: 27.11.2019\n---\nText.", `a.md:4: date: "27.11.2019" is not a date`},
		{"no such day", "---\nid: a\ntitle: T\ndate: 2019-02-30\n---\nText.", "a.md:4: date:"},
		{"key twice", "---\nid: a\ntitle: T\nid: b\n---\nText.", "a.md:4: id: given twice"},
		{"key twice in YAML", "---\nid: 'a'\ntitle: T\nid: 'b'\n---\nText.", "a.md:4:"},
		{"list for a text", "---\nid: a\ntitle: [T]\n---\nText.", "a.md:3: title: must be one text"},
		{"not YAML", "---\nid: a\ntitle: \"T\n---\nText.", "a.md:"},
		{"not a mapping", "---\n- id\n---\nText.", "a.md:2: the front matter must be lines"},
		{"no body", head, "a.md:5: no text after"},
		{"only a comment", head + "\n<!-- later -->\n\n---\n", "a.md:9: no text after"},
		{"hostile value", "---\nid: a\ntitle: T\ndate: \"\\e]0;x\\a\"\n---\nText.", "a.md:4: date:"},
	} {
		_, err := Parse("a.md", []byte(c.in))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.name, err, c.want)
		} else if strings.ContainsAny(err.Error(), "\n\x1b\x07") {
			t.Errorf("%s: error %q", c.name, err)
		}
		if _, headErr := ParseHeader("a.md", []byte(c.in)); headErr == nil || headErr.Error() != err.Error() {
			t.Errorf("%s: the header's error is %v", c.name, headErr)
		}
	}
	if _, err := Parse("big.md", make([]byte, MaxSize+1)); err == nil {
		t.Error("a file of any size is read")
	}
}

func TestUnusualIsKeptAndSaid(t *testing.T) {
	doc, err := Read("a.md", []byte("---\nid: a\ntitle: T\nkind: treaty\nsource: ftp://x\nseries: 3\n---\nText."))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Statement.Kind != "treaty" || doc.Statement.Source != "ftp://x" || doc.Extra != "series: 3\n" {
		t.Errorf("%+v %q", doc.Statement.Header, doc.Extra)
	}
	if len(doc.Warnings) != 3 {
		t.Errorf("warnings %v", doc.Warnings)
	}
}

// What YAML takes for a number or for nothing is text here.
func TestPlainAndQuotedValues(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2019", "2019"},
		{`"2019"`, "2019"},
		{"0x10", "0x10"},
		{"yes", "yes"},
		{"1_000", "1_000"},
		{"T: U", "!"},
		{"T #U", "T"},
		{"T#U", "T#U"},
		{"«Т»", "«Т»"},
		{"'#T'", "#T"},
		{"Т: «У»", "!"},
		{"&a T", "T"},
		{"!!str T", "T"},
		{"|-\n  T\n  U", "T U"},
		{">-\n  T\n  U", "T U"},
	} {
		s, err := Parse("a.md", []byte("---\nid: a\ntitle: "+c.in+"\n---\nText."))
		if c.want == "!" {
			if err == nil {
				t.Errorf("title %s: read as %q", c.in, s.Title)
			}
		} else if err != nil || s.Title != c.want {
			t.Errorf("title %s: %v, %v", c.in, s, err)
		}
	}
}

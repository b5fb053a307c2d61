package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cstoread/data/document"
	"cstoread/model"
)

const hostile = `---
id: 2021-08-19-afghanistan
title: Statement on <script>alert(1)</script> & "Afghanistan"
date: 2021-08-19
place: Dushanbe
language: en
source: https://example.org/a?b=1&c=2
---

## A heading

The ministers <b onclick="x()">follow</b> the *situation*; see [here](javascript:alert(1)) and [there](https://example.org/).

=HYPERLINK("https://example.org") begins this paragraph about Syria.

1. The first item

2. The second item
`

func statements(t *testing.T) []*model.Statement {
	t.Helper()
	a, err := document.Parse("a", []byte(hostile))
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Body {
		p := &a.Body[i]
		if at := strings.Index(p.Text, "Syria"); at >= 0 {
			p.Mentions = []model.Mention{{Kind: "country", Code: "SY", Start: at, End: at + 5, Text: "Syria", Strength: "named", Rule: "name"}}
		}
	}
	b, err := document.Parse("b", []byte("---\nid: undated\ntitle: Заявление\nlanguage: ru\n---\n\nТекст заявления.\n"))
	if err != nil {
		t.Fatal(err)
	}
	return []*model.Statement{a, b}
}

func sequence(all []*model.Statement) Statements {
	return func(yield func(*model.Statement, error) bool) {
		for _, s := range all {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func written(t *testing.T, f Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f, sequence(statements(t)), model.Date{Year: 2026, Month: 11, Day: 23}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestJSONL(t *testing.T) {
	lines := bytes.Split(bytes.TrimSpace(written(t, JSONL)), []byte("\n"))
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	var r record
	if err := json.Unmarshal(lines[0], &r); err != nil {
		t.Fatal(err)
	}
	if r.ID != "2021-08-19-afghanistan" || len(r.Paragraphs) != 5 || len(r.Paragraphs[2].Mentions) != 1 {
		t.Errorf("got %+v", r)
	}
}

func TestCSV(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(written(t, CSV))).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if got := rows[1][0]; got != "2021-08-19-afghanistan#p3" {
		t.Errorf("reference %q", got)
	}
	if got := rows[1][10]; !strings.HasPrefix(got, "'=HYPERLINK") {
		t.Errorf("the paragraph is a formula: %q", got)
	}
}

// wellFormed reads XML to its end and fails on a script or an event handler.
func wellFormed(t *testing.T, name string, b []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, b)
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local == "script" {
			t.Errorf("%s holds a script", name)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Value, "javascript:") {
				t.Errorf("%s holds %s=%q", name, a.Name.Local, a.Value)
			}
		}
	}
}

func TestHTML(t *testing.T) {
	page := written(t, HTML)
	wellFormed(t, "the page", bytes.TrimPrefix(page, []byte("<!DOCTYPE html>\n")))
	for _, want := range []string{`id="2021-08-19-afghanistan-p3"`, "&lt;script&gt;", `href="https://example.org/"`, `lang="ru"`, "Текст заявления.", `<ol start="2">`} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestEPUB(t *testing.T) {
	book := written(t, EPUB)
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	if f := z.File[0]; f.Name != "mimetype" || f.Method != zip.Store {
		t.Errorf("first comes %s, packed by method %d", f.Name, f.Method)
	}
	names := map[string]bool{}
	for _, f := range z.File {
		names[f.Name] = true
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name != "mimetype" {
			wellFormed(t, f.Name, b)
		}
	}
	for _, want := range []string{"META-INF/container.xml", "OEBPS/content.opf", "OEBPS/nav.xhtml", "OEBPS/s1.xhtml", "OEBPS/s2.xhtml"} {
		if !names[want] {
			t.Errorf("no %s in it", want)
		}
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	all := statements(t)
	if err := Folder(dir, sequence(all)); err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		b, err := os.ReadFile(filepath.Join(dir, s.ID+".md"))
		if err != nil {
			t.Fatal(err)
		}
		back, err := document.Parse(s.ID, b)
		if err != nil || back.Title != s.Title || len(back.Body) != len(s.Body) {
			t.Errorf("%s reads back as %+v, %v", s.ID, back, err)
		}
	}
	if err := Folder(dir, sequence(all)); err == nil || !strings.Contains(err.Error(), "there already") {
		t.Errorf("files are replaced: %v", err)
	}
}

func TestFileIsWholeOrNotThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.html")
	broken := func(yield func(*model.Statement, error) bool) {
		_ = yield(statements(t)[0], nil) && yield(nil, errors.New("cannot be read"))
	}
	if err := File(path, HTML, broken, model.Date{}); err == nil || !strings.Contains(err.Error(), "cannot be read") {
		t.Errorf("err = %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a half file is left: %v", err)
	}
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := File(path, HTML, sequence(statements(t)), model.Date{}); err == nil {
		t.Error("a file that was there is replaced")
	}
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("it reads %q now", b)
	}
}

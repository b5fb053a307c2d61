package page

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"cstoread/model"
)

func TestBuiltInPage(t *testing.T) {
	text, err := os.ReadFile("testdata/csto-page.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Recognise(Page{Blocks: FromText(string(text))})
	if err != nil {
		t.Fatal(err)
	}
	s := r.Statement
	got := fmt.Sprint(s.Date, s.Place, s.Kind, s.Issuer, len(s.Body))
	want := fmt.Sprint("2019-11-27", "Bishkek", "statement",
		"Foreign Ministers of the member states of the Collective Security Treaty Organization", 17)
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if last := s.Body[16].Text; !strings.HasSuffix(last, "international law.") {
		t.Errorf("the last paragraph is %q", last)
	}
}

// TestPages reads each page of testdata/pages: what is wanted stands above
// the line "-- page --", the text as copied from the page below it.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, url, text := readPage(t, file)
			r, err := Recognise(Page{Blocks: FromText(text), URL: url})
			if refused, ok := want["refused"]; ok {
				var why Refusal
				if !errors.As(err, &why) || !strings.Contains(string(why), refused) {
					t.Errorf("err = %v, want a refusal with %q", err, refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			check(t, want, fields(r))
		})
	}
}

func check(t *testing.T, want, got map[string]string) {
	t.Helper()
	for field, w := range want {
		g := got[field]
		switch field {
		case "first":
			if !strings.HasPrefix(g, w) {
				t.Errorf("first paragraph = %q, want it to begin with %q", g, w)
			}
		case "last":
			if !strings.HasSuffix(g, w) {
				t.Errorf("last paragraph = %q, want it to end with %q", g, w)
			}
		default:
			if g != w {
				t.Errorf("%s = %q, want %q", field, g, w)
			}
		}
	}
}

func fields(r Result) map[string]string {
	s := r.Statement
	signatures := 0
	for _, p := range s.Body {
		if p.Role == model.RoleSignature {
			signatures++
		}
	}
	return map[string]string{
		"title": s.Title, "date": s.Date.String(), "place": s.Place, "kind": string(s.Kind),
		"issuer": s.Issuer, "language": s.Language, "published": r.Published.String(),
		"datefound": r.Evidence[FieldDate].Found, "paragraphs": strconv.Itoa(len(s.Body)),
		"signatures": strconv.Itoa(signatures),
		"first":      s.Body[0].Text, "last": s.Body[len(s.Body)-1].Text,
	}
}

func readPage(t *testing.T, file string) (want map[string]string, url, text string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, text, ok := strings.Cut(string(b), "-- page --\n")
	if !ok {
		t.Fatal("no line -- page --")
	}
	want = map[string]string{}
	for sc := bufio.NewScanner(strings.NewReader(head)); sc.Scan(); {
		key, value, _ := strings.Cut(sc.Text(), ":")
		value = strings.TrimSpace(value)
		if field, ok := strings.CutPrefix(key, "want "); ok {
			want[field] = value
		} else if key == "url" {
			url = value
		}
	}
	return want, url, text
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"plain text":       "plain text",
		"<b>x</b>":         `\<b\>x\</b\>`,
		"1. The text":      `1\. The text`,
		"- Mr. President":  `\- Mr. President`,
		"# 4 in a row":     `\# 4 in a row`,
		"a*b_c":            `a\*b\_c`,
		"---":              `\---`,
		"AT&T &amp; R & D": `AT\&T \&amp; R & D`,
		"[x](y)":           `\[x\](y)`,
		"2019 was a year":  "2019 was a year",
	} {
		if got := Escape(in); got != want {
			t.Errorf("Escape(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzRecognise(f *testing.F) {
	files, _ := filepath.Glob("testdata/pages/*.txt")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := Recognise(Page{Blocks: FromText(s), URL: "https://example.org/a/b"})
		if err != nil {
			return
		}
		if len(r.Statement.Body) == 0 || r.Statement.Title == "" && r.Evidence[FieldTitle].Sure {
			t.Fatalf("an empty statement was not refused: %+v", r.Statement)
		}
		for i, p := range r.Statement.Body {
			if p.N != i+1 || strings.TrimSpace(p.Text) == "" {
				t.Fatalf("paragraph %d is numbered %d and reads %q", i+1, p.N, p.Text)
			}
		}
	})
}

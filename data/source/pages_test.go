package source

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"cstoread/data/document"
	"cstoread/data/page"
)

// pageCase is a saved page or a copied text of testdata/pages, and what a
// careful reader finds in it. Above the line "-- page --" stand its file name,
// its address, its charset and what is wanted; below it the file.
type pageCase struct {
	name, file, url, charset string
	want                     map[string]string
	body                     []byte
	held                     bool
}

// filler holds the made-up paragraphs that the pages share, so that a page
// shows its structure and not its text: {e1} is an English one, {r1} a Russian
// one, {n7} the seventh of a numbered row, {np 1 20} twenty of them in HTML.
func filler(t testing.TB) func(string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/filler.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts, group, n := map[string]string{}, "", 0
	for _, l := range strings.Split(string(b), "\n") {
		switch {
		case l == "" || strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "["):
			group, n = strings.Trim(l, "[]"), 0
		default:
			n++
			texts[group+strconv.Itoa(n)] = l
		}
	}
	numbered := func(i int) string {
		return fmt.Sprintf("%d. In year %d of the plan %s", i, i, strings.ToLower(texts["e"+strconv.Itoa(i%12+1)][:1])+texts["e"+strconv.Itoa(i%12+1)][1:])
	}
	macro := regexp.MustCompile(`\{(np \d+ \d+|n\d+|[er]\d+)\}`)
	return func(s string) string {
		return macro.ReplaceAllStringFunc(s, func(m string) string {
			m = strings.Trim(m, "{}")
			var from, to int
			if k, _ := fmt.Sscanf(m, "np %d %d", &from, &to); k == 2 {
				var out strings.Builder
				for i := from; i <= to; i++ {
					out.WriteString("<p>" + numbered(i) + "</p>\n")
				}
				return out.String()
			}
			if k, _ := fmt.Sscanf(m, "n%d", &from); k == 1 {
				return numbered(from)
			}
			if texts[m] == "" {
				t.Fatalf("there is no paragraph {%s}", m)
			}
			return texts[m]
		})
	}
}

func pageCases(t testing.TB) []pageCase {
	t.Helper()
	held, err := os.ReadFile("testdata/held.list")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(files) < 40 {
		t.Fatal(len(files), err)
	}
	fill := filler(t)
	var cases []pageCase
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		head, body, ok := strings.Cut(fill(string(b)), "-- page --\n")
		if !ok {
			t.Fatalf("%s: no line -- page --", f)
		}
		c := pageCase{name: strings.TrimSuffix(filepath.Base(f), ".txt"), want: map[string]string{}, body: []byte(body)}
		c.held = slices.Contains(strings.Split(string(held), "\n"), c.name)
		for sc := bufio.NewScanner(strings.NewReader(head)); sc.Scan(); {
			key, value, _ := strings.Cut(sc.Text(), ":")
			value = strings.TrimSpace(value)
			field, wanted := strings.CutPrefix(key, "want ")
			switch {
			case wanted:
				c.want[field] = value
			case key == "name":
				c.file = value
			case key == "url":
				c.url = value
			case key == "charset":
				c.charset = value
			default:
				t.Fatalf("%s: what is %q?", f, key)
			}
		}
		if strings.HasPrefix(filepath.Base(f), "text-crlf") {
			c.body = []byte(strings.ReplaceAll(body, "\n", "\r\n"))
		}
		switch c.charset {
		case "windows-1251":
			c.body = encode(t, charmap.Windows1251, string(c.body))
		case "koi8-r":
			c.body = encode(t, charmap.KOI8R, string(c.body))
		}
		cases = append(cases, c)
	}
	return cases
}

// understood gives what was understood of a page, field by field.
func (c pageCase) understood() map[string]string {
	pages, failed := Pages(Input{Name: c.file, URL: c.url, Body: c.body}, DefaultLimits())
	if len(pages) != 1 || len(failed) != 0 {
		return map[string]string{"refused": fmt.Sprint(len(pages), " pages, failed: ", failed)}
	}
	r, err := page.Recognise(pages[0])
	if err != nil {
		return map[string]string{"refused": err.Error()}
	}
	s := r.Statement
	// What is understood must be what the library can keep to the letter.
	s.ID = "x"
	kept, err := document.Parse("x.md", document.Format(s))
	if err != nil || len(kept.Body) != len(s.Body) {
		return map[string]string{"refused": fmt.Sprint("it cannot be kept: ", err)}
	}
	for i := range s.Body {
		if kept.Body[i].Text != s.Body[i].Text {
			return map[string]string{"refused": fmt.Sprintf("it would be kept as %q, not %q", kept.Body[i].Text, s.Body[i].Text)}
		}
	}
	return map[string]string{
		"title": s.Title, "date": s.Date.String(), "place": s.Place, "kind": string(s.Kind), "issuer": s.Issuer,
		"language": s.Language, "source": s.Source, "paragraphs": strconv.Itoa(len(s.Body)),
		"first": s.Body[0].Text, "last": s.Body[len(s.Body)-1].Text, "published": r.Published.String(),
	}
}

func holds(field, want, got string) bool {
	switch field {
	case "first":
		return strings.HasPrefix(got, want)
	case "last":
		return strings.HasSuffix(got, want)
	}
	return got == want
}

// heldFloor is how many fields of the pages that were held back are right, so
// that none is lost again. At
// the first look it was 153, with 124 before the rules for the others were
// made; what was wrong then has been mended since, so that they count no more
// as unseen. The ten pages whose names begin with "second" were written
// afterwards: of their 78 fields 67 were right at the first look, and three
// more had been wanted wrongly. Of the five whose names begin with "third", 33
// of 39 were right at the first look.
const heldFloor = 180

// TestSavedPages counts the fields that are right, on the pages the rules
// were made with and on those that were held back, and names the others.
func TestSavedPages(t *testing.T) {
	var right, all [2]int
	for _, c := range pageCases(t) {
		half := 0
		if c.held {
			half = 1
		}
		got := c.understood()
		fields := make([]string, 0, len(c.want))
		for f := range c.want {
			fields = append(fields, f)
		}
		sort.Strings(fields)
		for _, f := range fields {
			all[half]++
			if holds(f, c.want[f], got[f]) {
				right[half]++
			} else if half == 0 || os.Getenv("HELD") != "" {
				t.Errorf("%s: %s = %q, want %q %s", c.name, f, got[f], c.want[f], got["refused"])
			}
		}
	}
	if right[1] < heldFloor {
		t.Errorf("held back: %d of %d fields are right, and were %d; HELD=1 names the others", right[1], all[1], heldFloor)
	}
	t.Logf("made with: %d of %d fields; held back: %d of %d", right[0], all[0], right[1], all[1])
}

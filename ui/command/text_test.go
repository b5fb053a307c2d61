package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/model/query"
)

func TestRowKeepsColumnsAndLines(t *testing.T) {
	var b bytes.Buffer
	out := newOutput(&b)
	if err := out.row("a\tb", "c\nd", `e\f`, "\x1b[31mred", "x\u202ey"); err != nil {
		t.Fatal(err)
	}
	_ = out.Flush()
	want := `a\tb` + "\t" + `c\nd` + "\t" + `e\\f` + "\tred\txy\n"
	if got := b.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFacetText(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{"SY", "country:SY"},
		{"North Macedonia", `country:"North Macedonia"`},
		{"SY, North Macedonia", `country:SY,"North Macedonia"`},
		{`"Syria"`, `country:"Syria"`},
	} {
		if got := facetText(query.FieldCountry, c.value); got != c.want {
			t.Errorf("facetText(%q) = %s, want %s", c.value, got, c.want)
		}
	}
}

func TestProblemLine(t *testing.T) {
	got := problemLine("über country:Atlantis", query.Problem{Start: 14, End: 22, Message: "no such\ncountry"})
	want := "the query at character 14: no such country: über country:⟦Atlantis⟧"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, p := range []query.Problem{{Start: -1, End: 99}, {Start: 5, End: 2}, {Start: 99, End: 99}} {
		_ = problemLine("syria", p) // whatever the span, no panic
	}
}

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "Syria", `a"b\c`, "\x1b[2J", "é\u202e", "\xff\xfe", "a\x7fb", "\u2028", "\U000e0041"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := appendString(nil, s)
		var back string
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatalf("%q: %v", b, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); utf8.ValidString(s) && back != want {
			t.Errorf("%q came back as %q", s, back)
		}
		if got := clean.Text(string(b)); got != string(b) {
			t.Errorf("%q is not harmless", b)
		}
	})
}

func FuzzSnippet(f *testing.F) {
	f.Add(strings.Repeat("word ", 200), 500, 504)
	f.Add(strings.Repeat("ж", 900), 300, 302)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = clean.Text(text)
		var spans []model.Span
		if 0 <= start && start < end && end <= len(text) && utf8.RuneStart(text[start]) && (end == len(text) || utf8.RuneStart(text[end])) {
			spans = []model.Span{{Start: start, End: end}}
		}
		from, to := snippet(text, spans)
		if from < 0 || to > len(text) || from > to {
			t.Fatalf("snippet %d to %d of %d bytes", from, to, len(text))
		}
		if !utf8.ValidString(text[from:to]) {
			t.Errorf("snippet %q cuts a character", text[from:to])
		}
		if len(spans) > 0 && (start < from || end > to) {
			t.Errorf("the hit %d to %d is not in the snippet %d to %d", start, end, from, to)
		}
	})
}

// FuzzParagraphs checks that the division of plain text loses nothing: each
// paragraph stands in the input where its offset says, without empty lines,
// and all that is left out is white space.
func FuzzParagraphs(f *testing.F) {
	f.Add("one\ntwo\n\n three \r\n\r\n", false)
	f.Add("\ufeff\n\na\nb", true)
	f.Fuzz(func(t *testing.T, in string, lines bool) {
		p := newParagraphs(iotestReader(in), "", lines)
		at := 0
		for {
			got, err := p.next()
			if err != nil {
				break
			}
			if !strings.HasPrefix(in[got.offset:], got.text) || int(got.offset) < at {
				t.Fatalf("%q is not at %d of %q", got.text, got.offset, in)
			}
			if left := strings.TrimPrefix(in[at:got.offset], "\ufeff"); strings.TrimSpace(left) != "" {
				t.Fatalf("%q is left out", left)
			}
			if strings.TrimSpace(got.text) == "" {
				t.Fatalf("an empty paragraph at %d", got.offset)
			}
			if lines && strings.Contains(got.text, "\n") {
				t.Fatalf("%q is more than a line", got.text)
			}
			at = int(got.offset) + len(got.text)
		}
		if left := strings.TrimPrefix(in[at:], "\ufeff"); strings.TrimSpace(left) != "" {
			t.Fatalf("%q is left out at the end of %q", left, in)
		}
	})
}

// iotestReader gives its text in pieces, as a pipe does.
func iotestReader(s string) *bufio.Reader {
	return bufio.NewReaderSize(strings.NewReader(s), 16)
}

func TestTreeIsComplete(t *testing.T) {
	a := &app{out: newOutput(&bytes.Buffer{})}
	for _, cmd := range a.root().Commands() {
		if cmd.Short == "" || cmd.Long == "" || cmd.Example == "" || cmd.GroupID == "" {
			t.Errorf("%s is not described in full", cmd.Name())
		}
	}
}

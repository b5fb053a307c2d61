package document

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var seeds = []string{
	head + "Text.", "---\n---\n", "---\nid: 'a'\ntitle: \"b\\e[1m\"\nx: [1, {y: z}]\nnotes: |\n  c\n---\n- a\n  1. b\n\n> c",
	head + "A *b* [c](d) `e`\n\n1. f\n1. g\n\n    h\n\n<!-- signature -->\ni\n\n<div>j</div>\n\na|b\n-|-\nc|d",
	head + "&#27;[31m &lrm; &#x202e; &amp;#27; \\&#27;", head + ">>>>- 1. # a\n", head + "a  \nb\\\nc\t\nd\u00a0\n\u00a0e",
	head + "- a\n\n      b\n\n1) c\n1. d", "\ufeff---\r\nid: a\r\ntitle: b\r\n---\r\nc\r\n", head + "[a]: b\n[a]\n\n_a_\n===", head + "(a)\n\n“b” ~~c~~ &",
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read("fuzz.md", data)
		header, headErr := ParseHeader("fuzz.md", data)
		if err != nil {
			if headErr == nil || headErr.Error() != err.Error() || strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Fatalf("error %q, of the header %q", err, headErr)
			}
			return
		}
		s := doc.Statement
		if d := cmp.Diff(s.Header, header); headErr != nil || d != "" {
			t.Fatalf("ParseHeader differs: %v\n%s", headErr, d)
		}
		for i, p := range s.Body {
			if p.N != i+1 || p.Text == "" || p.Text != oneLine(p.Text) || strings.TrimSpace(p.Markdown) == "" {
				t.Fatalf("paragraph %+v", p)
			}
		}
		safe(t, doc)

		formatted := Format(s)
		again, err := Parse("again.md", formatted)
		if err != nil {
			t.Fatalf("what was formatted is refused: %v\n%s", err, formatted)
		}
		if d := cmp.Diff(s.Header, again.Header, cmp.FilterPath(func(p cmp.Path) bool { return p.String() == "Paragraphs" }, cmp.Ignore())); d != "" {
			t.Fatalf("header changed by formatting: %s\n%s", d, formatted)
		}
	})
}

// safe fails when anything that a terminal would obey is left.
func safe(t *testing.T, doc *Document) {
	t.Helper()
	s := doc.Statement
	all := []string{s.ID, s.Title, s.Place, s.Issuer, string(s.Kind), s.Language, s.Source, s.Notes, doc.Extra}
	for _, p := range s.Body {
		all = append(all, p.Text, p.Markdown)
	}
	for _, w := range doc.Warnings {
		all = append(all, w.Error())
	}
	for _, v := range all {
		if !utf8.ValidString(v) {
			t.Fatalf("not UTF-8: %q", v)
		}
		for _, r := range v {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q holds %U", v, r)
			}
		}
	}
}

// Bodies of prose are read without the Markdown parser; it must say the same.
func FuzzPlainBody(f *testing.F) {
	for _, s := range []string{"a\nb\n\nc", "a *b* \\\nc", "1 a\n2. b", "a  \nb\t\n \n\nc\u00a0", "a|b\n-|-", "“a”\n`b`", "a\n&amp;\n<b>", "a\n\nb\n", "é\n\n\u00a0a", "a[1]\nb", "a\\", "a ~~b~~ ~c~"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := Read("fuzz.md", []byte(head+body))
		if err != nil {
			return
		}
		_, clean, err := read("fuzz.md", []byte(head+body))
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := plainBlocks(clean); !ok {
			return
		}
		if d := cmp.Diff(parsed(clean), doc.Statement.Body); d != "" {
			t.Fatalf("%q: %s", clean, d)
		}
	})
}

// What the plain reader of front matters accepts, YAML reads in the same way.
func FuzzPlainFields(f *testing.F) {
	for _, s := range []string{"id: a\n", "title: a: b\n", "title: T #x\n", "date: 2019-11-27\nplace:\n", "notes: é\n", "k: - a\n", "k: null\n", "k: a\tb\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, head string) {
		if !utf8.ValidString(head) || strings.Contains(head, fence) {
			return
		}
		doc, _, err := read("x.md", []byte("---\n"+head+"\n---\nT"))
		if err != nil || doc == nil {
			return
		}
		head, _, problem := split("x.md", "---\n"+head+"\n---\nT")
		if problem != nil {
			return
		}
		plain, ok := plainFields(head)
		if !ok {
			return
		}
		slow, problem := yamlFields("x.md", head)
		if problem != nil {
			t.Fatalf("%q: YAML says %v", head, problem)
		}
		if d := cmp.Diff(slow, plain, cmp.AllowUnexported(field{})); d != "" {
			t.Fatalf("%q: %s", head, d)
		}
	})
}

func statement(paragraphs int) []byte {
	var b bytes.Buffer
	b.WriteString("---\nid: 2019-11-27-x\ntitle: Statement by the Foreign Ministers on the situation in the Middle East\ndate: 2019-11-27\nplace: Bishkek\nissuer: Foreign Ministers\nkind: statement\nlanguage: en\nsource: https://example.org/x\n---\n")
	for range paragraphs {
		b.WriteString("\nMinisters reaffirm their strong commitment to the unity, sovereignty and territorial integrity of the country, and the principle of “nonintervention” in its internal affairs.\n")
	}
	return b.Bytes()
}

func BenchmarkParsePlain(b *testing.B) { benchmarkParse(b, statement(17)) }

func BenchmarkParseMarkdown(b *testing.B) {
	benchmarkParse(b, append(statement(16), "\n1. A *list* item.\n"...))
}

func benchmarkParse(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("x.md", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseHeader(b *testing.B) {
	data := statement(17)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseHeader("x.md", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFormat(b *testing.B) {
	s, err := Parse("x.md", statement(17))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Format(s)
	}
}

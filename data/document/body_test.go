package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cstoread/model"
)

type block struct {
	role           model.Role
	text, markdown string
}

func TestBody(t *testing.T) {
	const item, quote = model.RoleListItem, model.RoleQuote
	for _, c := range []struct {
		name, in string
		want     []block
	}{
		{"prose", "One\ntwo  \nthree.\n\n\nFour.", []block{{"", "One two three.", "One\ntwo  \nthree."}, {"", "Four.", "Four."}}},
		{"oddities stay", "electricity , schools  and “fully sovereignty”", []block{{"", "electricity , schools  and “fully sovereignty”", "electricity , schools  and “fully sovereignty”"}}},
		{"no-break spaces", "in\u00a0Almaty,\u202fa", []block{{"", "in Almaty, a", "in\u00a0Almaty,\u202fa"}}},
		{"markup", "A **bold** and *soft* [link](https://x.org \"t\"), `a*b`, ~~out~~ <https://y.org>.", []block{{"", "A bold and soft link, a*b, out https://y.org.", "A **bold** and *soft* [link](https://x.org \"t\"), `a*b`, ~~out~~ <https://y.org>."}}},
		{"escapes and references", `27\. November \*x\* &amp; caf&eacute; \&amp; A&#66;`, []block{{"", "27. November *x* & café &amp; AB", `27\. November \*x\* &amp; caf&eacute; \&amp; A&#66;`}}},
		{"image", "![the flag](f.png) flies", []block{{"", "the flag flies", "![the flag](f.png) flies"}}},
		{"headings", "# Part *I*\nText\n\nPart II\n=======", []block{{model.RoleHeading, "Part I", "# Part *I*"}, {"", "Text", "Text"}, {model.RoleHeading, "Part II", "Part II\n======="}}},
		{"bullets", "- one\n- two\n  more\n\n* three", []block{{item, "one", "- one"}, {item, "two more", "- two\n  more"}, {item, "three", "* three"}}},
		{"numbers", "3. c\n4. d\n\n   e", []block{{item, "3. c", "3. c"}, {item, "4. d e", "4. d\n\n   e"}}},
		{"numbers that Markdown counts", strings.Repeat("1) x\n", 10), []block{
			{item, "1) x", "1) x"},
			{item, "2) x", "2) x"},
			{item, "3) x", "3) x"},
			{item, "4) x", "4) x"},
			{item, "5) x", "5) x"},
			{item, "6) x", "6) x"},
			{item, "7) x", "7) x"},
			{item, "8) x", "8) x"},
			{item, "9) x", "9) x"},
			{item, "10) x", "10) x"},
		}},
		{"list in list", "1. a\n   - b\n   - c\n\n   d\n2. e", []block{{item, "1. a", "1. a"}, {item, "b", "- b"}, {item, "c", "- c"}, {item, "d", "d"}, {item, "2. e", "2. e"}}},
		{"quotation", "> a\n> b\n>\n> c\n\nd", []block{{quote, "a b", "> a\n> b"}, {quote, "c", "> c"}, {"", "d", "d"}}},
		{"table", "a | b\n--|--\nc | d", []block{{"", "a b c d", "a | b\n--|--\nc | d"}}},
		{"code", "```go\nx := 1\n```\n\n    y\n", []block{{"", "x := 1", "```go\nx := 1\n```"}, {"", "y", "    y"}}},
		{"inline HTML", "a<b>c</b><br>d", []block{{"", "ac d", "a<b>c</b><br>d"}}},
		{"block of HTML", "<div>\na &lt; b\n</div>\n\n<!-- x -->\n\nc", []block{{"", "a < b", "<div>\na &lt; b\n</div>"}, {"", "c", "c"}}},
		{"rule and definition", "a [x]\n\n---\n\n[x]: https://x.org\n\nb", []block{{"", "a x", "a [x]"}, {"", "b", "b"}}},
		{"roles", "<!-- salutation -->\nMr. President,\n\n<!-- salutation -->\n\nExcellencies,\n\nText.\n\n<!-- signature -->\n\nDone at Sochi", []block{
			{model.RoleSalutation, "Mr. President,", "Mr. President,"}, {model.RoleSalutation, "Excellencies,", "Excellencies,"}, {"", "Text.", "Text."}, {model.RoleSignature, "Done at Sochi", "Done at Sochi"},
		}},
		{"hostile", "a\x1b[31mb &#27;[0m &#x1b; &#x80 &rlm;\u202ec\x07", []block{{"", "ab \ufffd[0m \ufffd \ufffd \ufffdc", "ab \ufffd[0m \ufffd \ufffd \ufffdc"}}},
		{"first line indented", "    code\nText", []block{{"", "code", "    code"}, {"", "Text", "Text"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Parse("a.md", []byte(head+c.in))
			if err != nil {
				t.Fatal(err)
			}
			var got []block
			for i, p := range s.Body {
				if p.N != i+1 {
					t.Errorf("paragraph %d is numbered %d", i+1, p.N)
				}
				got = append(got, block{p.Role, p.Text, p.Markdown})
			}
			if d := cmp.Diff(c.want, got, cmp.AllowUnexported(block{})); d != "" {
				t.Error(d)
			}
		})
	}
}

package reader

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"cstoread/model"
	"cstoread/ui/markdown"
	"cstoread/ui/theme"
)

// poison is text that a terminal would obey, in every spelling that could
// come through: as bytes, and as references that Markdown resolves.
var poison = []string{
	"\x1b[2J", "\x1b]0;title\x07", "\x1b]52;c;YQ==\x07", "\x1b]8;;https://evil.example\x07", "\x1bP1$r\x1b\\", "\x1b_apc\x1b\\", "\u009b31m", "\u009d0;x\u009c",
	"\x00", "\x07", "\x08", "\x0e", "\x7f", "\r", "\v", "\f", "\u202e", "\u2066", "\u200f", "\u061c", "\ufeff", "\xff\xfe", "\xed\xa0\x80",
	"&#27;[2J", "&#x1b;]0;x&#7;", "&#155;31m", "&#x202e;", "&rlm;", "&#0;", "&NewLine;", "&Tab;",
	"[a](https://example.org/\x1b[2J\x07)", "[a](https://example.org/&#27;&#7;x)", "[a](javascript:alert)", "[a](file:///etc/passwd)", "[a](https://user:pass@example.org)", "<https://example.org/\u202ex>", "![a](\x1b]0;x\x07)",
}

var allowed = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;[^;[:cntrl:]]*;(https?://[!-~]+)?(\x07|\x1b\\)`)

// Nothing of it reaches the terminal, wherever in a statement it stands.
func TestUntrusted(t *testing.T) {
	for _, bad := range poison {
		st := statement("Title "+bad+" end",
			model.Paragraph{Text: "One " + bad + " two"},
			model.Paragraph{Role: model.RoleHeading, Text: "x", Markdown: "# " + bad},
			model.Paragraph{Role: model.RoleListItem, Text: bad, Markdown: "1. " + bad + "\n\n       " + bad},
			model.Paragraph{Text: bad, Markdown: "```" + bad + "\n" + bad + "\n```"},
			model.Paragraph{Text: bad, Markdown: "| a" + bad + " | b |\n|---|---|\n| `" + bad + "` | [" + bad + "](https://example.org) |"},
			model.Paragraph{Text: bad, Markdown: "> *" + bad + "* **" + bad + "** `" + bad + "` <b " + bad + ">"},
			model.Paragraph{Text: strings.Repeat(bad+"x", 700)},
		)
		st.Place, st.Issuer, st.Notes, st.TranslationOf, st.Language, st.VariantOf, st.Doubtful = bad, bad, bad, bad, bad, bad, bad
		st.Kind = model.Kind(bad)
		p := New(theme.New(theme.Dark, true))
		p.Resize(90, 50)
		p.Show(st, 0)
		for range 4 {
			checkClean(t, bad, strings.Join(p.View(true), ""))
			p.Page(2)
		}
		checkClean(t, bad, strings.ReplaceAll(markdown.Document(markdown.Page{Title: st.Title, About: []string{bad}, Body: st.Body}, 70, theme.New(theme.Light, true)), "\n", ""))
	}
}

func checkClean(t *testing.T, bad, out string) {
	t.Helper()
	for _, r := range allowed.ReplaceAllString(out, "") {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' {
			t.Fatalf("%q lets %q through", bad, r)
		}
	}
	for _, m := range allowed.FindAllStringSubmatch(out, -1) {
		if m[1] != "" && (strings.Contains(m[1], "evil") || strings.Contains(m[1], "user:")) {
			t.Fatalf("%q lets %q through", bad, m[1])
		}
	}
}

package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"cstoread/model/clean"
)

// plainText is what a person reads of a block, on one line: no markup, links
// without their address, images as their description.
func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	writePlain(&b, n, source)
	return oneLine(b.String())
}

func writePlain(b *strings.Builder, n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.Text:
		value := n.Value(source)
		if !n.IsRaw() {
			value = resolve(value)
		}
		b.Write(value)
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte(' ')
		}
		return
	case *ast.String:
		b.Write(n.Value)
		return
	case *ast.AutoLink:
		b.Write(n.Label(source))
		return
	case *ast.RawHTML:
		if tag := n.Segments.Value(source); strings.HasPrefix(strings.ToLower(string(tag)), "<br") {
			b.WriteByte(' ')
		}
		return
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				b.Write(t.Value(source))
			}
		}
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		b.Write(n.Lines().Value(source))
		return
	case *ast.HTMLBlock:
		text := string(n.Lines().Value(source))
		if n.HasClosure() {
			text += string(n.ClosureLine.Value(source))
		}
		b.WriteString(withoutTags(text))
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		writePlain(b, c, source)
		if c.Type() == ast.TypeBlock && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
		}
	}
}

// resolve takes the backslashes from escaped punctuation and the references
// to characters for the characters.
func resolve(value []byte) []byte {
	var out []byte
	for len(value) > 0 {
		at := 0
		for at < len(value) && value[at] != '\\' {
			at++
		}
		out = append(out, util.ResolveEntityNames(util.ResolveNumericReferences(value[:at]))...)
		if value = value[at:]; len(value) > 1 && util.IsPunct(value[1]) {
			out, value = append(out, value[1]), value[2:]
		} else if len(value) > 0 {
			out, value = append(out, '\\'), value[1:]
		}
	}
	return out
}

// withoutTags takes the tags and comments out of HTML.
func withoutTags(s string) string {
	var b strings.Builder
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			break
		}
		b.Write(resolve([]byte(s[:at])))
		s = s[at:]
		end, skip := strings.IndexByte(s, '>'), 1
		if strings.HasPrefix(s, "<!--") {
			end, skip = strings.Index(s, "-->"), 3
		}
		if end < 0 {
			return b.String()
		}
		b.WriteByte(' ')
		s = s[end+skip:]
	}
	return b.String() + string(resolve([]byte(s)))
}

// oneLine is text as paragraphs hold it: clean, on one line, with ordinary
// spaces.
func oneLine(s string) string {
	s = strings.ReplaceAll(s, "\u00a0", " ")
	return clean.Line(strings.ReplaceAll(s, "\u202f", " "))
}

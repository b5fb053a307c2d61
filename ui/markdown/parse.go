package markdown

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// markdown is the parser of our Markdown, made when it is first needed:
// CommonMark with tables, struck-out text and bare addresses. It reads a block
// as the documents are read when their plain text is made, but that bare
// addresses become links.
var markdown = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.Linkify,
	)).Parser()
})

// document is a parsed block together with the bytes that its nodes point to.
type document struct {
	root   ast.Node
	source []byte
}

// parse reads a source; one without Markdown becomes a single paragraph of
// its text.
func parse(s Source) document {
	if s.Markdown != "" {
		source := []byte(s.Markdown)
		return document{markdown().Parse(text.NewReader(source)), source}
	}
	d := document{root: ast.NewDocument()}
	p := ast.NewParagraph()
	p.AppendChild(p, d.literal(s.Text))
	d.root.AppendChild(d.root, p)
	return d
}

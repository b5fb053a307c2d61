package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser makes the parser of our Markdown, when it is first needed. It is
// CommonMark with tables and bare addresses as links, and without what would
// make words vanish from a text of record: HTML is not read, so "<b>" stays as
// it is written, and a line that looks like a reference's definition is text.
var newParser = sync.OnceValue(func() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(), 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
	return p
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
		return document{newParser().Parse(text.NewReader(source)), source}
	}
	d := document{root: ast.NewDocument()}
	p := ast.NewParagraph()
	p.AppendChild(p, d.literal(s.Text))
	d.root.AppendChild(d.root, p)
	return d
}

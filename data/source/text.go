package source

import (
	"regexp"
	"strings"
	"sync"

	"cstoread/data/document"
	"cstoread/data/page"
	"cstoread/model/clean"
)

// readText reads plain text as copied from a page.
func readText(in Input) page.Page {
	d := Decode(in.Body, charsetParam(in.Type))
	return page.Page{Name: in.Name, URL: in.URL, Blocks: page.FromText(clean.Text(d.Text)), Notes: notes(d)}
}

// blockMark is what stands before a heading, an item or a quotation.
var blockMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:#{1,6}|>|[-*+]|(\d{1,9}[.)]))\s+`)
})

// readMarkdown reads Markdown that is not yet a statement's file: its blocks
// keep their emphasis and links.
func readMarkdown(in Input) page.Page {
	d := Decode(in.Body, charsetParam(in.Type))
	p := page.Page{Name: in.Name, URL: in.URL, Notes: notes(d)}
	for _, q := range document.Body(clean.Text(strings.ReplaceAll(d.Text, "\r\n", "\n"))) {
		b := page.Block{Text: q.Text, Markdown: q.Markdown, Role: q.Role, Break: true}
		if m := blockMark().FindStringSubmatch(q.Markdown); m != nil && q.Role != "" {
			b.Markdown, b.Number = q.Markdown[len(m[0]):], m[1]
			b.Text = strings.TrimPrefix(b.Text, m[1]+" ")
		}
		if strings.HasPrefix(q.Markdown, "# ") {
			b.Level = 1
		}
		p.Blocks = append(p.Blocks, b)
	}
	return p
}

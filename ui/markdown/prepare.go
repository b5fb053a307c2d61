package markdown

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"cstoread/model/clean"
)

// A link is where a text points to, and how many characters other than white
// space that text has.
type link struct {
	address string
	ink     int
}

// prepare rewrites the inline nodes below n so that glamour prints exactly
// their text, and returns the links in the order in which they are printed.
//
// Glamour prints a link's address after its text and writes any scheme as a
// terminal link. Here the text is enough, and only http and https are
// followed: a link is pointed at an anchor, which glamour leaves out, and the
// address is laid over the cells later.
func (d *document) prepare(n ast.Node) []link {
	var links []link
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch c := c.(type) {
		case *ast.Text:
			n.ReplaceChild(n, c, d.literal(d.written(c)))
		case *ast.String:
			n.ReplaceChild(n, c, d.literal(oneLine(string(c.Value))))
		case *ast.RawHTML:
			d.tag(n, c)
		case *ast.CodeSpan:
			d.code(c)
		case *ast.AutoLink:
			links = append(links, d.link(n, c, string(c.Label(d.source)), string(c.URL(d.source))))
		case *ast.Link:
			links = append(links, d.link(n, c, d.content(c), unescape(c.Destination)))
		case *ast.Image:
			links = append(links, d.link(n, c, d.content(c), unescape(c.Destination)))
		default:
			links = append(links, d.prepare(c)...)
		}
		c = next
	}
	return links
}

// link replaces old by a link of one text. What has no address to follow is
// still counted, so that the count of links stays right.
func (d *document) link(parent, old ast.Node, text, address string) link {
	text = clean.Text(text)
	l := ast.NewLink()
	l.Destination = []byte("#")
	l.AppendChild(l, d.literal(text))
	parent.ReplaceChild(parent, old, l)
	return link{Address(address), ink(text)}
}

// tag takes a tag out; one that breaks the line becomes a line break.
func (d *document) tag(parent ast.Node, n *ast.RawHTML) {
	if strings.HasPrefix(strings.ToLower(string(n.Segments.Value(d.source))), "<br") {
		parent.ReplaceChild(parent, n, d.literal("\n"))
		return
	}
	parent.RemoveChild(parent, n)
}

// content is the text below n.
func (d *document) content(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.WriteString(d.written(c))
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(d.source))
		case *ast.RawHTML:
		default:
			b.WriteString(d.content(c))
		}
	}
	return oneLine(b.String())
}

// code rewrites a code span, in which glamour resolves references only.
func (d *document) code(n *ast.CodeSpan) {
	var text []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok { // a code span holds nothing else
			text = append(text, t.Value(d.source)...)
		}
	}
	s := oneLine(string(text))
	n.RemoveChildren(n)
	n.AppendChild(n, ast.NewTextSegment(d.add(strings.ReplaceAll(s, "&", "&amp;"))))
}

// codeBlock rewrites the lines of a code block, in which glamour resolves
// escapes only.
func (d *document) codeBlock(n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		at := lines.At(i)
		s := clean.Text(string(at.Value(d.source)))
		s = strings.ReplaceAll(s, "\t", "    ")
		lines.Set(i, d.add(strings.ReplaceAll(s, `\`, `\\`)))
	}
}

// Address cleans an address and returns it when it can be followed from a
// terminal: http or https, with a host. Otherwise it is empty.
func Address(s string) string {
	s = clean.Line(s)
	if strings.HasPrefix(s, "www.") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	return u.String()
}

// ink counts the characters of s other than white space.
func ink(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

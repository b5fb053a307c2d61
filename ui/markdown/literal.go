package markdown

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"cstoread/model/clean"
)

// literal makes a text node that glamour prints as s. Glamour resolves
// character references and then a part of Markdown's escapes in every text it
// prints, so both are escaped beforehand.
func (d *document) literal(s string) *ast.Text {
	s = strings.ReplaceAll(s, `\`, `\\`)
	return ast.NewTextSegment(d.add(strings.ReplaceAll(s, "&", "&amp;")))
}

// add appends s to the source and returns where it stands.
func (d *document) add(s string) text.Segment {
	start := len(d.source)
	d.source = append(d.source, s...)
	return text.NewSegment(start, len(d.source))
}

// written is what a text node says: escapes and character references
// resolved, cleaned, with a blank for a soft line break and a line break for
// a hard one.
func (d *document) written(n *ast.Text) string {
	value := n.Segment.Value(d.source)
	s := string(value)
	if !n.IsRaw() {
		s = unescape(value)
	}
	s = oneLine(s)
	switch {
	case n.HardLineBreak():
		s += "\n"
	case n.SoftLineBreak():
		s += " "
	}
	return s
}

// unescape resolves backslash escapes and character references in one pass,
// so that what an escape protects is not read as a reference.
func unescape(b []byte) string {
	if !bytes.ContainsAny(b, `\&`) {
		return string(b)
	}
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
			out.WriteByte(b[i])
		case b[i] == '&':
			ref := reference(b[i:])
			out.WriteString(html.UnescapeString(ref))
			i += len(ref) - 1
		default:
			out.WriteByte(b[i])
		}
	}
	return out.String()
}

// reference is the character reference at the head of b with its semicolon,
// or the ampersand alone.
func reference(b []byte) string {
	const longest = 33 // &CounterClockwiseContourIntegral;
	for i := 1; i < len(b) && i < longest; i++ {
		c := b[i]
		if c == ';' {
			return string(b[:i+1])
		}
		if c != '#' && !util.IsAlphaNumeric(c) {
			break
		}
	}
	return "&"
}

// oneLine cleans a run of text and gives it no line breaks and no tabs.
func oneLine(s string) string {
	s = clean.Text(s)
	if strings.ContainsAny(s, "\n\t") {
		s = strings.NewReplacer("\n", " ", "\t", " ").Replace(s)
	}
	return s
}

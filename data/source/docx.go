package source

import (
	"bytes"
	"encoding/xml"
	"strings"

	"cstoread/data/page"
	"cstoread/model"
	"cstoread/model/clean"
)

// wordSpace is the namespace of WordprocessingML (ECMA-376, part 1).
const wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// readDOCX reads the paragraphs of a Word document. Deleted text of tracked
// changes, headers, footers, notes and comments are not part of it.
func readDOCX(in Input, limits Limits) (page.Page, error) {
	b, err := member(in.Body, "word/document.xml", limits.Bytes)
	if err != nil {
		return page.Page{}, err
	}
	p := page.Page{Name: in.Name, URL: in.URL}
	d := docx{dec: xml.NewDecoder(bytes.NewReader(b))}
	if err := d.run(); err != nil {
		return page.Page{}, err
	}
	p.Blocks = d.blocks
	return p, nil
}

// docx walks the document's elements in order.
type docx struct {
	dec    *xml.Decoder
	blocks []page.Block
	text   strings.Builder
	role   model.Role
	level  int
	inside int // depth of w:p, which can be nested through text boxes
	quiet  int // depth of what is not text
	inText bool
}

func (d *docx) run() error {
	return eachToken(d.dec, func(tok xml.Token) {
		switch t := tok.(type) {
		case xml.StartElement:
			d.start(t)
		case xml.EndElement:
			d.end(t)
		case xml.CharData:
			if d.inText && d.quiet == 0 {
				d.text.Write(t)
			}
		}
	})
}

func (d *docx) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		if t.Name.Space == wordSpace {
			d.flush()
			d.inside++
		}
	case "t":
		d.inText = t.Name.Space == wordSpace
	case "del", "moveFrom", "instrText", "Fallback":
		d.quiet++
	case "tab":
		if d.inside > 0 {
			d.text.WriteByte(' ')
		}
	case "br", "cr":
		d.text.WriteByte('\n')
	case "noBreakHyphen":
		d.text.WriteByte('-')
	case "pStyle":
		d.style(value(t))
	case "numPr":
		if d.role == model.RoleText {
			d.role = model.RoleListItem
		}
	}
}

func (d *docx) end(t xml.EndElement) {
	switch t.Name.Local {
	case "p":
		if t.Name.Space == wordSpace {
			d.flush()
			d.inside--
		}
	case "t":
		d.inText = false
	case "del", "moveFrom", "instrText", "Fallback":
		d.quiet--
	}
}

// style reads a paragraph style's name: "Heading1", "Title", and what
// translated versions call them.
func (d *docx) style(name string) {
	n := strings.ToLower(name)
	switch {
	case n == "title":
		d.role, d.level = model.RoleHeading, 1
	case strings.HasPrefix(n, "heading") || strings.HasPrefix(n, "заголовок"):
		d.role, d.level = model.RoleHeading, 2
		if strings.HasSuffix(n, "1") {
			d.level = 1
		}
	case strings.Contains(n, "quote"):
		d.role = model.RoleQuote
	}
}

func value(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

func (d *docx) flush() {
	lines := strings.Split(clean.Text(d.text.String()), "\n")
	for _, l := range lines {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			d.blocks = append(d.blocks, page.Block{Text: l, Role: d.role, Level: d.level, Break: true})
		}
	}
	d.text.Reset()
	d.role, d.level = model.RoleText, 0
}

package source

import (
	"bytes"
	"encoding/xml"
	"strings"

	"cstoread/data/page"
	"cstoread/model"
	"cstoread/model/clean"
)

// readODT reads the paragraphs of an OpenDocument text (ISO/IEC 26300): the
// elements text:p and text:h of its content. Notes, comments and deleted text
// are not part of it.
func readODT(in Input, limits Limits) (page.Page, error) {
	b, err := member(in.Body, "content.xml", limits.Bytes)
	if err != nil {
		return page.Page{}, err
	}
	d := odt{dec: xml.NewDecoder(bytes.NewReader(b))}
	if err := d.run(); err != nil {
		return page.Page{}, err
	}
	return page.Page{Name: in.Name, URL: in.URL, Blocks: d.blocks}, nil
}

type odt struct {
	dec    *xml.Decoder
	blocks []page.Block
	text   strings.Builder
	level  int // of the heading that is open, 0 for a paragraph
	inside int // depth of text:p and text:h
	items  int // depth of list items
	quiet  int // depth of what is not text
}

func (d *odt) run() error {
	return eachToken(d.dec, func(tok xml.Token) {
		switch t := tok.(type) {
		case xml.StartElement:
			d.start(t)
		case xml.EndElement:
			d.end(t.Name.Local)
		case xml.CharData:
			if d.inside > 0 && d.quiet == 0 {
				d.text.Write(t)
			}
		}
	})
}

func (d *odt) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p", "h":
		d.inside++
		if t.Name.Local == "h" {
			d.level = 2
			for _, a := range t.Attr {
				if a.Name.Local == "outline-level" && a.Value == "1" {
					d.level = 1
				}
			}
		}
	case "list-item":
		d.items++
	case "annotation", "note", "tracked-changes", "bibliography-mark":
		d.quiet++
	case "s", "tab":
		d.text.WriteByte(' ')
	case "line-break":
		d.text.WriteByte('\n')
	}
}

func (d *odt) end(name string) {
	switch name {
	case "p", "h":
		if d.inside--; d.inside == 0 {
			d.flush()
		}
	case "list-item":
		d.items--
	case "annotation", "note", "tracked-changes", "bibliography-mark":
		d.quiet--
	}
}

func (d *odt) flush() {
	role := model.RoleText
	switch {
	case d.level > 0:
		role = model.RoleHeading
	case d.items > 0:
		role = model.RoleListItem
	}
	for _, l := range strings.Split(clean.Text(d.text.String()), "\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			d.blocks = append(d.blocks, page.Block{Text: l, Role: role, Level: d.level, Break: true})
		}
	}
	d.text.Reset()
	d.level = 0
}

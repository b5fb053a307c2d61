package export

import (
	"archive/zip"
	"fmt"
	"hash/fnv"
	"html"
	"io"
	"strings"

	"cstoread/model"
)

// writeEPUB writes an e-book (EPUB 3.3): a chapter a statement. It is a small
// zip archive of pages; the libraries that write it bring fetching of pictures
// and style sheets, of which statements have none.
func writeEPUB(w io.Writer, statements Statements, today model.Date) error {
	z := zip.NewWriter(w)
	// The type comes first and unpacked, so that a reader knows it by its
	// bytes (OCF 3.3, 4.3).
	head, err := z.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(head, "application/epub+zip"); err != nil {
		return err
	}
	if err := entry(z, "META-INF/container.xml", containerXML); err != nil {
		return err
	}
	var chapters []model.Header
	id := fnv.New64a()
	for s, err := range statements {
		if err != nil {
			return err
		}
		if err := chapter(z, len(chapters)+1, s); err != nil {
			return err
		}
		chapters = append(chapters, s.Header)
		_, _ = io.WriteString(id, s.ID+"\n")
	}
	if err := entry(z, "OEBPS/nav.xhtml", contents(chapters)); err != nil {
		return err
	}
	if err := entry(z, "OEBPS/content.opf", book(chapters, id.Sum64(), today)); err != nil {
		return err
	}
	return z.Close()
}

func entry(z *zip.Writer, name, text string) error {
	f, err := z.Create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, text)
	return err
}

const containerXML = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
`

const xhtml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"%s><head><title>%s</title></head><body>
`

func chapter(z *zip.Writer, n int, s *model.Statement) error {
	var b strings.Builder
	lang := ""
	if s.Language != "" {
		l := html.EscapeString(s.Language)
		lang = fmt.Sprintf(` lang="%s" xml:lang="%s"`, l, l)
	}
	fmt.Fprintf(&b, xhtml, lang, html.EscapeString(s.Title))
	if err := article(&b, s); err != nil {
		return err
	}
	b.WriteString("</body></html>\n")
	return entry(z, fmt.Sprintf("OEBPS/s%d.xhtml", n), b.String())
}

func contents(chapters []model.Header) string {
	var b strings.Builder
	fmt.Fprintf(&b, xhtml, "", "Statements")
	b.WriteString("<nav epub:type=\"toc\"><h1>Statements</h1><ol>\n")
	for i, h := range chapters {
		title := h.Title
		if !h.Date.IsZero() {
			title = h.Date.String() + " " + title
		}
		fmt.Fprintf(&b, "<li><a href=\"s%d.xhtml\">%s</a></li>\n", i+1, html.EscapeString(title))
	}
	b.WriteString("</ol></nav></body></html>\n")
	return b.String()
}

// book is the package document. Its identifier is made of the statements'
// IDs, so that the same collection is the same book.
func book(chapters []model.Header, id uint64, today model.Date) string {
	var manifest, spine strings.Builder
	for i := range chapters {
		fmt.Fprintf(&manifest, "<item id=\"s%d\" href=\"s%d.xhtml\" media-type=\"application/xhtml+xml\"/>\n", i+1, i+1)
		fmt.Fprintf(&spine, "<itemref idref=\"s%d\"/>\n", i+1)
	}
	language := "en"
	if len(chapters) > 0 && chapters[0].Language != "" {
		language = chapters[0].Language
	}
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:cstoread:%016x</dc:identifier>
<dc:title>Statements</dc:title>
<dc:language>%s</dc:language>
<meta property="dcterms:modified">%sT00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
%s</manifest>
<spine>
%s</spine>
</package>
`, id, html.EscapeString(language), today, manifest.String(), spine.String())
}

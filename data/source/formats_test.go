package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"cstoread/data/page"
)

// The same short statement is written in each format; whatever the format, it
// must be understood alike.
var sample = []string{
	"Statement by the Permanent Council on the situation at the border",
	"27 ноября 2019 года",
	"Bishkek",
	"The Permanent Council notes with concern what happens at the southern border, and asks all sides to refrain from the use of force.",
	"It recalls resolutions 242 & 497 <of the Council> and the «Madrid» principles, as well as all that was agreed upon in the years before.",
	"The members will go on consulting each other, and are ready to help in every way that is open to them.",
}

func zipped(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, body := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var xmlEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func htmlSample() string {
	return "<html><head><title>x</title></head><body><p>" + strings.Join(escapeAll(sample), "</p>\n<p>") + "</p></body></html>"
}

func escapeAll(in []string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = xmlEscape.Replace(s)
	}
	return out
}

func docxSample() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><w:document xmlns:w="` + wordSpace + `"><w:body>`)
	for _, s := range escapeAll(sample) {
		half := len(s) / 2
		for s[half] >= 0x80 || s[half] == ';' || s[half] == '&' {
			half++
		}
		fmt.Fprintf(&b, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:del><w:r><w:delText>GONE</w:delText><w:t>GONE</w:t></w:r></w:del><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, s[:half], s[half:])
	}
	return b.String() + `</w:body></w:document>`
}

func odtSample() string {
	return `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>` +
		strings.Join(escapeAll(sample), `<text:note><text:p>NOTE</text:p></text:note></text:p><text:p>`) +
		`</text:p></office:text></office:body></office:document-content>`
}

func rtfSample(t *testing.T) []byte {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times;}}{\info{\title Hidden}}\f0 `)
	for i, s := range sample {
		for _, r := range s {
			switch {
			case r < 0x80:
				b.WriteRune(r)
			case i%2 == 0:
				fmt.Fprintf(&b, `\u%d?`, r)
			default:
				c, ok := charmap.Windows1251.EncodeRune(r)
				if !ok {
					t.Fatalf("%q is not in windows-1251", r)
				}
				fmt.Fprintf(&b, `\'%02x`, c)
			}
		}
		b.WriteString(`\par ` + "\r\n")
	}
	return []byte(b.String() + "}")
}

func mailSample() string {
	return "From: a@example.org\r\nSubject: =?utf-8?B?" + base64.StdEncoding.EncodeToString([]byte("Пересылаю")) + "?=\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(strings.Join(sample, "\n\n"))) + "\r\n--xx--\r\n"
}

func mhtmlSample() string {
	return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/x\r\nSubject: x\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related; type=\"text/html\"; boundary=\"yy\"\r\n\r\n--yy\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(htmlSample())) + "\r\n--yy--\r\n"
}

func gzipped(t *testing.T, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFormats(t *testing.T) {
	in1251 := encode(t, charmap.Windows1251, strings.ReplaceAll(htmlSample(), "<head>", `<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`))
	docx := zipped(t, map[string]string{"[Content_Types].xml": "<x/>", "word/document.xml": docxSample()})
	for _, c := range []struct {
		name string
		kind Kind
		body []byte
	}{
		{"a.html", HTML, []byte(htmlSample())},
		{"b.html", HTML, in1251},
		{"c.txt", Text, []byte(strings.Join(sample, "\n\n"))},
		{"d.txt", Text, encode(t, charmap.KOI8R, strings.NewReplacer("«", `"`, "»", `"`).Replace(strings.Join(sample, "\r\n\r\n")))},
		{"e.md", Markdown, []byte("# " + strings.ReplaceAll(strings.Join(sample, "\n\n"), "<", `\<`))},
		{"f.docx", DOCX, docx},
		{"g.odt", ODT, zipped(t, map[string]string{"mimetype": "x", "content.xml": odtSample()})},
		{"h.rtf", RTF, rtfSample(t)},
		{"i.eml", Mail, []byte(mailSample())},
		{"j.mhtml", MHTML, []byte(mhtmlSample())},
		{"k.html.gz", Gzip, gzipped(t, []byte(htmlSample()))},
		{"l.zip", Zip, zipped(t, map[string]string{"sub/m.docx": string(docx), "__MACOSX/sub/._m.docx": "x"})},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := Input{Name: c.name, Body: c.body}
			if k := Sniff(in); k != c.kind {
				t.Errorf("taken for %s, want %s", k, c.kind)
			}
			pages, failed := Pages(in, DefaultLimits())
			if len(pages) != 1 || len(failed) != 0 {
				t.Fatalf("%d pages, failed: %v", len(pages), failed)
			}
			checkSample(t, pages[0])
		})
	}
}

func checkSample(t *testing.T, p page.Page) {
	t.Helper()
	r, err := page.Recognise(p)
	if err != nil {
		t.Fatal(err)
	}
	s := r.Statement
	if s.Title != sample[0] || s.Date.String() != "2019-11-27" || s.Place != "Bishkek" || s.Kind != "statement" || len(s.Body) != 3 {
		t.Fatalf("got %+v with %d paragraphs: %+v", s.Header, len(s.Body), s.Body)
	}
	for i, p := range s.Body {
		got := strings.NewReplacer(`"Madrid"`, "«Madrid»").Replace(p.Text)
		if got != sample[i+3] {
			t.Errorf("paragraph %d = %q, want %q", i+1, got, sample[i+3])
		}
	}
}

// pdfSample writes the English lines of the sample as a PDF of one page, the
// long ones broken over two lines of print, as programs for printing do.
func pdfSample() []byte {
	var content strings.Builder
	y := 760
	for i, s := range sample {
		if i == 1 {
			s = "27 November 2019"
		}
		s = strings.NewReplacer("«", "'", "»", "'").Replace(s)
		words := strings.Fields(s)
		var lines []string
		l := ""
		for _, w := range words {
			if len(l)+1+len(w) > 70 {
				lines = append(lines, l)
				l = w
				continue
			}
			l = strings.TrimSpace(l + " " + w)
		}
		lines = append(lines, l)
		for _, l := range lines {
			fmt.Fprintf(&content, "BT /F1 12 Tf 72 %d Td (%s) Tj ET\n", y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(l))
			y -= 14
		}
		y -= 14
	}
	widths := strings.TrimSpace(strings.Repeat("500 ", 95))
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", content.Len(), content.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [" + widths + "] >>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

func TestPDF(t *testing.T) {
	pages, failed := Pages(Input{Name: "x.pdf", Body: pdfSample()}, DefaultLimits())
	if len(pages) != 1 || len(failed) != 0 {
		t.Fatalf("%d pages, failed: %v", len(pages), failed)
	}
	if !pages[0].Approximate {
		t.Error("text from PDF is not marked as approximate")
	}
	r, err := page.Recognise(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	s := r.Statement
	if s.Title != sample[0] || s.Date.String() != "2019-11-27" || s.Place != "Bishkek" || len(s.Body) != 3 || s.Body[2].Text != sample[5] {
		t.Errorf("got %+v: %+v", s.Header, s.Body)
	}
}

package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"cstoread/data/page"
)

// FuzzPages gives every reader rubbish: whatever comes in, no reader panics,
// and what comes out is clean text within the limits.
func FuzzPages(f *testing.F) {
	t := &testing.T{}
	docx := zipped(t, map[string]string{"word/document.xml": docxSample()})
	for name, body := range map[string][]byte{
		"a.html": []byte(htmlSample()), "c.txt": []byte(strings.Join(sample, "\n\n")), "e.md": []byte("# x\n\n- a\n  - b\n\n> q"),
		"f.docx": docx, "g.odt": zipped(t, map[string]string{"content.xml": odtSample()}), "h.rtf": rtfSample(t),
		"i.eml": []byte(mailSample()), "j.mhtml": []byte(mhtmlSample()), "k.gz": gzipped(t, []byte(htmlSample())), "p.pdf": pdfSample(),
	} {
		f.Add(name, body)
	}
	for _, c := range pageCases(f) {
		f.Add(c.file, c.body)
	}
	limits := Limits{Bytes: 1 << 20, Total: 4 << 20, Files: 20, Depth: 3}
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		pages, _ := Pages(Input{Name: name, Body: body}, limits)
		for _, p := range pages {
			for _, b := range p.Blocks {
				if strings.ContainsRune(b.Text, 0x1b) || strings.ContainsRune(b.Markdown, 0x202e) || !utf8.ValidString(b.Text) {
					t.Fatalf("%q is not clean", b.Text)
				}
			}
			_, _ = page.Recognise(p)
		}
	})
}

package intake

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"cstoread/data/library"
	"cstoread/data/source"
	"cstoread/model"
	"cstoread/model/clean"
)

// hostile is a broken or hostile file and its expected outcome: read, or
// refused with a reason that holds these words.
type hostile struct {
	name    string
	body    []byte
	refused string
	limits  source.Limits
}

func zipOf(t testing.TB, files ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i].(string))
		if err != nil {
			t.Fatal(err)
		}
		body, ok := files[i+1].([]byte)
		if !ok {
			body = []byte(files[i+1].(string))
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gz(t testing.TB, body []byte) []byte {
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

func utf16le(s string) []byte {
	var b bytes.Buffer
	for _, u := range utf16.Encode([]rune(s)) {
		_ = binary.Write(&b, binary.LittleEndian, u)
	}
	return b.Bytes()
}

// encryptedZip sets the flag that says so in both headers of a zip archive.
func encryptedZip(t testing.TB) []byte {
	b := zipOf(t, "a.txt", original)
	b[6] |= 1
	if at := bytes.Index(b, []byte("PK\x01\x02")); at >= 0 {
		b[at+8] |= 1
	}
	return b
}

// nested wraps a text in zip archives, one in another.
func nested(t testing.TB, depth int) []byte {
	b := []byte(original)
	name := "a.txt"
	for range depth {
		b, name = zipOf(t, name, b), "a.zip"
	}
	return b
}

const (
	wordHead = `<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`
	bomb     = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`
)

func wordParagraphs() string {
	var b strings.Builder
	for _, l := range strings.Split(original, "\n\n") {
		b.WriteString("<w:p><w:r><w:t>" + strings.TrimSpace(l) + "</w:t></w:r></w:p>")
	}
	return b.String()
}

func paragraphsHTML() string {
	return "<p>" + strings.Join(strings.Split(strings.TrimSuffix(original, "\n\nGo back\n"), "\n\n"), "</p><p>") + "</p>"
}

func hostileFiles(t testing.TB) []hostile {
	html := func(body string) []byte { return []byte("<!DOCTYPE html><html><body>" + body + "</body></html>") }
	docx := func(xml string) []byte { return zipOf(t, "[Content_Types].xml", "<x/>", "word/document.xml", xml) }
	goodDocx := docx(fmt.Sprintf(wordHead, "", wordParagraphs()))
	small := source.Limits{Bytes: 1 << 20, Total: 2 << 20, Files: 20, Depth: 3}
	multipart := "From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n"
	mail := func(rest string) []byte {
		return []byte("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n" + rest)
	}
	var deepMail strings.Builder
	deepMail.WriteString("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n")
	for i := range 200 {
		fmt.Fprintf(&deepMail, "Content-Type: multipart/mixed; boundary=q%d\n\n--q%d\n", i, i)
	}
	var links, dated strings.Builder
	for i := range 30 {
		fmt.Fprintf(&links, `<p><a href="/%d">The ministers met in the capital for the %dth time this year</a></p>`, i, i)
		fmt.Fprintf(&dated, "%02d.05.2019\nThe ministers met in the capital again\n", i%28+1)
	}
	return []hostile{
		{name: "empty.txt", refused: "no text"},
		{name: "blank.txt", body: []byte(" \n\t\n\u00a0\n"), refused: "no text"},
		{name: "empty.html", body: html(""), refused: "no text"},
		{name: "script only.html", body: html("<script>document.write('a statement')</script>"), refused: "no text"},
		{name: "picture.txt", body: append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), bytes.Repeat([]byte{0, 1, 2, 3, 200}, 400)...), refused: "not a text"},
		{name: "program.txt", body: append([]byte("\x7fELF\x02\x01\x01\x00"), bytes.Repeat([]byte{0, 0x90, 0x1b, 7, 1}, 900)...), refused: "not a text"},
		{name: "nulls.txt", body: bytes.Repeat([]byte{0}, 100_000), refused: "not a text"},
		{name: "a few nulls.txt", body: []byte(strings.Replace(original, "follow the", "follow\x00 the", 1))},
		{name: "escapes.txt", body: []byte(strings.Replace(original, "Statement", "\x1b]0;owned\x07\x1b[31mStatement\x1b[2J\u009b31m", 1))},
		{name: "bidi.txt", body: []byte(strings.Replace(original, "Foreign Ministers on", "Foreign \u202eMinisters\u202c \u2066on", 1))},
		{name: "not utf-8.txt", body: []byte(strings.Replace(original, "the events", "the \xff\xfe\xc0 events", 1))},
		{name: "wrong charset.html", body: []byte(`<html><head><meta charset="utf-16"></head><body>` + paragraphsHTML() + `</body></html>`)},
		{name: "unknown charset.html", body: []byte(`<html><head><meta charset="x-none"></head><body>` + paragraphsHTML() + `</body></html>`)},
		{name: "utf-16 without mark.txt", body: utf16le(original)},
		{name: "one long line.txt", body: bytes.Repeat([]byte("abcdefgh "), 8<<20), refused: "larger"},
		{name: "one line under the limit.txt", body: bytes.Repeat([]byte("The ministers met. "), 30<<10), refused: "no title"},
		{name: "one word.txt", body: bytes.Repeat([]byte("x"), 1<<20), refused: "no title"},
		{name: "many lines.txt", body: bytes.Repeat([]byte("a\n"), 200<<10), refused: "larger"},
		{name: "dates.txt", body: bytes.Repeat([]byte("27.11.2019 31.02.2019 5 May "), 40<<10), refused: "no title"},
		{name: "titles.txt", body: bytes.Repeat([]byte("Statement by the Council on the Dam\n"), 40<<10), refused: "no title"},
		{name: "headings.html", body: html(strings.Repeat("<h1>Statement by the Council on the Dam and the Lake</h1><h2>Part of it</h2>", 4000) + paragraphsHTML())},
		{name: "signatures.txt", body: []byte(original[:len(original)-8] + strings.Repeat("S. Sample\n\nMinister\n\n", 5000))},
		{name: "truncated.html", body: []byte("<!DOCTYPE html><html><body>" + paragraphsHTML()[:len(paragraphsHTML())-200])},
		{name: "nested.html", body: html(strings.Repeat("<div>", 100_000) + paragraphsHTML()), refused: "nested"},
		{name: "nested b.html", body: html(strings.Repeat("<b>", 100_000) + paragraphsHTML()), refused: "nested"},
		{name: "entities.html", body: html(strings.Repeat("&amp;&lt;&#x1b;&#0;", 50_000) + paragraphsHTML())},
		{name: "attributes.html", body: html("<p " + strings.Repeat("a=b ", 100_000) + ">x</p>" + paragraphsHTML())},
		{name: "tables.html", body: html(strings.Repeat("<table><tr><td>", 3000) + paragraphsHTML()), refused: "nested"},
		{name: "links.html", body: html(links.String()), refused: "list of pages"},
		{name: "dated list.txt", body: []byte(dated.String()), refused: "list of pages"},
		{name: "missing.html", body: html("<h1>404 Not Found</h1><p>The page you asked for does not exist.</p>"), refused: "error page"},
		{name: "forbidden.html", body: html("<h1>Access denied</h1><p>You may not see this.</p>"), refused: "error page"},
		{name: "check.html", body: html("<title>Just a moment...</title><p>Checking your browser before you go on.</p>"), refused: "error page"},
		{name: "login.html", body: html("<h1>Sign in</h1><form>Name <input> Password <input type=password></form>"), refused: "login page"},
		{name: "excerpt.html", body: html("<h1>Statement by the Council on the Dam</h1><p>12 May 2019</p><p>The Council has today discussed the dam and … Read more</p>"), refused: "excerpt"},
		{name: "title only.html", body: html("<h1>Statement by the Council on the Dam</h1><p>12 May 2019</p>"), refused: "no body"},
		{name: "encrypted.zip", body: encryptedZip(t), refused: "encrypted"},
		{name: "damaged.zip", body: zipOf(t, "a.txt", original)[:60], refused: "damaged"},
		{name: "empty.zip", body: zipOf(t), refused: "nothing to read"},
		{name: "deep.zip", body: nested(t, 12), refused: "nested"},
		{name: "bomb.zip", body: zipOf(t, "a.txt", bytes.Repeat([]byte{'a'}, 4<<20)), limits: small, refused: "larger"},
		{name: "bomb.gz", body: gz(t, bytes.Repeat([]byte{'a'}, 4<<20)), limits: small, refused: "larger"},
		{name: "damaged.gz", body: gz(t, []byte(original))[:40], refused: "unpack"},
		{name: "climbing.zip", body: zipOf(t, "../../../x/../\x1b[31mevil\u202e.txt", original)},
		{name: "long name.zip", body: zipOf(t, strings.Repeat("n", 60_000)+".txt", original)},
		{name: "damaged.docx", body: goodDocx[:len(goodDocx)/2], refused: "damaged"},
		{name: "half.docx", body: docx(fmt.Sprintf(wordHead, "", wordParagraphs())[:400]), refused: "damaged"},
		{name: "bomb.docx", body: docx(fmt.Sprintf(wordHead, bomb, "<w:p><w:r><w:t>&c;&c;</w:t></w:r></w:p>")), refused: "damaged"},
		{name: "large.docx", body: docx(fmt.Sprintf(wordHead, "", strings.Repeat("<w:p/>", 400_000))), limits: small, refused: "larger"},
		{name: "deep.docx", body: docx(fmt.Sprintf(wordHead, "", strings.Repeat("<w:p>", 50_000))), refused: "damaged"},
		{name: "bomb.odt", body: zipOf(t, "content.xml", bomb+"<office:text xmlns:office='o'><p>&c;</p></office:text>"), refused: "damaged"},
		{name: "half.odt", body: zipOf(t, "content.xml", "<a><text:p xmlns:text='t'>"), refused: "damaged"},
		{name: "damaged.pdf", body: []byte("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF"), refused: "PDF"},
		{name: "loop.pdf", body: []byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 9 >>\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n117\n%%EOF\n"), refused: "PDF"},
		{name: "open.rtf", body: []byte(`{\rtf1 ` + original), refused: "braces"},
		{name: "deep.rtf", body: []byte(`{\rtf1 ` + strings.Repeat("{", 100_000)), refused: "braces"},
		{name: "numbers.rtf", body: []byte(`{\rtf1\u99999999999999? \u-1? \uc99999999 ` + strings.ReplaceAll(original, "\n\n", `\par `) + `}`)},
		{name: "endless.eml", body: []byte(multipart + strings.Repeat("--q\nContent-Type: text/plain\n\nx\n", 5000)), refused: "mail"},
		{name: "deep.eml", body: []byte(deepMail.String()), refused: "mail"},
		{name: "garbage.eml", body: mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n%%%%not base64 at all%%%%\n"), refused: "no text"},
		{name: "cut base64.eml", body: mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(original))[:600] + "\n")},
		{name: "no boundary.eml", body: mail("Content-Type: multipart/mixed\n\nx\n"), refused: "mail"},
		{name: "a feed.xml", body: []byte(`<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>`), refused: "feed"},
		{name: "front matter.md", body: []byte("---\nid: ../../x\ntitle: \"A\x1b[31m\"\n---\n\nText.\n"), refused: "id"},
		{name: "open front matter.md", body: []byte("---\nid: x\ntitle: [[[[\n"), refused: "no body"},
	}
}

// TestHostileFiles takes each file in alone: what is refused leaves the library
// unchanged, what is read brings nothing into it that a terminal obeys.
func TestHostileFiles(t *testing.T) {
	cases := hostileFiles(t)
	if len(cases) < 40 {
		t.Fatal("only", len(cases))
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			folder, dir := filepath.Join(t.TempDir(), "statements"), t.TempDir()
			path := filepath.Join(dir, c.name)
			if err := os.WriteFile(path, c.body, 0o600); err != nil {
				t.Fatal(err)
			}
			lib := library.Open(library.Options{Folder: folder})
			limits := c.limits
			if limits == (source.Limits{}) {
				limits = source.DefaultLimits()
			}
			var got []Result
			err := Run(context.Background(), []string{path}, Options{
				Library: lib, Keeper: lib, Limits: limits, Today: model.Date{Year: 2026},
				Report: func(r Result) { got = append(got, r) },
			})
			if err != nil || len(got) == 0 {
				t.Fatal(got, err)
			}
			r := got[0]
			if r.Source != clean.Line(r.Source) || r.Reason != clean.Line(r.Reason) {
				t.Errorf("its report is not clean: %q %q", r.Source, r.Reason)
			}
			kept := filesIn(t, folder)
			if r.Status == model.AdditionRefused {
				if c.refused == "" || !strings.Contains(r.Reason, c.refused) {
					t.Errorf("refused: %s; want %q", r.Reason, c.refused)
				}
				if len(kept) != 0 {
					t.Errorf("it was refused and left %q", kept)
				}
				return
			}
			if c.refused != "" {
				t.Fatalf("it was %s, as %q with %d paragraphs; want it refused: %s", r.Status, r.Statement.Title, len(r.Statement.Body), c.refused)
			}
			if len(kept) != 1 || kept[0] != r.ID+".md" {
				t.Fatalf("the library holds %q, want %s.md", kept, r.ID)
			}
			b, err := os.ReadFile(filepath.Join(folder, kept[0]))
			if err != nil {
				t.Fatal(err)
			}
			if string(b) != clean.Text(string(b)) {
				t.Errorf("the file is not clean: %.300q", b)
			}
			if outside := filesIn(t, dir); len(outside) != 1 {
				t.Errorf("it left files outside the library: %q", outside)
			}
		})
	}
}

// filesIn lists the files in a folder, but for what the library keeps hidden.
func filesIn(t testing.TB, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names
}

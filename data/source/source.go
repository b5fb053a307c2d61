// Package source reads files of many kinds into pages: HTML as browsers save
// it, plain text, Markdown, Word, OpenDocument, RTF, PDF, mail, and archives
// of these. It opens nothing itself but what it is given as bytes, follows no
// link and runs nothing; what a page means is the business of package page.
//
// # Which libraries, and why
//
// The main text of saved pages: codeberg.org/readeck/go-readability/v2 and the
// rules of package page together. The extractor alone loses signatures, lines
// of date and place and short paragraphs, or keeps the lines around a text;
// the rules alone cannot tell a site's notes below a text from its last
// paragraph. On the 44 saved HTML pages of testdata, most of which the rules
// were made with, the paragraphs of 12, 40 and, together, 44 are right:
//
//	go test ./data/source -run TestExtractorsCompared -v
//
// go-trafilatura was left out because it lost whole pages in windows-1251 and
// adds 190 ms to every start; html-to-markdown because it keeps everything a
// page holds, menus included; go-shiori/go-readability is the deprecated
// predecessor of the one that is used.
//
// Charsets are told by the frequencies of letters, because x/net/html/charset
// takes undeclared windows-1251 for windows-1252. Word and OpenDocument need no
// more than archive/zip and encoding/xml, RTF no library at all (none is kept
// up). PDF is read with ledongthuc/pdf by the positions of its characters: its
// own plain text loses where paragraphs end. Feeds are read with
// mmcdole/gofeed. The dates are package page's own: a general parser knows
// fewer printed forms or costs more than the whole start.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"cstoread/data/document"
	"cstoread/data/page"
)

// Input is a source as it came.
type Input struct {
	// Name is the file's name or the address, for messages and its ending.
	Name string
	// URL is the address it was taken from; empty for files.
	URL string
	// Type is the declared media type with its parameters; empty is unknown.
	Type string
	Body []byte
}

// Limits bound what one source may cost. The zero value of a field is no
// limit, so start from DefaultLimits.
type Limits struct {
	// Bytes is the greatest size of one file, unpacked.
	Bytes int64
	// Total is the greatest size of all that an archive unpacks to.
	Total int64
	// Files is the greatest number of files in an archive.
	Files int
	// Depth is how deep archives may be nested.
	Depth int
}

// DefaultLimits are far above any statement and far below what hurts.
func DefaultLimits() Limits {
	return Limits{Bytes: 64 << 20, Total: 1 << 30, Files: 50_000, Depth: 3}
}

// Kind is a kind of file.
type Kind string

// The kinds that can be read.
const (
	HTML     Kind = "HTML"
	MHTML    Kind = "MHTML"
	Text     Kind = "text"
	Markdown Kind = "Markdown"
	DOCX     Kind = "DOCX"
	ODT      Kind = "ODT"
	RTF      Kind = "RTF"
	PDF      Kind = "PDF"
	Mail     Kind = "mail"
	Feed     Kind = "feed"
	Zip      Kind = "zip"
	Gzip     Kind = "gzip"
	Unknown  Kind = ""
)

// ErrBinary is returned for what is not text in any form known here.
var ErrBinary = errors.New("it is not a text, a page or a document that can be read")

// ErrTooLarge is returned for what is over a limit.
var ErrTooLarge = errors.New("it is larger than a statement can be")

// Sniff tells the kind of a source from its bytes first, then the declared
// type, then the name's ending: names lie more often than bytes.
func Sniff(in Input) Kind {
	b := in.Body
	switch {
	case bytes.HasPrefix(b, []byte("%PDF-")) || bytes.Contains(b[:min(len(b), 1024)], []byte("\n%PDF-")):
		return PDF
	case bytes.HasPrefix(b, []byte("PK\x03\x04")), bytes.HasPrefix(b, []byte("PK\x05\x06")):
		return zipKind(b)
	case bytes.HasPrefix(b, []byte{0x1f, 0x8b}):
		return Gzip
	case bytes.HasPrefix(b, []byte(`{\rtf`)):
		return RTF
	}
	if binary(b) {
		return Unknown
	}
	head := strings.ToLower(string(bytes.TrimLeft(b[:min(len(b), 2048)], "\xef\xbb\xbf \t\r\n")))
	ext := strings.ToLower(path.Ext(strings.TrimSuffix(in.Name, "/")))
	switch {
	case isFeedHead(head):
		return Feed
	case looksMail(head):
		if strings.Contains(head, "multipart/related") && strings.Contains(head, "text/html") || ext == ".mht" || ext == ".mhtml" {
			return MHTML
		}
		return Mail
	case looksHTML(head):
		return HTML
	}
	if k, ok := declaredKinds[mediaType(in.Type)]; ok {
		return k
	}
	if k, ok := endings[ext]; ok {
		return k
	}
	return Text
}

var declaredKinds = map[string]Kind{
	"text/html": HTML, "application/xhtml+xml": HTML, "text/markdown": Markdown,
	"message/rfc822": Mail, "multipart/related": MHTML,
	"application/rss+xml": Feed, "application/atom+xml": Feed,
}

var endings = map[string]Kind{
	".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": Markdown, ".markdown": Markdown, ".mdown": Markdown,
	".eml": Mail, ".mht": MHTML, ".mhtml": MHTML, ".rss": Feed, ".atom": Feed,
}

func mediaType(s string) string {
	s, _, _ = strings.Cut(s, ";")
	return strings.ToLower(strings.TrimSpace(s))
}

// charsetParam is the charset of a declared type.
func charsetParam(s string) string {
	_, params, _ := strings.Cut(strings.ToLower(s), "charset=")
	params, _, _ = strings.Cut(params, ";")
	return strings.Trim(params, ` "'`)
}

func looksHTML(head string) bool {
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<!-- saved from", "<title", "<meta "} {
		if strings.HasPrefix(head, p) || strings.Contains(head, "\n"+p) || strings.HasPrefix(head, "<?xml") && strings.Contains(head, p) {
			return true
		}
	}
	return strings.HasPrefix(head, "<") && (strings.Contains(head, "<p>") || strings.Contains(head, "<div") || strings.Contains(head, "<table"))
}

func looksMail(head string) bool {
	for _, p := range []string{"from:", "received:", "mime-version:", "return-path:", "message-id:", "date:", "subject:", "to:", "delivered-to:", "x-"} {
		if strings.HasPrefix(head, p) {
			return strings.Contains(head, "\nmime-version:") || strings.HasPrefix(head, "mime-version:") || strings.Contains(head, "\nfrom:") && strings.Contains(head, "\nsubject:")
		}
	}
	return false
}

func isFeedHead(head string) bool {
	if !strings.HasPrefix(head, "<?xml") && !strings.HasPrefix(head, "<rss") && !strings.HasPrefix(head, "<feed") {
		return false
	}
	return strings.Contains(head, "<rss") || strings.Contains(head, "<feed") || strings.Contains(head, "<rdf:rdf")
}

// binary says that bytes are no text: zero bytes that UTF-16 does not explain,
// or many control characters.
func binary(b []byte) bool {
	head := b[:min(len(b), 8192)]
	if _, ok := decodeBOM(head[:min(len(head), 2)]); ok && len(head) >= 2 {
		return false
	}
	if _, ok := decodeWide(head); ok {
		return false
	}
	control := 0
	for _, c := range head {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			control++
		}
	}
	return control > len(head)/50
}

// Pages reads a source into its pages: one, or one a file for archives and
// mail with attachments. The error of a file inside an archive does not stop
// the others: it comes in Failed.
func Pages(in Input, limits Limits) ([]page.Page, []Failed) {
	r := reader{limits: limits}
	r.read(in, 0)
	return r.pages, r.failed
}

// Failed is a source that could not be read, and why.
type Failed struct {
	Name string
	Err  error
}

type reader struct {
	limits Limits
	pages  []page.Page
	failed []Failed
	total  int64
	files  int
}

func (r *reader) fail(name string, err error) {
	r.failed = append(r.failed, Failed{Name: name, Err: err})
}

func (r *reader) read(in Input, depth int) {
	if int64(len(in.Body)) > r.limits.Bytes {
		r.fail(in.Name, ErrTooLarge)
		return
	}
	kind := Sniff(in)
	if (kind == Text || kind == Markdown) && len(in.Body) > document.MaxSize {
		r.fail(in.Name, ErrTooLarge)
		return
	}
	var p page.Page
	var err error
	switch kind {
	case Zip, Gzip, Mail:
		r.container(kind, in, depth)
		return
	case HTML:
		p, err = readHTML(in, charsetParam(in.Type))
	case MHTML:
		p, err = readMHTML(in)
	case Text:
		p = readText(in)
	case Markdown:
		p = readMarkdown(in)
	case DOCX:
		p, err = readDOCX(in, r.limits)
	case ODT:
		p, err = readODT(in, r.limits)
	case RTF:
		p, err = readRTF(in)
	case PDF:
		p, err = readPDF(in)
	case Feed:
		err = errors.New("it is a feed: add the addresses it lists")
	default:
		err = ErrBinary
	}
	if err != nil {
		r.fail(in.Name, fmt.Errorf("%s: %w", kindName(kind), err))
		return
	}
	if p.URL == "" {
		p.URL = address(in.URL)
	}
	r.pages = append(r.pages, p)
}

func kindName(k Kind) string {
	if k == Unknown {
		return "cannot read"
	}
	return "read as " + string(k)
}

func notes(d Decoded) []string {
	if d.Note == "" {
		return nil
	}
	return []string{d.Note}
}

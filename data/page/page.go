// Package page turns the blocks of a page into a statement: which of them are
// the title, the date, the place and the body, and which are teasers of other
// events, navigation and signatures.
//
// It is what cstoread knows and a general extractor does not. It works on
// blocks of text, whatever file they came from: reading HTML, Word or PDF into
// blocks is the business of the packages that import it, and keeping the
// result that of the library.
//
// Nothing is guessed. Each field of the result says where it was found and
// whether that is sure; what was not found stays empty; a page that holds no
// statement is refused with the reason.
package page

import (
	"strings"
	"unicode/utf8"

	"cstoread/model"
)

// Block is a stretch of a page that stands on its own: a paragraph, a
// heading, an item of a list.
type Block struct {
	// Text is plain, clean and on one line.
	Text string
	// Markdown is the same with its links and emphasis, escaped; empty where
	// the source had neither.
	Markdown string
	Role     model.Role
	// Level is a heading's, 1 to 6.
	Level int
	// Number is printed before an item of a numbered list, as "3." or "a)".
	Number string
	// Linked is the part of the text inside links, 0 to 1.
	Linked float64
	// Chrome is set for what the page marks as furniture: navigation, header,
	// footer, sidebar.
	Chrome bool
	// Main is set where a general extractor takes the block for the page's
	// main text.
	Main bool
	// Marked is set for what the page sets off without calling it a heading:
	// bold or centred as a whole, or of a class that names titles.
	Marked bool
	// Break is set when an empty line, or the edge of a box, comes before.
	Break bool
}

// Page is what is known of a source before it is understood.
type Page struct {
	// Name is the file's name or the address, for messages.
	Name string
	// URL is where the page is from; empty is unknown.
	URL string
	// Title is the page's own, as its head gives it.
	Title string
	// Language is as declared; empty is unknown.
	Language string
	// Published is when the page says it was released, never when the
	// statement was made.
	Published model.Date
	Blocks    []Block
	// Notes are what a person should know of how the source was read.
	Notes []string
	// Approximate marks text whose paragraphs were reconstructed, as from PDF.
	Approximate bool
}

// The fields that have evidence.
const (
	FieldTitle    = "title"
	FieldDate     = "date"
	FieldPlace    = "place"
	FieldIssuer   = "issuer"
	FieldKind     = "kind"
	FieldLanguage = "language"
)

// Result is a page understood.
type Result struct {
	// Statement has no ID yet: the library gives it one.
	Statement *model.Statement
	Published model.Date
	Evidence  map[string]model.Evidence
	// Downloads are the documents the page offers beside its text.
	Downloads []string
}

// Refusal is the reason why a page holds no statement to keep.
type Refusal string

func (r Refusal) Error() string { return string(r) }

// The reasons.
const (
	RefusedEmpty   Refusal = "it has no text to read"
	RefusedList    Refusal = "it is a list of pages; add the pages it links to"
	RefusedError   Refusal = "it is an error page"
	RefusedLogin   Refusal = "it is a login page"
	RefusedExcerpt Refusal = "it is an excerpt that breaks off; add the whole text"
	RefusedLarge   Refusal = "it is larger than a statement can be"
	RefusedNoBody  Refusal = "it has a title but no body"
)

// maxBlocks bounds the work on one page; the longest treaties have a few
// thousand paragraphs.
const maxBlocks = 20_000

// Recognise understands a page. The error is a Refusal.
func Recognise(p Page) (Result, error) {
	if len(p.Blocks) > maxBlocks {
		return Result{}, RefusedLarge
	}
	blocks := joinTitles(dropContents(content(p.Blocks)))
	if err := refuseWhole(p, blocks); err != nil {
		return Result{}, err
	}
	t := findTitle(p, blocks)
	h := readHead(blocks[t.next:], t.text)
	if h.kind == model.KindUnknown {
		h.kind = kindAbove(blocks[:max(t.at, 0)])
	}
	body, tail := cutBody(h.readFields(blocks[t.next+h.used:]))
	h.readDateline(body)
	signed := readSignature(body)
	if err := refuseBody(t, body); err != nil {
		return Result{}, err
	}
	r := Result{
		Statement: &model.Statement{Body: paragraphs(body, signed)},
		Published: p.Published,
		Evidence:  map[string]model.Evidence{},
		Downloads: downloads(p.Blocks),
	}
	if r.Published.IsZero() {
		r.Published = h.published
	}
	s := r.Statement
	s.Title, s.Source, s.Paragraphs = t.text, p.URL, len(s.Body)
	r.set(FieldTitle, s.Title, t.found, t.sure)
	s.Language = language(p, body)
	r.set(FieldLanguage, s.Language, "text", s.Language != "")
	s.Date = r.date(dateSources{title: t.text, above: t.above, head: h, body: body, tail: tail, address: p.URL})
	s.Place = r.place(t.text, h, body)
	s.Kind = r.kind(t.text, h.kind, p.URL)
	s.Issuer = r.issuer(t.text, h.byline)
	return r, nil
}

func (r *Result) set(field, value, found string, sure bool) {
	if value == "" {
		found, sure = "", false
	}
	r.Evidence[field] = model.Evidence{Value: value, Found: found, Sure: sure}
}

// content drops what is never part of a document: empty blocks and
// navigation.
func content(in []Block) []Block {
	var out []Block
	for i, b := range in {
		b.Text = strings.TrimSpace(b.Text)
		switch {
		case b.Text == "", b.Chrome:
			continue
		case IsNavigation(b.Text):
			// The place of navigation words matters: nothing after them
			// belongs to the document above, so one of them stays as a mark.
			b.Chrome = true
		case isDownload(b.Text), isSeparator(b.Text), isAddressOnly(b.Text):
			continue
		}
		b.Break = b.Break || i == 0
		out = append(out, b)
	}
	return out
}

// letters counts the characters of s.
func letters(s string) int { return utf8.RuneCountInString(s) }

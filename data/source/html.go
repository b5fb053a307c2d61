package source

import (
	"errors"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"cstoread/data/page"
	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/model/fold"
)

// maxNodes bounds what the extraction of the main text looks at; beyond it a
// page is read by its own structure alone.
const maxNodes = 200_000

var metaCharset = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([a-z0-9_.-]+)`)
})

// declaredCharset reads the charset that a page declares in its first bytes.
func declaredCharset(b []byte) string {
	m := metaCharset().FindSubmatch(b[:min(len(b), 4096)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2])
}

// readHTML turns a saved page into blocks. The page's own structure gives the
// blocks; a general extractor says which of them it takes for the main text.
func readHTML(in Input, charset string) (page.Page, error) {
	if charset == "" {
		charset = declaredCharset(in.Body)
	}
	d := Decode(in.Body, charset)
	root, err := html.ParseWithOptions(strings.NewReader(d.Text), html.ParseOptionEnableScripting(false))
	if err != nil {
		// The parser stops at 512 open elements, and at nothing else that a
		// string can hold.
		return page.Page{}, errors.New("its elements are nested deeper than those of any page")
	}
	w := walker{}
	w.node(root, state{})
	w.flush()
	p := page.Page{
		Name: in.Name, URL: firstNonEmpty(in.URL, w.canonical, w.savedFrom), Title: firstNonEmpty(w.ogTitle, w.title),
		Language: w.language, Blocks: w.blocks, Published: w.published, Notes: notes(d),
	}
	if w.count <= maxNodes {
		markMain(p.Blocks, root, p.URL)
	}
	if allChrome(p.Blocks) {
		for i := range p.Blocks {
			p.Blocks[i].Chrome = false
		}
	}
	return p, nil
}

// markMain asks the extractor for the page's main text and marks the blocks
// that are in it. The extractor changes the tree, so it comes last.
func markMain(blocks []page.Block, root *html.Node, address string) {
	base, err := url.Parse(address)
	if err != nil {
		base = nil
	}
	article, err := readability.FromDocument(root, base)
	if err != nil || article.Node == nil {
		return
	}
	var w walker
	w.node(article.Node, state{})
	w.flush()
	main := make(map[string]bool, len(w.blocks))
	for _, b := range w.blocks {
		main[fold.String(b.Text)] = true
	}
	for i := range blocks {
		blocks[i].Main = main[fold.String(blocks[i].Text)]
	}
}

func allChrome(blocks []page.Block) bool {
	for _, b := range blocks {
		if !b.Chrome {
			return false
		}
	}
	return true
}

// state is what a node hands down to its children.
type state struct {
	role   model.Role
	level  int
	number string
	chrome bool
	href   string
	strong bool
	em     bool
	// set is true inside what is centred or of a class that names titles.
	set   bool
	depth int
}

// maxDepth bounds the nesting that is followed; a page deeper than this was
// made to exhaust its readers.
const maxDepth = 400

type walker struct {
	blocks    []page.Block
	lines     []line
	current   state
	count     int
	title     string
	ogTitle   string
	canonical string
	savedFrom string
	language  string
	published model.Date
}

// line is what stands between two breaks within a block.
type line struct {
	text, markdown  strings.Builder
	linked, letters int
	// strong counts the letters that are set in bold.
	strong int
}

func (w *walker) node(n *html.Node, s state) {
	w.count++
	if s.depth++; s.depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, s)
		return
	case html.CommentNode:
		w.comment(n.Data)
		return
	case html.ElementNode:
		if !w.element(n, &s) {
			return
		}
	}
	block := n.Type == html.ElementNode && isBlock(n.DataAtom)
	if block {
		w.flush()
		w.current = s
	}
	number := listStart(n) - 1
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		child := s
		if c.DataAtom == atom.Li && n.DataAtom == atom.Ol {
			number++
			child.number = strconv.Itoa(number) + "."
		}
		w.node(c, child)
	}
	if block {
		w.flush()
		w.current = state{chrome: s.chrome}
	}
}

// element takes what an element says of itself; false skips it whole.
func (w *walker) element(n *html.Node, s *state) bool {
	switch n.DataAtom {
	case atom.Head:
		w.head(n)
		return false
	case atom.Html:
		w.language = attr(n, "lang")
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Select, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Textarea, atom.Button, atom.Video, atom.Audio, atom.Figcaption:
		return false
	case atom.Nav, atom.Footer, atom.Aside, atom.Form:
		s.chrome = s.chrome || n.DataAtom != atom.Form || !hasParagraphs(n)
	case atom.Br:
		w.lines = append(w.lines, line{})
		return false
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		s.role, s.level = model.RoleHeading, int(n.Data[1]-'0')
	case atom.Li:
		s.role = model.RoleListItem
	case atom.Blockquote:
		s.role = model.RoleQuote
	case atom.A:
		s.href = attr(n, "href")
	case atom.B, atom.Strong:
		s.strong = true
	case atom.I, atom.Em:
		s.em = true
	}
	if hidden(n) {
		return false
	}
	s.chrome = s.chrome || furniture(n)
	s.set = s.set || n.DataAtom == atom.Center || n.DataAtom == atom.Th || strings.EqualFold(attr(n, "align"), "center") || titleName().MatchString(attr(n, "class"))
	return true
}

func (w *walker) text(data string, s state) {
	if len(w.lines) == 0 {
		w.lines = append(w.lines, line{})
	}
	if w.current.role == "" {
		w.current.role, w.current.level, w.current.number = s.role, s.level, s.number
	}
	w.current.chrome = w.current.chrome || s.chrome
	l := &w.lines[len(w.lines)-1]
	data = clean.Text(data)
	n := len(strings.Join(strings.Fields(data), ""))
	l.letters += n
	if s.href != "" {
		l.linked += n
	}
	if s.strong || s.set {
		l.strong += n
	}
	l.text.WriteString(data)
	l.markdown.WriteString(inline(data, s))
}

// flush ends a block: its lines become one block, or several where the breaks
// between them are paragraphs.
func (w *walker) flush() {
	texts := make([]string, len(w.lines))
	for i := range w.lines {
		texts[i] = strings.Join(strings.Fields(w.lines[i].text.String()), " ")
	}
	for _, group := range page.Group(texts) {
		var text, markdown []string
		linked, strong, n := 0, 0, 0
		for i := group.First; i <= group.Last; i++ {
			text = append(text, texts[i])
			markdown = append(markdown, strings.Join(strings.Fields(w.lines[i].markdown.String()), " "))
			linked += w.lines[i].linked
			strong += w.lines[i].strong
			n += w.lines[i].letters
		}
		b := page.Block{
			Text: page.Join(text), Role: w.current.role, Level: w.current.level, Number: w.current.number,
			Chrome: w.current.chrome, Break: true, Marked: n > 0 && strong == n,
		}
		if n > 0 {
			b.Linked = float64(linked) / float64(n)
		}
		if len(text) == 1 {
			b.Markdown = page.EscapeHead(markdown[0])
		}
		w.blocks = append(w.blocks, b)
	}
	w.lines = nil
	w.current = state{chrome: w.current.chrome}
}

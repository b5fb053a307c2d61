package source

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"cstoread/data/page"
	"cstoread/model"
	"cstoread/model/clean"
)

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Blockquote, atom.Pre, atom.Section, atom.Article, atom.Main,
		atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Form, atom.Fieldset, atom.Dl, atom.Dt, atom.Dd, atom.Hr,
		atom.Figure, atom.Figcaption, atom.Address, atom.Center, atom.Body, atom.Details, atom.Summary:
		return true
	}
	return false
}

// furnitureName matches the class names and ids of a page's furniture. Words
// that name parts of articles too ("header", "content") are left out.
var furnitureName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|mainmenu|topmenu|submenu|breadcrumbs?|bread|sidebar|side-?bar|footer|foot|share|sharing|social|socials|cookies?|cookie-banner|related|pagination|pager|paging|popup|modal|subscribe|subscription|comments?|banner|banners|advert|ads|sitemap|search|searchform|lang|langs|language-switcher|print-link|toolbar|widget|copyright|counter|login-form|skip-link|news-?list|last-?news|latest-?news|other-?news|teasers?|tags)(?:$|[\s_-])`)
})

// titleName matches the class names that sites give to titles.
var titleName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[\s_-])(?:title|ttl|headline|heading|zag|zagolovok|name)(?:$|[\s_-])`)
})

// furniture says that an element marks itself as no part of the text.
func furniture(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Main || n.DataAtom == atom.Article {
		return false
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog":
		return true
	}
	names := attr(n, "class") + " " + attr(n, "id")
	return names != " " && furnitureName().MatchString(names)
}

var hiddenStyle = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)
})

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			if hiddenStyle().MatchString(a.Val) {
				return true
			}
		}
	}
	return false
}

// listStart is the number of a numbered list's first item.
func listStart(n *html.Node) int {
	if n.DataAtom == atom.Ol {
		if i, err := strconv.Atoi(attr(n, "start")); err == nil && i >= 0 && i < 1_000_000 {
			return i
		}
	}
	return 1
}

// hasParagraphs says that a form wraps the text, as pages of some servers do.
func hasParagraphs(n *html.Node) bool {
	found := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.P || d.DataAtom == atom.Article || d.DataAtom == atom.H1 {
			if found++; found >= 2 {
				return true
			}
		}
	}
	return false
}

// head reads the title and what the page says of itself.
func (w *walker) head(head *html.Node) {
	for n := range head.Descendants() {
		switch n.DataAtom {
		case atom.Title:
			if n.FirstChild != nil && w.title == "" {
				w.title = clean.Line(n.FirstChild.Data)
			}
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				w.canonical = address(attr(n, "href"))
			}
		case atom.Meta:
			w.meta(firstNonEmpty(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")), attr(n, "content"))
		}
	}
}

func (w *walker) meta(name, content string) {
	content = clean.Line(content)
	switch strings.ToLower(name) {
	case "og:title":
		w.ogTitle = content
	case "og:url":
		if w.canonical == "" {
			w.canonical = address(content)
		}
	case "article:published_time", "datepublished", "dc.date", "dcterms.created", "pubdate", "date":
		if found := page.Dates(content); len(found) > 0 && w.published.IsZero() {
			w.published = found[0].Date
		}
	}
}

// savedFrom is the comment in which browsers keep the address of a page they
// save.
var savedFrom = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)saved from url=\(\d+\)(\S+)|^\s*Page saved with SingleFile[\s\S]*?url:\s*(\S+)`)
})

func (w *walker) comment(data string) {
	if w.savedFrom != "" || len(data) > 4096 {
		return
	}
	if m := savedFrom().FindStringSubmatch(data); m != nil {
		w.savedFrom = address(m[1] + m[2])
	}
}

// address keeps only what can be an address on the web, without a person's
// name and password in it.
func address(s string) string {
	s = clean.Line(strings.TrimSpace(s))
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") || strings.ContainsAny(s, " \"<>\\^`{|}") {
		return ""
	}
	scheme, rest, _ := strings.Cut(s, "://")
	host, _, _ := strings.Cut(rest, "/")
	if at := strings.LastIndexByte(host, '@'); at >= 0 {
		rest = rest[at+1:]
	}
	return scheme + "://" + rest
}

// inline writes text with its emphasis and link as Markdown. White space at
// the edges stays outside the marks, where Markdown wants it.
func inline(data string, s state) string {
	trimmed := strings.TrimSpace(data)
	if trimmed == "" {
		return data
	}
	left := data[:strings.Index(data, trimmed)]
	right := data[len(left)+len(trimmed):]
	out := page.EscapeInline(trimmed)
	if s.role != model.RoleHeading {
		if s.em {
			out = "*" + out + "*"
		}
		if s.strong {
			out = "**" + out + "**"
		}
	}
	if href := address(s.href); href != "" && !strings.ContainsAny(href, "()") {
		out = "[" + out + "](" + href + ")"
	}
	return left + out + right
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func firstNonEmpty(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

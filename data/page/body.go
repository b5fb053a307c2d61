package page

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"cstoread/model"
)

// cutBody ends the body where the page's own matters begin again: at
// navigation, at a heading over related pages, at a run of links or of dated
// teasers. tail is what comes after.
func cutBody(blocks []Block) (body, tail []Block) {
	blocks = blocks[furnitureAbove(blocks):]
	end := mainEnd(blocks)
	for i, b := range blocks[:end] {
		if tailWord(b) || linkRun(blocks[i:]) || teaserRun(blocks[i:]) {
			end = i
			break
		}
	}
	body = blocks[:end]
	for len(body) > 0 && linkOnly(body[len(body)-1]) {
		body = body[:len(body)-1]
	}
	return body, blocks[end:]
}

// furnitureAbove counts the first blocks of a body that would end it, such as
// the caption of a photo, where the text still comes.
func furnitureAbove(blocks []Block) int {
	n := 0
	for n < len(blocks) && n < 4 && tailWord(blocks[n]) && !blocks[n].Chrome && textAfter(blocks[n+1:]) {
		n++
	}
	return n
}

// mainEnd is where the text ends by the account of the general extractor. It
// loses signatures and the lines of date and place that close a document, so
// those are followed further; where it marked little, it is not believed.
func mainEnd(blocks []Block) int {
	last, marked, all := -1, 0, 0
	for i, b := range blocks {
		n := letters(b.Text)
		all += n
		if b.Main {
			last = i
			marked += n
		}
	}
	if last < 0 || marked*3 < all {
		return len(blocks)
	}
	last = proseAfter(blocks, last)
	for last+1 < len(blocks) {
		b := blocks[last+1]
		if b.Chrome || b.Linked > 0.3 || !signed().MatchString(b.Text) && !isMetaLine(b.Text) && !personLine(b.Text) {
			break
		}
		last++
	}
	return last + 1
}

// proseAfter follows running text and items beyond the extractor's end: it
// drops the last paragraphs of a text after a run of short ones. A heading, a
// link or the site's own words end it.
func proseAfter(blocks []Block, last int) int {
	for i := last + 1; i < len(blocks) && i <= last+4; i++ {
		b := blocks[i]
		if b.Chrome || b.Linked > 0.3 || b.Role == model.RoleHeading || tailWord(b) || openedByDate(b.Text) || isDateLine(b.Text) {
			break
		}
		if _, _, item := numbered(b.Text); item || runs(b.Text) {
			last = i
		}
	}
	return last
}

func linkOnly(b Block) bool { return b.Linked > 0.9 && letters(b.Text) < 300 }

// linkRun says that three or more blocks in a row are nothing but links.
func linkRun(blocks []Block) bool {
	if len(blocks) < 3 {
		return false
	}
	for _, b := range blocks[:3] {
		if !linkOnly(b) {
			return false
		}
	}
	return true
}

// teaserRun says that teasers begin: a date line, text, and so again.
func teaserRun(blocks []Block) bool {
	if len(blocks) < 4 || !isDateLine(blocks[0].Text) {
		return false
	}
	return !isDateLine(blocks[1].Text) && isDateLine(blocks[2].Text) && !isDateLine(blocks[3].Text)
}

var (
	salutation = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:(?:dear|distinguished|honou?rable|esteemed|respected|your|mr\.?|mrs\.?|ms\.?|madam|excellenc\p{L}+|ladies|colleagues|friends)\b.*|(?:уважаемы|дорогие|ваш[еи] превосходительств|господин|госпожа|коллеги|дамы и господа).*)[,!:.]?$`)
	})
	signed = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:for|on behalf of|за|от)\s+(?:the\s+)?(?:republic|russian|kyrgyz|kazakh|government|people|federation|state|kingdom|union|республик\p{L}+|российск\p{L}+|кыргызск\p{L}+|правительств\p{L}+)(?:[^\p{L}]|$)|^\(?(?:signed|signature|подпис[ьи]|подписано)\)?(?:[^\p{L}]|$)`)
	})
)

// readSignature finds where the signature block begins: the number of blocks
// before it. Short lines at the end that sign for a state, name a person or an
// office, or only date and place the document.
func readSignature(body []Block) int {
	at := len(body)
	for i := len(body) - 1; i > 0; i-- {
		s := body[i].Text
		switch {
		case letters(s) > 110 || body[i].Role == model.RoleListItem:
			return at
		case signed().MatchString(s), doneAt().MatchString(s), isDateLine(s), personLine(s):
			at = i
		default:
			if _, sure, ok := placeLine(s); ok && sure {
				at = i
				continue
			}
			// A line of a block that has begun above it already.
			if i > 0 && i >= len(body)-40 && officeLine(s) {
				continue
			}
			return at
		}
	}
	return at
}

// personLine says that a line is a name with initials or a blank to sign on:
// "S. Lavrov", "И. Тасмагамбетов", "________ ".
var personName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^_{3,}|^(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}-]+$|^\p{Lu}[\p{L}-]+\s(?:\p{Lu}\.\s?){1,2}$`)
})

func personLine(s string) bool { return personName().MatchString(strings.TrimSpace(s)) }

// officeLine says that a short line without a full stop could be an office.
func officeLine(s string) bool {
	return letters(s) < 80 && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ":") && !startsLower(s)
}

// paragraphs gives the blocks of a body their roles.
func paragraphs(body []Block, signature int) []model.Paragraph {
	out := make([]model.Paragraph, 0, len(body))
	for i, b := range body {
		p := model.Paragraph{N: i + 1, Role: b.Role, Text: b.Text, Markdown: b.Markdown}
		if n, ok := itemNumber(b); ok && i < signature {
			p.Text = n + ". " + b.Text
		}
		switch {
		case i >= signature:
			p.Role = model.RoleSignature
		case p.Role != model.RoleText:
		case i < 3 && letters(b.Text) < 120 && salutation().MatchString(b.Text):
			p.Role = model.RoleSalutation
		case headingLike(b.Text):
			p.Role = model.RoleHeading
		}
		if p.Markdown == "" {
			p.Markdown = Escape(b.Text)
		}
		p.Markdown = marked(p, b)
		out = append(out, p)
	}
	return out
}

// marked puts a role's Markdown mark before a block that has none.
func marked(p model.Paragraph, b Block) string {
	switch p.Role {
	case model.RoleHeading:
		return "## " + strings.TrimLeft(p.Markdown, "# ")
	case model.RoleListItem:
		if n, ok := itemNumber(b); ok {
			if b.Markdown == "" {
				return n + ". " + Escape(b.Text)
			}
			return n + ". " + p.Markdown
		}
		return "- " + p.Markdown
	case model.RoleQuote:
		return "> " + p.Markdown
	}
	return p.Markdown
}

// itemNumber is the number of an item of a numbered list. It is part of the
// wording, as a document's file keeps it.
func itemNumber(b Block) (string, bool) {
	n := strings.TrimRight(b.Number, ".)")
	return n, b.Role == model.RoleListItem && n != "" && len(n) < 9 && strings.Trim(n, "0123456789") == ""
}

// headingLike says that a short line in capitals, or a numbered one without a
// verb's full stop, heads what follows.
func headingLike(s string) bool {
	n := letters(s)
	if n < 3 || n > 100 || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") {
		return false
	}
	return s == strings.ToUpper(s) && s != strings.ToLower(s) && len(strings.Fields(s)) > 1 ||
		romanHead().MatchString(s)
}

var romanHead = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[IVX]{1,5}\.|(?:Chapter|Section|Part|Глава|Раздел|Часть)\s+[\dIVX]+\.?)\s+\p{Lu}`)
})

// Escape keeps Markdown from changing a plain text: what would be read as
// emphasis, a tag, a link, a list or a heading is written so that it stays
// what it was.
func Escape(s string) string { return EscapeHead(EscapeInline(s)) }

// EscapeInline escapes what has a meaning anywhere in a block.
func EscapeInline(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '~', '|':
			b.WriteByte('\\')
		case '&':
			if i+1 < len(s) && (s[i+1] == '#' || isLetter(s[i+1])) {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// EscapeHead escapes what has a meaning at the head of a block.
func EscapeHead(s string) string {
	if escapeHead().MatchString(s) {
		return escapeFirst(s)
	}
	return s
}

var escapeHead = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|\d{1,9}[.)](?:\s|$)|=+\s*$|-{2,}\s*$|:)`)
})

// escapeFirst escapes the mark at the head of a block: "1. " becomes "1\. ".
func escapeFirst(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	if i < 0 {
		return s
	}
	return s[:i] + `\` + s[i:]
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// numbered splits the number or the bullet off a line of a list.
func numbered(s string) (number, rest string, ok bool) {
	m := itemHead().FindStringSubmatch(s)
	if m == nil {
		return "", s, false
	}
	return m[1], strings.TrimSpace(s[len(m[0]):]), true
}

var itemHead = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*([-–—•·▪●◦*]|\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,4})[.)])\s+`)
})

package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cstoread/model"
	"cstoread/model/fold"
)

// title is where the document's title stands among the blocks of a page.
type title struct {
	text  string
	found string
	sure  bool
	// at is the title's block, or -1 when it only stands in the page's head;
	// next is the block after it, a repeated title skipped.
	at, next int
	// above is a date line directly before the title, which on some sites is
	// the document's date and on others the release's.
	above string
}

// findTitle scores every block that could be the title and takes the best,
// the first of equals. What tells a title: the page's head repeats it, it is a
// heading, a date or place line follows it, it starts as titles of documents
// do, and running text comes after. What tells a teaser: a date line before
// it and none after, other text of the same sort around it.
func findTitle(p Page, blocks []Block) title {
	best, bestScore := -1, 0
	for i, b := range blocks {
		if s := titleScore(p, blocks, i, b); s > bestScore {
			best, bestScore = i, s
		}
	}
	if best < 0 {
		return titleFromHead(p)
	}
	t := title{text: trimTitle(blocks[best].Text), found: "text", sure: bestScore >= 6, at: best, next: best + 1}
	if blocks[best].Role == model.RoleHeading {
		t.found = "heading"
	}
	t.above = dateAbove(blocks[:best])
	// A title printed on several lines, or in capitals over two blocks, is
	// joined; one that stands twice is read once.
	for t.next < len(blocks) && sameTitle(blocks[t.next].Text, t.text) {
		t.next++
	}
	return t
}

// dateAbove is the date line over a title; lines that only number a document
// or name its kind may stand between.
func dateAbove(blocks []Block) string {
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-4; i-- {
		s := blocks[i].Text
		if isDateLine(s) || strings.Contains(s, "Distr.") && len(Dates(s)) > 0 {
			return s
		}
		if _, isKind := kindLabel(s); !isKind && !isStatus(s) && !isDocumentNumber(s) && !lineNoise().MatchString(s) {
			break
		}
	}
	return ""
}

func titleScore(p Page, blocks []Block, i int, b Block) int {
	n := letters(b.Text)
	if b.Chrome || n < 8 || n > 500 || isMetaLine(b.Text) || b.Role == model.RoleListItem {
		return 0
	}
	if _, label := kindLabel(b.Text); label && i+1 < len(blocks) && headKind(blocks[i+1].Text) != model.KindUnknown {
		// "Press Release" over the title it belongs to.
		return 0
	}
	score := 0
	if matchesHead(p.Title, b.Text) {
		score += 6
	}
	if b.Role == model.RoleHeading {
		score += max(4-b.Level, 1)
	}
	if headKind(b.Text) != model.KindUnknown && !sentence(b.Text) {
		score += 3
	}
	if next := nextText(blocks, i, b.Text); next < len(blocks) && (isMetaLine(blocks[next].Text) || score > 2 && linesBeforeDate(blocks[next:]) > 0) {
		score += 4
	}
	if i > 0 && isDateLine(blocks[i-1].Text) && score < 6 {
		score -= 3
	}
	if sentence(b.Text) {
		score -= 4
	}
	if b.Marked && b.Role != model.RoleHeading {
		score++
	}
	if next := nextText(blocks, i, b.Text); next+1 < len(blocks) && linkOnly(blocks[next]) && linkOnly(blocks[next+1]) {
		// A site's name stands above its menu.
		score -= 4
	}
	if isStatus(b.Text) || isDocumentNumber(b.Text) || contentsWord(b.Text) {
		return 0
	}
	if b.Linked > 0.8 {
		score -= 3
	}
	if score > 0 {
		score += min(following(blocks[i+1:])/400, 3)
	}
	if i == 0 && score <= 0 && p.Title == "" && !sentence(b.Text) && following(blocks[1:]) > 0 {
		score = 1
	}
	return score
}

// nextText is the block after i that does not repeat the title.
func nextText(blocks []Block, i int, t string) int {
	i++
	// No page prints a title more than a few times.
	for n := 0; n < 4 && i < len(blocks) && sameTitle(blocks[i].Text, t); n++ {
		i++
	}
	return i
}

// enough is as much text as anything here asks for.
const enough = 1200

// following counts the characters of running text up to the next navigation,
// and no further than enough of them.
func following(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		if b.Chrome || n >= enough {
			break
		}
		if b.Linked < 0.5 {
			n += letters(b.Text)
		}
	}
	return n
}

// sentence says that a text is running text rather than a title.
func sentence(s string) bool {
	s = strings.TrimRight(s, " »”\"')")
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ";") {
		return false
	}
	// "…, Dushanbe, 16 September 2021 г." ends with an abbreviation.
	return !strings.HasSuffix(s, " г.") && letters(s) > 60
}

// titleFromHead is the last resort: the page's own title, or none.
func titleFromHead(p Page) title {
	t := title{at: -1, text: trimTitle(headTitle(p.Title)), found: "head of the page"}
	return t
}

// headTitle drops the site's name, which pages put after a bar or a dash.
func headTitle(s string) string {
	for _, sep := range []string{" | ", " :: ", " » ", " — ", " – ", " - ", " • "} {
		parts := strings.Split(s, sep)
		if len(parts) < 2 {
			continue
		}
		longest := parts[0]
		for _, part := range parts {
			if letters(part) > letters(longest) {
				longest = part
			}
		}
		if strings.HasPrefix(s, longest) || sep == " | " {
			return strings.TrimSpace(longest)
		}
	}
	return strings.TrimSpace(s)
}

// matchesHead says that a block is what the page's own title names; pages cut
// long ones.
func matchesHead(head, text string) bool {
	if head == "" {
		return false
	}
	whole, h, t := fold.String(head), fold.String(headTitle(head)), fold.String(text)
	h = strings.TrimRight(h, " .…")
	if letters(t) < 12 || letters(h) < 12 {
		return h == t
	}
	return strings.HasPrefix(t, h) || strings.Contains(whole, t)
}

func sameTitle(a, b string) bool {
	a, b = strings.Trim(fold.String(a), ` ."'`), strings.Trim(fold.String(b), ` ."'`)
	return a == b && a != ""
}

// trimTitle drops what is not wording: a closing full stop, stray quotes.
func trimTitle(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") && strings.Count(s, ".") == 1 {
		s = strings.TrimSuffix(s, ".")
	}
	return s
}

// startsLower says that a text goes on in the middle of a sentence.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

package page

import (
	"strings"
	"unicode/utf8"

	"cstoread/model"
	"cstoread/model/fold"
)

// head is what stands between the title and the first paragraph.
type head struct {
	// used counts its blocks.
	used int
	// dateLine and placeLine are the lines as printed; labelled is a date
	// after a label such as "Date:".
	dateLine, placeLine, labelled string
	place                         string
	placeSure                     bool
	published                     model.Date
	// kind is what a line under the title names, and byline who a line says
	// that it is by.
	kind   model.Kind
	byline string
}

// readHead reads the lines under a title until one is not about the document
// but part of it.
func readHead(blocks []Block, title string) head {
	var h head
	for h.used < len(blocks) {
		i := h.used
		s := blocks[i].Text
		if blocks[i].Chrome {
			// "Share" and "Print" also stand between a title and its text.
			if !textAfter(blocks[i+1:]) {
				break
			}
			h.used++
			continue
		}
		if kind, ok := emptyLabel(s); ok && i+1 < len(blocks) && letters(blocks[i+1].Text) < 90 {
			h.label(kind, blocks[i+1].Text)
			h.used += 2
			continue
		}
		if h.line(s) || h.about(s) || sameTitle(s, title) {
			h.used++
			continue
		}
		if n := linesBeforeDate(blocks[i:]); n > 0 && h.dateLine == "" {
			// What stands between a title and its date is about the document.
			for _, b := range blocks[i : i+n] {
				h.aside(b.Text)
			}
			h.used += n
			continue
		}
		h.glued(&blocks[i])
		break
	}
	return h
}

// betterDate says that a second date line is the document's own and the first
// the site's stamp: it spells the month, or names the place.
func (h *head) betterDate(s string) bool {
	first, second := Dates(h.dateLine)[0], Dates(s)[0]
	if !first.Numeric || second.Numeric || h.place != "" {
		return false
	}
	if h.published.IsZero() && first.Date != second.Date {
		h.published = first.Date
	}
	return true
}

// readFields takes labelled fields out of the first blocks under the head,
// where a site prints them under a lead: "Location:", "Delivered on:".
func (h *head) readFields(blocks []Block) []Block {
	var out []Block
	for i := 0; i < len(blocks); i++ {
		if i > 12 {
			return append(out, blocks[i:]...)
		}
		s := blocks[i].Text
		if kind, ok := emptyLabel(s); ok && strings.HasSuffix(s, ":") && i+1 < len(blocks) && letters(blocks[i+1].Text) < 90 {
			h.label(kind, blocks[i+1].Text)
			i++
			continue
		}
		if kind, ok := emptyLabel(s); ok && i+1 < len(blocks) && isDateLine(blocks[i+1].Text) {
			h.label(kind, blocks[i+1].Text)
			i++
			continue
		}
		if label, rest, ok := labelLine(s); ok && letters(s) < 90 && strings.TrimSpace(rest) != "" && h.label(label, rest) {
			continue
		}
		out = append(out, blocks[i])
	}
	return out
}

// kindAbove is the kind that a line over the title names.
func kindAbove(blocks []Block) model.Kind {
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-3; i-- {
		if k, ok := kindLabel(blocks[i].Text); ok {
			return k
		}
		if !isDateLine(blocks[i].Text) && !isStatus(blocks[i].Text) && !isDocumentNumber(blocks[i].Text) {
			break
		}
	}
	return model.KindUnknown
}

// textAfter says that running text comes before the next navigation.
func textAfter(blocks []Block) bool { return following(blocks) >= 200 && !teaserRun(blocks) }

// emptyLabel reads a label whose value stands in the block after it, as in
// lists of definitions.
func emptyLabel(s string) (string, bool) {
	kind, ok := labels[strings.TrimSpace(strings.TrimSuffix(fold.String(strings.TrimSpace(s)), ":"))]
	return kind, ok && (strings.HasSuffix(s, ":") || kind == "date" || kind == "published" || kind == "place")
}

// about takes a line that says what sort of text this is, its number, or who
// it is by. Only a date or a place line makes a byline of an office, so that
// no first line of a text is taken for one.
func (h *head) about(s string) bool {
	if kind, ok := kindLabel(s); ok {
		h.kind = kind
		return true
	}
	if strings.HasPrefix(s, "By ") && isByline(s) || h.dateLine != "" && letters(s) < 60 && !runs(s) && pressLine().MatchString(s) {
		return true
	}
	return isStatus(s) || isDocumentNumber(s) || isSeparator(strings.Trim(s, "|"))
}

// aside takes a line between the title and the date.
func (h *head) aside(s string) {
	if kind, ok := kindLabel(s); ok {
		h.kind = kind
		return
	}
	if p, sure, ok := placeLine(withoutDate(s)); ok && h.place == "" {
		h.place, h.placeSure, h.placeLine = p, sure, s
		return
	}
	if p, ok := placeAfterIn(withoutDate(s)); ok && h.place == "" {
		h.place, h.placeLine = p, s
	}
	if h.byline == "" && isByline(s) && !strings.HasPrefix(s, "Issued") {
		h.byline = strings.TrimPrefix(s, "By ")
	}
}

// linesBeforeDate counts the short lines before a date line near by; 0 where
// running text or a salutation comes first.
func linesBeforeDate(blocks []Block) int {
	for i, b := range blocks[:min(6, len(blocks))] {
		switch s := b.Text; {
		case isDateLine(strings.Trim(s, "|- ")):
			return i
		case b.Chrome, runs(s), letters(s) > 140, b.Role == model.RoleListItem && b.Number != "",
			strings.HasSuffix(s, ":"), strings.HasSuffix(s, ","), strings.HasSuffix(s, "!"), strings.HasSuffix(s, "."), salutation().MatchString(s):
			return 0
		}
	}
	return 0
}

// readDateline takes date and place from the head of the first paragraph, as
// news agencies print them: "VIENNA, 27 November 2019 – The …". The words stay
// in the text.
func (h *head) readDateline(body []Block) {
	if len(body) == 0 || h.dateLine != "" && h.place != "" {
		return
	}
	head := ""
	for _, dash := range []string{" – ", " — ", " - ", ". - ", " -- "} {
		if before, _, ok := strings.Cut(body[0].Text, dash); ok && letters(before) < 60 && (head == "" || len(before) < len(head)) {
			head = before
		}
	}
	if head == "" {
		return
	}
	head, _, _ = strings.Cut(head, " (")
	place, sure, ok := placeLine(withoutDate(head))
	if !ok {
		place, ok = placeIn(head)
		sure = ok
	}
	if !ok {
		return
	}
	if h.place == "" {
		h.place, h.placeSure, h.placeLine = place, sure, head
	}
	if h.dateLine == "" && isDateLine(head) {
		h.dateLine, h.placeLine = head, head
	}
}

// glued takes a numeric date off the head of the first paragraph, where a
// page's date line has run into its text: "15.05.2017Twenty-five years ago".
func (h *head) glued(b *Block) {
	d := Dates(opening(b.Text))
	if h.dateLine != "" || len(d) == 0 || d[0].Start != 0 || !d[0].Numeric {
		return
	}
	rest := strings.TrimLeft(b.Text[d[0].End:], " ,.–—-")
	if rest == "" || startsLower(rest) {
		return
	}
	h.dateLine = b.Text[:d[0].End]
	b.Markdown = strings.TrimPrefix(b.Markdown, b.Text[:len(b.Text)-len(rest)])
	b.Text = rest
}

// opening is the head of a text, long enough for any date with a time. To look
// for dates in a whole paragraph would be work for nothing.
func opening(s string) string {
	n := min(len(s), 80)
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return s[:n]
}

// line takes one line into the head; false means that the body has begun.
func (h *head) line(s string) bool {
	s = strings.Trim(s, "|- ")
	if letters(s) > 120 {
		return false
	}
	if label, rest, ok := labelLine(s); ok {
		return h.label(label, rest)
	}
	if isDateLine(s) {
		if h.dateLine != "" && !h.betterDate(s) {
			// A second date is a stamp of the site's.
			return true
		}
		h.dateLine = s
		if p, ok := placeIn(s); ok {
			h.place, h.placeSure, h.placeLine = p, true, s
		} else if p, sure, ok := placeLine(withoutDate(s)); ok {
			h.place, h.placeSure, h.placeLine = p, sure, s
		} else if p, ok := placeBesideDate(s); ok {
			h.place, h.placeLine = p, s
		}
		return true
	}
	if p, sure, ok := placeLine(s); ok && h.place == "" && (sure || h.dateLine != "") {
		h.place, h.placeSure, h.placeLine = p, sure, s
		return true
	}
	return isCounter(s)
}

// label takes a labelled line; the labels of release and upload go to a field
// of their own.
func (h *head) label(label string, rest string) bool {
	dates := Dates(rest)
	switch label {
	case "date":
		if len(dates) > 0 {
			h.labelled = rest
		}
	case "published":
		if len(dates) > 0 {
			h.published = dates[0].Date
		}
	case "place":
		if h.place == "" {
			place, sure, ok := placeLine(rest)
			if !ok {
				place, sure = strings.TrimSpace(rest), false
			}
			h.place, h.placeSure, h.placeLine = place, sure, rest
		}
	}
	return true
}

// labels are the words before a colon that say what a line is.
var labels = map[string]string{
	"date": "date", "date of adoption": "date", "delivered on": "date", "signed on": "date", "adopted": "date", "adopted on": "date", "date of document": "date",
	"дата": "date", "дата принятия": "date", "принято": "date", "принята": "date", "дата документа": "date",
	"issued on": "published", "last review": "published", "published": "published", "published on": "published", "release date": "published", "released": "published",
	"date of publication": "published", "publication date": "published", "posted": "published", "posted on": "published",
	"uploaded": "published", "updated": "published", "last updated": "published", "date of release": "published", "date uploaded": "published", "upload date": "published",
	"опубликовано": "published", "дата публикации": "published", "размещено": "published", "обновлено": "published", "дата размещения": "published",
	"place": "place", "venue": "place", "location": "place", "city": "place", "место": "place", "город": "place", "место принятия": "place",
	"from": "other", "views": "other", "просмотров": "other", "просмотры": "other", "author": "other", "автор": "other", "section": "other", "раздел": "other",
	"source": "other", "источник": "other", "number": "other", "номер": "other", "document": "other", "tags": "other", "теги": "other", "рубрика": "other", "category": "other", "language": "other",
}

func labelLine(s string) (kind, rest string, ok bool) {
	label, rest, found := strings.Cut(s, ":")
	if !found {
		for _, w := range []string{"Published on ", "Posted on ", "Issued on ", "Published ", "Опубликовано ", "Last updated ", "Updated "} {
			if r, cut := strings.CutPrefix(s, w); cut && len(Dates(r)) > 0 {
				return "published", r, true
			}
		}
		return "", "", false
	}
	kind, ok = labels[fold.String(label)]
	return kind, rest, ok
}

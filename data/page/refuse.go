package page

import (
	"regexp"
	"strings"
	"sync"

	"cstoread/model"
	"cstoread/model/fold"
)

var (
	errorPage = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:error )?(?:40[0134]|403|410|50[0234])\b|^(?:page )?not found\b|^access denied|^forbidden$|^bad gateway|^service unavailable|^internal server error|^страница не найдена|^ошибка \d{3}|^доступ запрещ|\bpage (?:you .{0,40})?(?:not found|does not exist|cannot be found)|страниц\p{L}+ не (?:найден|существ)|^attention required|^just a moment|^checking your browser|^ddos-guard`)
	})
	loginPage = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:please )?(?:log|sign) ?in\b|^login\b|^authori[sz]ation\b|^авторизация|^вход\b|^войти|^войдите`)
	})
	breaksOff = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:(?:\.\.\.|…)\s*(?:\[?(?:read (?:more|on|full.*)|continue reading|more|full text.*|подробнее|читать (?:далее|полностью|дальше))[\]»→>. ]*)|\[(?:…|\.\.\.|\+\d+ chars)\])\s*$`)
	})
)

// refuseWhole looks at the page before it is taken apart.
func refuseWhole(p Page, blocks []Block) error {
	text := 0
	for _, b := range blocks {
		if !b.Chrome {
			text += letters(b.Text)
		}
	}
	if text == 0 {
		return RefusedEmpty
	}
	heads := []string{fold.String(headTitle(p.Title))}
	for i, b := range blocks {
		if i < 3 {
			heads = append(heads, fold.String(b.Text))
		}
	}
	if text < 1500 {
		for _, h := range heads {
			switch {
			case letters(h) > 120:
			case errorPage().MatchString(h):
				return RefusedError
			case loginPage().MatchString(h):
				return RefusedLogin
			}
		}
	}
	if isList(blocks) {
		return RefusedList
	}
	return nil
}

// isList says that a page is mostly links to others, or mostly teasers.
func isList(blocks []Block) bool {
	if hasProse(blocks) {
		return false
	}
	linked, plain, items, dates, long := 0, 0, 0, 0, 0
	for i, b := range blocks {
		n := letters(b.Text)
		if b.Linked > 0.6 {
			linked += n
			items++
		} else {
			plain += n
		}
		if n > 400 {
			long++
		}
		if isDateLine(b.Text) && i+1 < len(blocks) && !isMetaLine(blocks[i+1].Text) {
			dates++
		}
	}
	return items >= 5 && linked > 2*plain || dates >= 5 && long <= 1
}

// hasProse says that two blocks of running text follow each other, without a
// link or a date between them: a list has one at most under each of its
// titles, whatever stands beside a document.
func hasProse(blocks []Block) bool {
	run, size := 0, 0
	for _, b := range blocks {
		if b.Chrome || b.Linked > 0.6 || isDateLine(b.Text) {
			run, size = 0, 0
			continue
		}
		if runs(b.Text) && b.Role != model.RoleHeading && !openedByDate(b.Text) && !strings.HasSuffix(b.Text, "…") && !strings.HasSuffix(b.Text, "...") {
			run++
			size += letters(b.Text)
		} else if letters(b.Text) > 15 {
			run, size = 0, 0
		}
		if run >= 2 && size >= 200 {
			return true
		}
	}
	return false
}

// openedByDate says that a block is a teaser with its date glued to it.
func openedByDate(s string) bool {
	d := Dates(opening(s))
	return len(d) > 0 && d[0].Start == 0 && d[0].Numeric
}

// refuseBody looks at what was taken for the body.
func refuseBody(t title, body []Block) error {
	n, last := 0, ""
	for _, b := range body {
		n += letters(b.Text)
		last = b.Text
	}
	if n == 0 || t.text == "" && n < 40 {
		return RefusedNoBody
	}
	if breaksOff().MatchString(last) && n < 3000 {
		return RefusedExcerpt
	}
	if len(body) == 1 && n < 600 && (strings.HasSuffix(last, "…") || strings.HasSuffix(last, "...")) {
		return RefusedExcerpt
	}
	return nil
}

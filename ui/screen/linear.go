package screen

import (
	"fmt"
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/query"
	"cstoread/ui/keys"
)

// linear draws for a screen reader: plain lines, each one fact, about the one
// thing the keys act on. There is no frame, no column and no colour, and
// nothing that is only a mark.
func (m *Root) linear() string {
	var lines []string
	say := func(format string, args ...any) {
		lines = append(lines, wrap(fmt.Sprintf(format, args...), max(m.lay.w, 1))...)
	}
	switch {
	case m.page != nil:
		say("%s.", m.page.title)
		for _, l := range m.page.linear(max(m.lay.w, 1), max(m.lay.h-2, 1)) {
			say("%s", l)
		}
	case m.adding != nil:
		say("Add: %s", m.adding.in.text)
		for _, l := range m.addingPreview(max(m.lay.w, 1) + 2) {
			for _, q := range l {
				say("%s", strings.TrimSpace(q.text))
			}
		}
	case m.picker != nil:
		m.linearPicker(say)
	case m.filter.open:
		say("Search: %s", m.filter.in.text)
		for _, pr := range m.query.Problems {
			say("Problem at character %d: %s", pr.Start+1, pr.Message)
		}
		m.linearFound(say)
	case m.focus == keys.Reader && m.reader.Statement() != nil:
		m.linearReader(say)
	default:
		m.linearFound(say)
		m.linearEntry(say)
	}
	if text, _ := m.told(); text != "" && !m.filter.open {
		say("%s.", strings.TrimSuffix(text, "."))
	}
	return strings.Join(m.linearWindow(lines), "\n")
}

// linearWindow is what of the lines finds room: from the start, or for a
// paragraph longer than the window from where one has paged to. The last line
// then says that there is more.
func (m *Root) linearWindow(lines []string) []string {
	h := max(m.lay.h, 1)
	if len(lines) <= h {
		m.paged = 0
		return lines
	}
	if h == 1 {
		return lines[:1]
	}
	step := h - 1
	from := min(m.paged*step, (len(lines)-1)/step*step)
	m.paged = from / step
	if from+step >= len(lines) {
		return lines[from:]
	}
	more := "More: page down."
	return append(slices.Clone(lines[from:from+step]), clip(more, m.lay.w))
}

// linearPage pages within what is longer than the window, and says whether
// that is what a page means now.
func (m *Root) linearPage(a keys.Action) bool {
	if !m.opt.Linear || m.focus != keys.Reader || m.place() != keys.Reader {
		return false
	}
	switch a {
	case keys.PageDown, keys.HalfDown:
		m.paged++
	case keys.PageUp, keys.HalfUp:
		m.paged = max(m.paged-1, 0)
	default:
		m.paged = 0
		return false
	}
	return true
}

type sayer func(format string, args ...any)

func (m *Root) linearFound(say sayer) {
	if found := m.found(1 << 10); found != "" {
		say("Found: %s.", strings.ReplaceAll(found, " · ", ", "))
	}
	for _, c := range m.query.Chips(m.nameOf) {
		if c.Negated {
			say("Without: %s.", c.Label)
		} else {
			say("With: %s.", c.Label)
		}
	}
}

// linearEntry tells about the list's current statement.
func (m *Root) linearEntry(say sayer) {
	h, ok := m.list.current()
	if !ok {
		for _, part := range m.emptyText() {
			say("%s", part.text)
		}
		return
	}
	say("Statement %d of %d.", m.list.at+1, len(m.list.hits))
	linearFacts(say, h)
	if m.list.counted {
		if n := bodyMatches(&m.list.hits[m.list.at]); n > 0 {
			say("Matching: %s.", count(n, "paragraph"))
		} else {
			say("Matching: the title.")
		}
	}
	if m.memory.bookmarked(h.ID) {
		say("Bookmarked.")
	}
	if !m.memory.read(h.ID) {
		say("Unread.")
	}
}

// linearFacts tells what is known of a statement.
func linearFacts(say sayer, h model.Header) {
	say("Title: %s", h.Title)
	for _, fact := range []struct{ name, value string }{
		{"Date", h.Date.Long()}, {"Place", h.Place}, {"Kind", string(h.Kind)}, {"Issuer", h.Issuer},
	} {
		if fact.value != "" {
			say("%s: %s.", fact.name, fact.value)
		}
	}
}

// linearReader tells the current paragraph and what it mentions.
func (m *Root) linearReader(say sayer) {
	st := m.reader.Statement()
	par, ok := st.Paragraph(m.reader.Current())
	if !ok {
		return
	}
	if par.N == 0 {
		linearFacts(say, st.Header)
		m.linearMentions(say, par)
		say("Paragraphs: %d.", len(st.Body))
		return
	}
	say("Paragraph %d of %d.", par.N, len(st.Body))
	if first, last, ok := m.reader.Range(); ok {
		say("Marked: %d to %d.", first, last)
	}
	if m.memory.bookmarkedParagraph(st.ID, par.N) {
		say("Bookmarked.")
	}
	say("%s", par.Text)
	m.linearMentions(say, par)
}

func (m *Root) linearMentions(say sayer, par model.Paragraph) {
	one := &model.Statement{Body: []model.Paragraph{par}}
	one.Body[0].N = 1
	title := ""
	var names []string
	flush := func() {
		if len(names) > 0 {
			say("%s: %s.", title, strings.Join(names, ", "))
		}
		names = nil
	}
	for _, c := range outlineOf(one, m.nameOf) {
		if c.code == "" {
			flush()
			title = c.name
			continue
		}
		names = append(names, c.name)
	}
	flush()
}

func (m *Root) linearPicker(say sayer) {
	k := m.picker
	say("%s: %s", k.title, k.in.text)
	c, ok := k.current()
	if !ok {
		say("%s.", k.nothing())
		return
	}
	say("%d of %d: %s.", k.at+1, len(k.shown), c.name)
	say("Paragraphs: %d.", c.count)
	switch c.state {
	case query.Included:
		say("Picked.")
	case query.Excluded:
		say("Excluded.")
	}
}

// linear is the page as plain lines from where it is scrolled to.
func (g *page) linear(w, h int) []string {
	lines := g.lines(w)
	g.top = max(min(g.top, len(lines)-h), 0)
	var out []string
	for i := g.top; i < len(lines) && len(out) < h; i++ {
		var b strings.Builder
		for _, q := range lines[i] {
			b.WriteString(q.text)
		}
		if s := strings.TrimSpace(b.String()); s != "" {
			out = append(out, s)
		}
	}
	return out
}

package screen

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/ui/theme"
)

// marks is what the list shows of the memory.
type marks interface {
	read(id string) bool
	bookmarked(id string) bool
}

// view draws the visible rows. Away is true when the keys go elsewhere.
func (l *list) view(th theme.Theme, m marks, away bool) []string {
	var lines []string
	first := sort.Search(len(l.tops), func(i int) bool { return l.tops[i] > l.top }) - 1
	for i := max(first, 0); i < len(l.hits) && l.tops[i] < l.top+l.h; i++ {
		row := l.tops[i]
		for _, line := range l.known(th, m, i, away) {
			if row >= l.top && row < l.top+l.h {
				lines = append(lines, line)
			}
			row++
		}
	}
	return fill(lines, l.w, l.h)
}

// known gives the rows of entry i, drawing them unless they are remembered.
func (l *list) known(th theme.Theme, m marks, i int, away bool) []string {
	lines, drawn := l.drawn[i]
	if drawn && i != l.at {
		return lines
	}
	lines = l.entry(th, m, i, away)
	if i != l.at {
		if l.drawn == nil || len(l.drawn) >= mostDrawn {
			l.drawn = make(map[int][]string, mostDrawn)
		}
		l.drawn[i] = lines
	}
	return lines
}

// mostDrawn is how many entries are remembered as they were drawn: those of a
// few screens.
const mostDrawn = 256

// entry draws the rows of entry i.
func (l *list) entry(th theme.Theme, m marks, i int, away bool) []string {
	hit := &l.hits[i]
	var lines []string
	if l.headed(i) {
		lines = append(lines, row(th, l.w, []piece{p(theme.Year, " "+year(hit.Header.Date))}))
	}
	current := i == l.at
	bar := p(theme.Text, " ")
	if current {
		bar = p(theme.Bar, "▌")
	}
	mark := p(theme.Text, " ")
	switch {
	case m.bookmarked(hit.Header.ID):
		mark = p(theme.Bookmark, "★")
	case !m.read(hit.Header.ID):
		mark = p(theme.Unread, "•")
	}
	date := l.date(hit.Header.Date)
	if hit.Header.Date.Year != 0 { // undated ones need no column for it
		date = fmt.Sprintf("%-7s", date)
	}
	date = " " + date + " "
	if l.tall {
		left := []piece{bar, mark, p(theme.Dim, date), p(theme.Text, l.title(hit, l.w-2-width(date)))}
		under := []piece{bar, p(theme.Dim, strings.Repeat(" ", 1+width(date))+l.facts(hit))}
		return append(lines, l.paint(th, left, nil, current, away), l.paint(th, under, nil, current, away))
	}
	facts := clip(l.facts(hit), l.w/2)
	left := []piece{bar, mark, p(theme.Dim, date), p(theme.Text, l.title(hit, l.w-4-width(date)-width(facts)))}
	return append(lines, l.paint(th, left, []piece{p(theme.Dim, facts+" ")}, current, away))
}

func (l *list) paint(th theme.Theme, left, right []piece, current, away bool) string {
	switch {
	case current && away:
		return band(th, l.w, theme.SelectedAway, left, right...)
	case current:
		return band(th, l.w, theme.Selected, left, right...)
	}
	return row(th, l.w, left, right...)
}

// date is the day within its year where years head the groups, and the whole
// date where they do not.
func (l *list) date(d model.Date) string {
	if !l.grouped {
		return d.String()
	}
	switch {
	case d.Month == 0:
		return ""
	case d.Day == 0:
		return "   " + time.Month(d.Month).String()[:3]
	}
	return fmt.Sprintf("%2d %s", d.Day, time.Month(d.Month).String()[:3])
}

func year(d model.Date) string {
	if d.Year == 0 {
		return "Undated"
	}
	return fmt.Sprint(d.Year)
}

// facts is the line below the title: place, kind, and how many paragraphs
// match.
func (l *list) facts(hit *ask.Hit) string {
	var parts []string
	for _, s := range []string{hit.Header.Place, string(hit.Header.Kind)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if l.counted {
		parts = append(parts, matching(hit))
	}
	return strings.Join(parts, " · ")
}

// title is what an entry is called within w cells: what it is about, since
// titles begin with who speaks, at length. A list sorted by title shows the
// titles themselves, or its order could not be seen.
func (l *list) title(hit *ask.Hit, w int) string {
	if l.titled {
		return clip(safe(hit.Header.Title), w)
	}
	short, known := l.shorts[hit.Header.Title]
	if !known {
		if l.shorts == nil || len(l.shorts) >= mostShorts {
			l.shorts = make(map[string]string, mostShorts)
		}
		short = safe(model.ShortTitle(hit.Header.Title))
		l.shorts[hit.Header.Title] = short
	}
	return clip(short, w)
}

// mostShorts is how many short titles are kept: those of a few screens.
const mostShorts = 512

// inTitle says that the title matches. It counts as paragraph 0 where one
// searches, but not where paragraphs are counted: a text of 17 has no 18.
func inTitle(hit *ask.Hit) bool { return len(hit.Paragraphs) > 0 && hit.Paragraphs[0] == 0 }

// titlesIn counts the titles that match.
func titlesIn(hits []ask.Hit) int {
	n := 0
	for i := range hits {
		if inTitle(&hits[i]) {
			n++
		}
	}
	return n
}

// bodyMatches counts the matching paragraphs of the text itself.
func bodyMatches(hit *ask.Hit) int {
	if inTitle(hit) {
		return len(hit.Paragraphs) - 1
	}
	return len(hit.Paragraphs)
}

// matching says how many paragraphs of an entry match.
func matching(hit *ask.Hit) string {
	if n := bodyMatches(hit); n > 0 {
		return fmt.Sprintf("%d ¶", n)
	}
	return "title"
}

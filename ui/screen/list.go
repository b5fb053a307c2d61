package screen

import (
	"sort"

	"cstoread/model"
	"cstoread/model/ask"
)

// list is the pane of statements: which there are, which one is current, and
// which of its rows are to be seen. It knows nothing of the query that found
// them. Only what is visible is ever drawn, so its cost does not grow with
// the number of statements.
type list struct {
	hits []ask.Hit
	// tops[i] is the row on which entry i begins, its year's heading
	// included; rows is how many there are in all.
	tops []int
	rows int
	// tall entries take two rows, others one.
	tall bool
	// grouped lists have a heading above the first statement of each year.
	grouped bool
	// total counts the matching paragraphs of each entry only when the query
	// asks for something; otherwise all of them match and it says nothing.
	counted bool
	// titled lists show whole titles; shorts are the short ones made so far.
	titled bool
	shorts map[string]string

	// drawn are the rows of entries as they were drawn when they were not the
	// current one. Whoever changes anything that shows in them drops it.
	drawn map[int][]string

	at   int // the current entry
	top  int // the first visible row
	w, h int
}

// show replaces the entries. The current statement stays current if it is
// among the new ones; otherwise the first one is.
func (l *list) show(hits []ask.Hit, grouped, counted bool, current string) {
	l.hits, l.grouped, l.counted = hits, grouped, counted
	l.at, l.top = 0, 0
	for i := range hits {
		if hits[i].Header.ID == current {
			l.at = i
			break
		}
	}
	l.measure()
	l.follow()
}

// resize gives the pane its size; the current entry stays in view.
func (l *list) resize(w, h int) {
	if w == l.w && h == l.h {
		return
	}
	l.w, l.h = w, h
	tall := w < oneRowFrom
	if tall != l.tall {
		l.tall = tall
		l.measure()
	}
	l.follow()
}

// oneRowFrom is the width from which an entry finds room on one row.
const oneRowFrom = 74

// measure finds out on which row each entry begins.
func (l *list) measure() {
	if cap(l.tops) < len(l.hits) {
		l.tops = make([]int, len(l.hits))
	}
	l.tops = l.tops[:len(l.hits)]
	l.rows = 0
	for i := range l.hits {
		l.tops[i] = l.rows
		l.rows += l.height(i)
	}
}

// headed says whether the heading of a year stands above entry i.
func (l *list) headed(i int) bool {
	return l.grouped && (i == 0 || l.hits[i].Header.Date.Year != l.hits[i-1].Header.Date.Year)
}

func (l *list) height(i int) int {
	n := 1
	if l.tall {
		n = 2
	}
	if l.headed(i) {
		n++
	}
	return n
}

// current returns the current entry's header.
func (l *list) current() (model.Header, bool) {
	if l.at < 0 || l.at >= len(l.hits) {
		return model.Header{}, false
	}
	return l.hits[l.at].Header, true
}

// move goes n entries on, or back when n is negative, and says whether that
// changed anything.
func (l *list) move(n int) bool { return l.to(l.at + n) }

// to goes to entry i, or to the nearest there is.
func (l *list) to(i int) bool {
	was := l.at
	l.at = max(min(i, len(l.hits)-1), 0)
	l.follow()
	return l.at != was
}

// page goes n half screens on or back.
func (l *list) page(halves int) bool {
	per := 1
	if l.tall {
		per = 2
	}
	return l.move(halves * max(l.h/per/2, 1))
}

// seek makes the statement with this ID current, if it is there.
func (l *list) seek(id string) bool {
	for i := range l.hits {
		if l.hits[i].Header.ID == id {
			l.to(i)
			return true
		}
	}
	return false
}

// scroll moves the view by n rows without leaving the current entry behind:
// when that would go out of sight, the nearest visible one becomes current.
func (l *list) scroll(n int) bool {
	was := l.at
	l.top = max(min(l.top+n, l.rows-l.h), 0)
	for l.at < len(l.hits)-1 && l.tops[l.at] < l.top {
		l.at++
	}
	for l.at > 0 && l.tops[l.at]+l.height(l.at) > l.top+l.h {
		l.at--
	}
	return l.at != was
}

// follow scrolls just as far as brings the current entry into view.
func (l *list) follow() {
	if len(l.hits) == 0 || l.h <= 0 {
		l.top = 0
		return
	}
	first := l.tops[l.at]
	last := first + l.height(l.at)
	if l.h < last-first { // not even one entry finds room: show its own rows
		first = last - 1
		if l.tall {
			first--
		}
	}
	if last > l.top+l.h {
		l.top = last - l.h
	}
	if first < l.top {
		l.top = first
	}
	l.top = max(min(l.top, l.rows-1), 0)
}

// entryAt is the entry drawn on visible row y, or -1.
func (l *list) entryAt(y int) int {
	want := l.top + y
	if y < 0 || want >= l.rows {
		return -1
	}
	i := sort.Search(len(l.tops), func(i int) bool { return l.tops[i] > want }) - 1
	if i >= 0 && l.headed(i) && want == l.tops[i] {
		return -1
	}
	return i
}

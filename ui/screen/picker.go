package screen

import (
	"fmt"
	"slices"
	"strings"

	"cstoread/model/ask"
	"cstoread/model/fold"
	"cstoread/model/query"
	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// choice is one line of a picker.
type choice struct {
	// field and code are the value; a choice without a code is a heading.
	field query.Field
	code  string
	name  string
	// count is how many paragraphs have it, state whether it is picked.
	count int
	state query.Choice
	// paragraph is where the outline goes for it.
	paragraph int
}

// picker is a list of values to choose from, with a line to narrow it. It
// stands in the place of one pane; what it changes is the query's text.
type picker struct {
	title string
	field query.Field // "" for the outline
	in    input
	all   []choice // in the order of their counts
	shown []int    // indices into all
	at    int      // index into shown
	top   int
	// was is the query before, to go back to; touched says that something was
	// picked already, so that accepting takes nothing more.
	was     string
	touched bool
	waiting bool // the counts have not come yet
}

// narrow shows the choices whose name has all the words typed. The current
// one stays current when it is still shown.
func (k *picker) narrow() {
	current := ""
	if c, ok := k.current(); ok {
		current = c.code
	}
	words := strings.Fields(fold.String(k.in.text))
	k.shown = k.shown[:0]
	k.at = 0
	for i, c := range k.all {
		if !matches(c, words) {
			continue
		}
		if c.code != "" && c.code == current {
			k.at = len(k.shown)
		}
		k.shown = append(k.shown, i)
	}
	k.skipHeading(1)
}

// matches says whether every word begins a word of the choice's name or code.
// Headings are shown only as long as nothing is typed.
func matches(c choice, words []string) bool {
	if len(words) == 0 {
		return true
	}
	if c.code == "" {
		return false
	}
	name := " " + strings.NewReplacer("-", " ", ".", " ", "'", " ").Replace(fold.String(c.name+" "+c.code))
	for _, w := range words {
		if !strings.Contains(name, " "+w) && !strings.Contains(fold.String(c.name), w) {
			return false
		}
	}
	return true
}

func (k *picker) current() (choice, bool) {
	if k.at < 0 || k.at >= len(k.shown) {
		return choice{}, false
	}
	return k.all[k.shown[k.at]], true
}

// move goes n choices on or back, past headings.
func (k *picker) move(n int) {
	k.at = max(min(k.at+n, len(k.shown)-1), 0)
	k.skipHeading(n)
}

func (k *picker) skipHeading(n int) {
	step := 1
	if n < 0 {
		step = -1
	}
	heading := func() bool { c, ok := k.current(); return ok && c.code == "" }
	for heading() && k.at+step >= 0 && k.at+step < len(k.shown) {
		k.at += step
	}
	for heading() && k.at+1 < len(k.shown) { // the first line is a heading
		k.at++
	}
}

// view draws the picker.
func (k *picker) view(th theme.Theme, w, h int) []string {
	lines := []string{row(th, w, []piece{p(theme.Title, " "+k.title), p(theme.Text, "  "), p(theme.Input, k.in.text)})}
	room := h - 1
	if k.at < k.top {
		k.top = k.at
	}
	if k.at >= k.top+room {
		k.top = k.at - room + 1
	}
	k.top = max(min(k.top, len(k.shown)-room), 0)
	if k.at == 1 && k.top == 1 { // do not hide the heading of the first one
		k.top = 0
	}
	if len(k.shown) == 0 {
		lines = append(lines, row(th, w, []piece{p(theme.Dim, "   "+k.nothing())}))
	}
	for i := k.top; i < len(k.shown) && i < k.top+room; i++ {
		lines = append(lines, k.line(th, w, k.all[k.shown[i]], i == k.at))
	}
	return fill(lines, w, h)
}

func (k *picker) nothing() string {
	switch {
	case k.waiting:
		return "counting …"
	case k.in.text != "":
		return "nothing found here is called that"
	case k.field == "":
		return "nothing is mentioned in this statement"
	}
	return "nothing of the kind in what is found"
}

func (k *picker) line(th theme.Theme, w int, c choice, current bool) string {
	if c.code == "" {
		return row(th, w, []piece{p(theme.Year, " "+c.name)})
	}
	bar, mark := " ", "  "
	if current {
		bar = "▌"
	}
	role := theme.Text
	switch c.state {
	case query.Included:
		mark, role = "✓ ", theme.Count
	case query.Excluded:
		mark, role = "− ", theme.Error
	}
	left := []piece{p(theme.Bar, bar), p(role, mark+c.name)}
	right := p(theme.Count, fmt.Sprintf("%d ", c.count))
	if current {
		return band(th, w, theme.Selected, left, right)
	}
	return row(th, w, left, right)
}

// cell is where the cursor stands in the picker's first line.
func (k *picker) cell(w int) int {
	return min(width(k.title)+3+width(k.in.text[:k.in.at]), w-1)
}

// take shows new counts; what is picked or excluded is there even when
// nothing of it is left.
func (k *picker) take(counts []ask.FacetCount, q query.Query, name func(query.Field, string) string) {
	k.waiting = false
	current, _ := k.current()
	k.all = k.all[:0]
	add := func(code string, n int) {
		label := name(k.field, code)
		if label == "" {
			label = code
		}
		k.all = append(k.all, choice{field: k.field, code: code, name: label, count: n, state: q.Choice(k.field, code)})
	}
	for _, c := range counts {
		add(c.Code, c.Paragraphs)
	}
	for _, chip := range q.Chips(nil) {
		for _, code := range chip.Codes {
			if chip.Field == k.field && !slices.ContainsFunc(k.all, func(c choice) bool { return c.code == code }) {
				add(code, 0)
			}
		}
	}
	k.shown = k.shown[:0]
	k.narrow()
	for i, at := range k.shown {
		if current.code != "" && k.all[at].code == current.code {
			k.at = i
		}
	}
}

// edits does what an action says to the line one types in; moves and pages
// are the list's.
func (k *picker) act(a keys.Action, h int) bool {
	switch a {
	case keys.Down:
		k.move(1)
	case keys.Up:
		k.move(-1)
	case keys.PageDown:
		k.move(max(h-2, 1))
	case keys.PageUp:
		k.move(-max(h-2, 1))
	default:
		if !k.in.edit(a) {
			return false
		}
		k.narrow()
	}
	return true
}

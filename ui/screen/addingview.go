package screen

import (
	"fmt"
	"strings"

	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// addingTitle stands before the line in which one types a source.
const addingTitle = " Add  "

// addingLine draws the line with the source and says where the cursor is in it.
func (g *adding) line(th theme.Theme, w int) (string, int) {
	room := max(w-width(addingTitle)-1, 1)
	from, to, cell := g.in.window(room)
	return row(th, w, []piece{p(theme.Title, addingTitle), p(theme.Input, g.in.text[from:to])}), width(addingTitle) + cell
}

// addingLines draws the pane.
func (m *Root) addingLines(w, h int) []string {
	g := m.adding
	first, _ := g.line(m.theme, w)
	lines := []string{first}
	preview := m.addingPreview(w)
	g.top = max(min(g.top, len(preview)-(h-1)), 0)
	for i := g.top; i < len(preview) && len(lines) < h; i++ {
		lines = append(lines, row(m.theme, w, preview[i]))
	}
	return fill(lines, w, h)
}

// addingPreview is what stands below the source.
func (m *Root) addingPreview(w int) [][]piece {
	g := m.adding
	var lines [][]piece
	say := func(role theme.Role, indent, text string) {
		for _, l := range wrap(text, max(w-len(indent)-2, 1)) {
			lines = append(lines, []piece{p(role, indent+l)})
		}
	}
	accept, leave := m.keyOf(keys.Accept), m.keyOf(keys.Leave)
	switch {
	case g.failure != "":
		say(theme.Error, "  ", g.failure)
		return lines
	case g.stage == addingLooking:
		say(theme.Dim, "  ", "reading it …")
		return lines
	case g.stage == addingKeeping:
		say(theme.Dim, "  ", "keeping it …")
		return lines
	case g.stage == addingTyped:
		say(theme.Dim, "  ", "A file, a folder, or an address that begins with https://")
		say(theme.Dim, "  ", accept+" shows what would be added; nothing is kept before that.")
		return lines
	}
	switch n := g.found.kept(); {
	case n == 0:
		say(theme.Notice, "  ", "Nothing to keep. "+leave+" leaves.")
	default:
		say(theme.Notice, "  ", fmt.Sprintf("%s keeps %s, %s drops it.", accept, count(n, "statement"), leave))
	}
	if n := len(g.found.first); n != 1 {
		say(theme.Dim, "  ", g.found.sum())
	}
	for _, a := range g.found.first {
		lines = append(lines, nil)
		previewOf(a, say)
	}
	return lines
}

// keyOf names the key of an action in this pane.
func (m *Root) keyOf(a keys.Action) string {
	b, ok := m.keys.First(keys.Adding, a)
	if !ok {
		return "(no key)"
	}
	return keys.Label(b.Keys()[0])
}

// previewOf shows what was understood of one source: enough to see whether
// the text was cut right and whose it is.
func previewOf(a model.Addition, say func(role theme.Role, indent, text string)) {
	st := a.Statement
	if a.Status == model.AdditionRefused || st == nil {
		say(theme.Error, "  ", a.Source+": "+string(a.Status)+": "+a.Reason)
		return
	}
	say(theme.Title, "  ", st.Title)
	facts := []string{"date not known"}
	if date := st.Date.Long(); date != "" {
		facts[0] = date
	}
	for _, fact := range []string{st.Place, string(st.Kind), st.Issuer, count(len(st.Body), "paragraph")} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	say(theme.Dim, "  ", strings.Join(facts, " · "))
	status := string(a.Status)
	if a.ID != "" && !strings.Contains(a.Reason, a.ID) {
		status += " as " + a.ID
	}
	if a.Reason != "" {
		status += ": " + a.Reason
	}
	say(theme.Count, "  ", status)
	if n := len(st.Body); n > 0 {
		say(theme.Text, "  ", "First: "+begin(st.Body[0].Text))
		if n > 1 {
			say(theme.Text, "  ", "Last:  "+ending(st.Body[n-1].Text))
		}
	}
	for _, doubt := range doubts(a) {
		say(theme.Error, "  ", "Look at "+doubt)
	}
	for _, note := range a.Notes {
		say(theme.Dim, "  ", note)
	}
}

// doubts are the fields to look at, each with what was found.
func doubts(a model.Addition) []string {
	if a.Statement.Doubtful == "" {
		return nil
	}
	var all []string
	for _, field := range strings.Split(a.Statement.Doubtful, ", ") {
		switch e := a.Evidence[field]; {
		case e.Value == "":
			all = append(all, field+": not known")
		default:
			all = append(all, fmt.Sprintf("%s: %s (found in: %s)", field, e.Value, e.Found))
		}
	}
	return all
}

// excerpt is how many cells of the first and the last paragraph are shown.
const excerpt = 160

func begin(text string) string { return clip(clean.Line(text), excerpt) }

// ending is the end of a text, in whole words.
func ending(text string) string {
	text = clean.Line(text)
	if width(text) <= excerpt {
		return text
	}
	words := strings.Fields(text)
	from, used := len(words), 1
	for from > 0 && used+width(words[from-1])+1 <= excerpt {
		from--
		used += width(words[from]) + 1
	}
	if from == len(words) { // one word longer than the excerpt
		return begin(text)
	}
	return "… " + strings.Join(words[from:], " ")
}

// sum counts what became of the parts of a source, in words.
func (g gathered) sum() string {
	var parts []string
	for _, s := range []model.AdditionStatus{
		model.AdditionAdded, model.AdditionWouldAdd, model.AdditionRevision,
		model.AdditionVariant, model.AdditionDuplicate, model.AdditionRefused,
	} {
		if n := g.counts[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	if len(parts) == 0 {
		return "nothing found to add"
	}
	return strings.Join(parts, ", ")
}

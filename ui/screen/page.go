package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/tag"
	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// page is a text laid over the panes: help, and the reasons of mentions.
type page struct {
	title string
	// lines makes the text for a width; it is asked again after a resize.
	lines func(w int) [][]piece
	top   int
}

// view draws the page.
func (g *page) view(th theme.Theme, w, h int) []string {
	lines := g.lines(w)
	g.top = max(min(g.top, len(lines)-(h-1)), 0)
	drawn := []string{row(th, w, []piece{p(theme.Title, " "+g.title)})}
	for i := g.top; i < len(lines) && len(drawn) < h; i++ {
		drawn = append(drawn, row(th, w, lines[i]))
	}
	return fill(drawn, w, h)
}

// act scrolls; it returns false for other actions.
func (g *page) act(a keys.Action, h int) bool {
	switch a {
	case keys.Down:
		g.top++
	case keys.Up:
		g.top--
	case keys.PageDown:
		g.top += max(h-2, 1)
	case keys.PageUp:
		g.top -= max(h-2, 1)
	case keys.HalfDown:
		g.top += max(h/2, 1)
	case keys.HalfUp:
		g.top -= max(h/2, 1)
	case keys.First:
		g.top = 0
	case keys.Last:
		g.top = 1 << 30
	default:
		return false
	}
	g.top = max(g.top, 0)
	return true
}

// help opens the page made of the key bindings.
func (m *Root) help() tea.Cmd {
	m.page = &page{title: "Keys", lines: m.helpLines}
	return nil
}

func (m *Root) helpLines(w int) [][]piece {
	const column = 22
	var lines [][]piece
	for _, g := range m.keys.Help() {
		lines = append(lines, nil, []piece{p(theme.Year, " "+g.Name)})
		for _, b := range g.Bindings {
			key := clip(b.Help().Key, column-1)
			gap := strings.Repeat(" ", column-width(key))
			room := w - column - 4
			if room < 16 { // too narrow for two columns: the words go below
				lines = append(lines, []piece{p(theme.Key, "  "+key)})
				for _, l := range wrap(b.Help().Desc, max(w-5, 1)) {
					lines = append(lines, []piece{p(theme.Text, "    "+l)})
				}
				continue
			}
			for i, l := range wrap(b.Help().Desc, room) {
				if i > 0 {
					key, gap = "", strings.Repeat(" ", column)
				}
				lines = append(lines, []piece{p(theme.Key, "  "+key), p(theme.Text, gap+l)})
			}
		}
	}
	return lines
}

// why opens the page that explains the current paragraph's mentions.
func (m *Root) why() tea.Cmd {
	st := m.reader.Statement()
	if st == nil {
		return nil
	}
	par, ok := st.Paragraph(m.reader.Current())
	if !ok {
		return nil
	}
	explainer, _ := m.shelf.Tables.(Explainer)
	m.page = &page{
		title: "Why: " + model.Reference{ID: st.ID, First: par.N, Last: par.N}.String(),
		lines: func(w int) [][]piece { return m.whyLines(par, st.Language, explainer, w) },
	}
	return nil
}

// Explainer is what Tables may also be: it tells why a text has its mentions.
type Explainer interface {
	Explain(text, language string) tag.Explanation
}

func (m *Root) whyLines(par model.Paragraph, language string, explainer Explainer, w int) [][]piece {
	var lines [][]piece
	for _, l := range wrap(par.Text, max(w-4, 1)) {
		lines = append(lines, []piece{p(theme.Dim, "  "+l)})
	}
	lines = append(lines, nil)
	if explainer == nil {
		for _, x := range par.Mentions {
			lines = append(lines, m.reasonLines(tag.Reason{Mention: x}, false, w)...)
		}
		return lines
	}
	ex := explainer.Explain(par.Text, language)
	for _, r := range ex.Accepted {
		lines = append(lines, m.reasonLines(r, false, w)...)
	}
	if len(ex.Accepted) == 0 {
		lines = append(lines, []piece{p(theme.Text, "  No country, topic or instrument was found here.")})
	}
	if len(ex.Rejected) > 0 {
		lines = append(lines, nil, []piece{p(theme.Year, " Rejected")})
	}
	for _, r := range ex.Rejected {
		lines = append(lines, m.reasonLines(r, true, w)...)
	}
	return lines
}

// reasonLines is one mention: what was read, as what, and by which rule.
func (m *Root) reasonLines(r tag.Reason, rejected bool, w int) [][]piece {
	role := map[model.MentionKind]theme.Role{
		model.MentionCountry: theme.Country, model.MentionTopic: theme.Topic, model.MentionInstrument: theme.Instrument,
	}[r.Kind]
	if rejected {
		role = theme.Dim
	}
	name := m.mentionName(r.Mention)
	lines := [][]piece{{p(role, "  “"+r.Text+"”"), p(theme.Text, "  "+name)}}
	facts := []string{string(r.Kind), string(r.Strength), "rule " + r.Rule}
	if r.Entry != "" {
		facts = append(facts, "entry “"+r.Entry+"”")
	}
	if r.Source != "" {
		facts = append(facts, r.Source)
	}
	if r.Because != "" {
		facts = append(facts, "because of "+r.Because)
	}
	for _, l := range wrap(strings.Join(facts, " · "), max(w-6, 1)) {
		lines = append(lines, []piece{p(theme.Dim, "      "+l)})
	}
	return lines
}

func (m *Root) mentionName(x model.Mention) string {
	if m.shelf.Tables != nil {
		switch x.Kind {
		case model.MentionCountry:
			return m.shelf.Tables.CountryName(x.Code)
		case model.MentionTopic:
			return m.shelf.Tables.TopicName(x.Code)
		}
	}
	return x.Code
}

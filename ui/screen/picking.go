package screen

import (
	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// pick opens the picker of a field. Its counts are asked for at once and
// again whenever the query changes.
func (m *Root) pick(field query.Field, title string) tea.Cmd {
	m.picker = &picker{title: title, field: field, was: m.text, waiting: true}
	return m.count()
}

// count asks for what an open picker shows. The values of one field widen the
// query ("any of them"), so they are counted without the ones picked already.
func (m *Root) count() tea.Cmd {
	if m.picker == nil || m.picker.field == "" || m.shelf.Engine == nil {
		return nil
	}
	number, ctx := m.counting.next()
	q := m.question()
	q.Limit = 1
	q.Facets = []query.Field{m.picker.field}
	q.Free = true
	return askFor(ctx, m.shelf.Engine, q, func(a ask.Answer, err error) tea.Msg {
		return countsMsg{number, a, err}
	})
}

func (m *Root) countsCame(msg countsMsg) {
	if !m.counting.newest(msg.number) || m.picker == nil || m.picker.field == "" {
		return
	}
	m.counting.stop()
	if msg.err != nil {
		m.message.fail("cannot count: %v", msg.err)
		return
	}
	m.picker.take(msg.answer.Facets[m.picker.field], m.query, m.nameOf)
}

// choose changes the query by the picker's current value.
func (m *Root) choose(want query.Choice) tea.Cmd {
	c, ok := m.picker.current()
	if !ok || c.code == "" || m.picker.field == "" {
		return nil
	}
	q := m.query
	switch {
	case q.Choice(c.field, c.code) == want:
		q = q.Without(c.field, c.code)
	case want == query.Excluded:
		q = q.Exclude(c.field, c.code)
	default:
		q = q.With(c.field, c.code)
	}
	m.picker.touched = true
	for i := range m.picker.all {
		if m.picker.all[i].code == c.code {
			m.picker.all[i].state = q.Choice(c.field, c.code)
		}
	}
	return m.ask(q.String())
}

// acceptPick ends the picker. Nothing picked yet means that the current value
// is the one that is wanted.
func (m *Root) acceptPick() tea.Cmd {
	k := m.picker
	if k.field == "" {
		return m.acceptOutline()
	}
	var cmd tea.Cmd
	if c, ok := k.current(); ok && !k.touched && c.state == query.Open {
		cmd = m.choose(query.Included)
	}
	m.closePicker()
	return cmd
}

// leavePick ends the picker and brings back the query there was before.
func (m *Root) leavePick() tea.Cmd {
	k := m.picker
	m.closePicker()
	if !k.touched {
		return nil
	}
	return m.ask(k.was)
}

func (m *Root) closePicker() {
	m.picker = nil
	m.counting.stop()
}

// outline opens the list of what the current statement mentions.
func (m *Root) outline() tea.Cmd {
	st := m.reader.Statement()
	if st == nil {
		return nil
	}
	k := &picker{title: "Mentioned here"}
	k.all = outlineOf(st, m.nameOf)
	k.narrow()
	m.picker = k
	return nil
}

// mentionKinds are the kinds of mentions by the field that asks for them.
var mentionKinds = map[query.Field]model.MentionKind{
	query.FieldCountry: model.MentionCountry, query.FieldTopic: model.MentionTopic, query.FieldInstrument: model.MentionInstrument,
}

// acceptOutline goes to the first mention of what was chosen.
func (m *Root) acceptOutline() tea.Cmd {
	c, ok := m.picker.current()
	m.closePicker()
	if !ok || c.code == "" {
		return nil
	}
	m.push()
	m.reader.GoTo(c.paragraph)
	m.reader.WalkMention(mentionKinds[c.field], c.code, true)
	return m.enterReader()
}

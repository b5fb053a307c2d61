package screen

import (
	"fmt"

	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// message is one line to the reader about what just happened. A failure stays
// until two keys later, so that it is read; anything else goes with the next
// key. The same failure is said once.
type message struct {
	text string
	role theme.Role
	keys int
	said map[string]bool
}

func (n *message) tell(format string, args ...any) {
	n.text, n.role, n.keys = fmt.Sprintf(format, args...), theme.Notice, 1
}

func (n *message) fail(format string, args ...any) {
	n.text, n.role, n.keys = fmt.Sprintf(format, args...), theme.Error, 2
}

// failOnce says a failure the first time only.
func (n *message) failOnce(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if n.said[text] {
		return
	}
	if n.said == nil {
		n.said = map[string]bool{}
	}
	n.said[text] = true
	n.fail("%s", text)
}

func (n *message) keyPressed() {
	if n.keys--; n.keys <= 0 {
		n.text = ""
	}
}

// hints are the actions that the status line names, by the place of the keys:
// the first ones are kept longest when room is short.
func hints(where keys.Place) []keys.Action {
	switch where {
	case keys.List:
		return []keys.Action{keys.Help, keys.Search, keys.Open, keys.Countries, keys.Topics, keys.NextHit, keys.Sort, keys.Print, keys.Quit}
	case keys.Reader:
		return []keys.Action{keys.Help, keys.Back, keys.Search, keys.NextHit, keys.Copy, keys.Print, keys.Countries, keys.Topics, keys.Outline}
	case keys.Input:
		return []keys.Action{keys.Accept, keys.Leave, keys.Down, keys.DeleteHead}
	case keys.Adding:
		return []keys.Action{keys.Accept, keys.Leave, keys.Down, keys.DeleteHead}
	case keys.Picker:
		return []keys.Action{keys.Accept, keys.Toggle, keys.Exclude, keys.Leave}
	}
	return []keys.Action{keys.Back, keys.Down, keys.PageDown, keys.Quit}
}

// status draws the last line: a message if there is one, else the keys that
// matter most here, and on the right where one is.
func (m *Root) status() string {
	w := m.lay.status.w
	where := p(theme.Dim, m.where()+" ")
	if text, role := m.told(); text != "" {
		return row(m.theme, w, []piece{p(role, " "+text)}, where)
	}
	room := w - width(where.text) - 2
	var shown []piece
	for _, a := range hints(m.place()) {
		b, ok := m.keys.First(m.place(), a)
		if !ok || m.outlined() && (a == keys.Toggle || a == keys.Exclude) {
			continue
		}
		key, does := " "+keys.Label(b.Keys()[0]), " "+b.Short()+" "
		if room -= width(key) + width(does); room < 0 {
			break
		}
		shown = append(shown, p(theme.Key, key), p(theme.KeyHelp, does))
	}
	return row(m.theme, w, shown, where)
}

// outlined says that the outline is open, in which one goes but does not pick.
func (m *Root) outlined() bool { return m.picker != nil && m.picker.field == "" }

// told is what the status line has to say instead of naming keys.
func (m *Root) told() (string, theme.Role) {
	switch {
	case m.filter.open && len(m.query.Problems) > 0:
		return m.query.Problems[0].Message, theme.Error
	case m.digits > 0:
		return fmt.Sprintf("%d", m.digits), theme.Notice
	}
	return m.message.text, m.message.role
}

// where says where one is: the paragraph in the reader, the row in the list.
func (m *Root) where() string {
	if st := m.reader.Statement(); st != nil && m.focus == keys.Reader {
		if first, last, ok := m.reader.Range(); ok {
			return fmt.Sprintf("marked ¶ %d–%d of %d", first, last, len(st.Body))
		}
		return fmt.Sprintf("¶ %d/%d", m.reader.Current(), len(st.Body))
	}
	if len(m.list.hits) == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", m.list.at+1, len(m.list.hits))
}

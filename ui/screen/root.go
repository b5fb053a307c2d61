package screen

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/clean"
	"cstoread/model/query"
	"cstoread/ui/keys"
	"cstoread/ui/screen/reader"
	"cstoread/ui/theme"
)

// Root is the whole screen: the one tea.Model. Its state is a set of facts
// that do not depend on each other: what is asked, what came back, which pane
// has the keys, what is laid over the panes.
type Root struct {
	opt   Options
	ctx   context.Context
	keys  keys.Map
	theme theme.Theme
	lay   layout

	shelf  Shelf
	opened bool // the library has come, or failed to

	// What is asked, and the newest answer.
	text     string // the query as text, what the filter line shows
	query    query.Query
	matcher  *query.Matcher // the query, ready to show where it holds
	sort     ask.Sort
	implied  bool
	answer   ask.Answer
	answered bool
	titles   int      // how many of the matching paragraphs are titles
	shelved  int      // how many statements there are in all
	live     bool     // the last word may go on: the query is not the text alone
	reasons  []string // why the answer is empty
	failure  string   // why there is no answer

	questions, counting, emptying, adds asking

	list   list
	reader *reader.Pane
	loads  loader

	// drawn is the reader as it was last drawn. It is stale, and so are the
	// entries of the list as they were drawn, after every message but those
	// that cannot have changed them: keys that move in the list. wasStale is
	// what it was before the newest one.
	drawn           []string
	stale, wasStale bool

	focus     keys.Place // keys.List or keys.Reader
	filter    filter
	otherwise otherwise
	picker    *picker
	page      *page
	adding    *adding
	history   []spot
	digits    int // the number typed before a key
	message   message
	memory    remembered
	arriving  arriving
	noMouse   bool
	measure   int // the width of the text to begin with

	// copying is what was copied and may not have reached the terminal yet.
	copying string
	copies  int

	// paged is how many pages of a text longer than the window a screen
	// reader has been told already.
	paged int

	result Result
	done   bool
}

// New makes the screen. Nothing is opened or asked before Init.
func New(ctx context.Context, opt Options) *Root {
	m := &Root{
		opt: opt, ctx: ctx, keys: opt.Keys, theme: opt.Theme.New(theme.Unknown, !opt.NoColour),
		focus: keys.List, sort: ask.SortDate, noMouse: opt.NoMouse, text: clean.Line(opt.Query),
		loads:  loader{rest: previewDelay},
		reader: reader.New(opt.Theme.New(theme.Unknown, !opt.NoColour)),
	}
	if len(m.keys.Names()) == 0 {
		m.keys = keys.Default()
	}
	m.questions.parent, m.counting.parent, m.emptying.parent, m.adds.parent = ctx, ctx, ctx, ctx
	m.reader.SetTheme(m.theme)
	m.reader.SetMeasure(opt.Measure)
	m.measure = m.reader.Measure()
	return m
}

// Init asks for everything that is needed and waits for none of it.
func (m *Root) Init() tea.Cmd {
	return tea.Batch(m.openShelf(), m.recall(), tea.RequestBackgroundColor)
}

// Result is how it ended; it is complete once the program has ended.
func (m *Root) Result() Result { return m.result }

// Update gives every message to what owns it.
func (m *Root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.wasStale, m.stale = m.stale, true
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		m.setBackground(msg.IsDark())
	case tea.KeyPressMsg:
		return m, m.press(msg)
	case tea.PasteMsg:
		return m, m.paste(msg.Content)
	case tea.MouseMsg:
		return m, m.mouse(msg)
	case openedMsg:
		return m, m.shelfOpened(msg)
	case answerMsg:
		return m, m.answerCame(msg)
	case emptiedMsg:
		m.reasonCame(msg)
	case countsMsg:
		m.countsCame(msg)
	case statementMsg:
		return m, m.loadedStatement(msg)
	case newsMsg:
		return m, m.newsCame(msg)
	case reloadedMsg:
		m.reloaded(msg)
	case previewMsg:
		return m, m.previewDue(msg)
	case rememberedMsg:
		return m, m.remember(msg)
	case savedMsg:
		m.saved(msg)
	case copiedMsg:
		m.copied(msg)
	case gatheredMsg:
		return m, m.gatheredCame(msg)
	case endedMsg:
		return m, m.cancel()
	}
	return m, nil
}

// View draws the frame.
func (m *Root) View() tea.View {
	v := tea.NewView("")
	v.WindowTitle = m.title()
	if m.done {
		return v
	}
	if m.opt.Linear {
		v.Content = m.linear()
		return v
	}
	v.AltScreen = true
	if !m.noMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.Content = strings.Join(m.frame(), "\n")
	if x, y, ok := m.cursor(); ok {
		v.Cursor = tea.NewCursor(x, y)
	}
	return v
}

func (m *Root) resize(w, h int) {
	m.lay = layOut(max(w, 0), max(h, 0))
	m.list.resize(m.lay.list.w, m.lay.list.h)
	m.reader.Resize(m.lay.reader.w, m.lay.reader.h)
}

func (m *Root) setBackground(dark bool) {
	bg := theme.Light
	if dark {
		bg = theme.Dark
	}
	m.theme = m.opt.Theme.New(bg, !m.opt.NoColour)
	m.reader.SetTheme(m.theme)
}

// place is where a key is looked up.
func (m *Root) place() keys.Place {
	switch {
	case m.page != nil:
		return keys.Page
	case m.adding != nil:
		return keys.Adding
	case m.picker != nil:
		return keys.Picker
	case m.filter.open:
		return keys.Input
	}
	return m.focus
}

// press does what a key means where it is pressed.
func (m *Root) press(msg tea.KeyPressMsg) tea.Cmd {
	m.message.keyPressed()
	where := m.place()
	pressed := msg.String()
	typing := where&keys.Typing != 0
	if !typing {
		pressed = keys.Latin(pressed)
		if m.digit(pressed) {
			return nil
		}
	}
	count := m.digits
	m.digits = 0
	if action, ok := m.keys.Find(where, pressed); ok {
		return m.act(where, action, count)
	}
	if typing && msg.Text != "" {
		return m.paste(msg.Text)
	}
	return nil
}

// digit collects the number before a key and says whether pressed was a part
// of it.
func (m *Root) digit(pressed string) bool {
	if len(pressed) != 1 || pressed[0] < '0' || pressed[0] > '9' || pressed == "0" && m.digits == 0 {
		return false
	}
	m.digits = min(m.digits*10+int(pressed[0]-'0'), 1_000_000)
	return true
}

// paste types text where text is typed; elsewhere it is not for us, and must
// not act as keys.
func (m *Root) paste(text string) tea.Cmd {
	switch m.place() {
	case keys.Adding:
		m.typeSource(text)
	case keys.Input:
		m.filter.in.insert(text)
		return m.askLive()
	case keys.Picker:
		m.picker.in.insert(text)
		m.picker.narrow()
	}
	return nil
}

// current is the statement that keys act on: the one open in the reader when
// it has the keys, the selected one of the list otherwise.
func (m *Root) current() (model.Header, bool) {
	if m.focus == keys.Reader {
		if st := m.reader.Statement(); st != nil {
			return st.Header, true
		}
	}
	return m.list.current()
}

// title is the window's title.
func (m *Root) title() string {
	if h, ok := m.current(); ok && m.focus == keys.Reader {
		return safe(clip(h.Title, 80)) + " – cstoread"
	}
	return "cstoread"
}

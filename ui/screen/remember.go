package screen

import (
	"maps"
	"sync"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
	"cstoread/ui/keys"
)

// remembered is the memory as it stands, and how it is kept. Until the stored
// memory has come, nothing is saved, so that nothing stored is lost.
type remembered struct {
	now    model.Memory
	loaded bool
	// changes numbers what is to be saved.
	changes int
	// copied are the marks as questions get them; nil after a change.
	copied query.Marks
	// wanted is the statement to select when the next answer comes.
	wanted string
	store  *store
}

// store saves memories away from the screen's loop: one at a time, the newest
// last, and none that is older than what was already saved.
type store struct {
	mu     sync.Mutex
	memory Memory
	saved  int
}

func (s *store) save(number int, now model.Memory) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if number <= s.saved {
		return nil
	}
	s.saved = number
	return s.memory.Save(now)
}

type rememberedMsg struct {
	memory model.Memory
	err    error
}

type savedMsg struct{ err error }

func (m *Root) recall() tea.Cmd {
	if m.opt.Memory == nil {
		return nil
	}
	memory := m.opt.Memory
	return func() tea.Msg {
		now, err := memory.Load()
		return rememberedMsg{now, err}
	}
}

// remember takes up what was stored. What was done before it came stands.
func (m *Root) remember(msg rememberedMsg) tea.Cmd {
	if msg.err != nil {
		m.message.failOnce("%v", msg.err)
	}
	early := m.memory.now
	m.memory.now = clone(msg.memory)
	maps.Copy(m.memory.now.Read, early.Read)
	maps.Copy(m.memory.now.Bookmarks, early.Bookmarks)
	m.memory.loaded, m.memory.copied = true, nil
	m.memory.store = &store{memory: m.opt.Memory}

	pref := m.memory.now.Preferences
	if pref.Measure > 0 {
		m.reader.SetMeasure(pref.Measure)
	}
	m.noMouse = m.noMouse || pref.NoMouse
	if m.opt.Reference.ID == "" && m.memory.now.Last != "" && m.focus == keys.List && m.list.at == 0 {
		m.memory.wanted = m.memory.now.Last
	}
	m.resume(m.opt.Reference)
	again := pref.Implied != m.implied
	m.implied = pref.Implied
	m.reader.SetImplied(m.implied)
	if s := ask.Sort(pref.Sort); s != "" && s != m.sort && (s == ask.SortOldest || s == ask.SortTitle || s == ask.SortRelevance) {
		m.sort, again = s, true
	}
	if again && m.shelf.Engine != nil {
		return m.askAgain()
	}
	if m.answered && m.memory.wanted != "" {
		if m.list.seek(m.memory.wanted) || !m.coming() {
			m.memory.wanted = ""
		}
		return m.preview()
	}
	if m.answered && m.reader.Statement() == nil && m.focus == keys.List {
		return m.preview()
	}
	return nil
}

// resume goes to the place in a statement that was opened, or is about to be,
// before the memory of it had come.
func (m *Root) resume(ref model.Reference) {
	place := m.placeIn(ref.ID)
	switch {
	case ref.ID == "" || ref.First > 0 || place == 0:
	case m.isOpen(ref.ID) && m.reader.Current() == 0:
		m.reader.GoTo(place)
	case m.loads.id == ref.ID && m.loads.paragraph == 0:
		m.loads.paragraph = place
	}
}

// clone copies a memory, so that what is being saved is not what is changed.
func clone(now model.Memory) model.Memory {
	copied := func(in map[string]bool) map[string]bool {
		out := make(map[string]bool, len(in)+1)
		maps.Copy(out, in)
		return out
	}
	places := make(map[string]int, len(now.Places)+1)
	maps.Copy(places, now.Places)
	now.Places, now.Read, now.Bookmarks = places, copied(now.Read), copied(now.Bookmarks)
	return now
}

// memoryChanged saves the memory if something in it has changed.
func (m *Root) memoryChanged(changed bool) tea.Cmd {
	if !changed || !m.memory.loaded {
		return nil
	}
	m.memory.changes++
	number, store, now := m.memory.changes, m.memory.store, clone(m.memory.now)
	return func() tea.Msg { return savedMsg{store.save(number, now)} }
}

func (m *Root) saved(msg savedMsg) {
	if msg.err != nil {
		m.message.failOnce("%v; reading goes on", msg.err)
	}
}

// keepPlace remembers the paragraph under the eye in the open statement.
func (m *Root) keepPlace() bool {
	st := m.reader.Statement()
	if st == nil || !m.memory.read(st.ID) { // only looked at beside the list
		return false
	}
	return m.memory.keepPlace(st.ID, m.reader.Current())
}

// keepAndSave remembers the place when the reader is left.
func (m *Root) keepAndSave() tea.Cmd { return m.memoryChanged(m.keepPlace()) }

// keepAtEnd is the memory as it is to be when the program ends.
func (m *Root) keepAtEnd() tea.Cmd {
	changed := m.keepPlace()
	if h, ok := m.current(); ok && m.memory.now.Last != h.ID {
		m.memory.now.Last, changed = h.ID, true
	}
	if n := m.reader.Measure(); n != m.measure || m.memory.now.Preferences.Measure != 0 {
		changed = changed || n != m.memory.now.Preferences.Measure
		m.memory.now.Preferences.Measure = n
	}
	return m.memoryChanged(changed)
}

// placeIn is the paragraph last under the eye in a statement.
func (m *Root) placeIn(id string) int { return m.memory.now.Places[id] }

func (r *remembered) keepPlace(id string, paragraph int) bool {
	if r.now.Places[id] == paragraph {
		return false
	}
	if r.now.Places == nil {
		r.now.Places = map[string]int{}
	}
	if paragraph == 0 {
		delete(r.now.Places, id)
	} else {
		r.now.Places[id] = paragraph
	}
	return true
}

func (r *remembered) read(id string) bool { return r.now.Read[id] }

// bookmarked says whether a statement or one of its paragraphs is.
func (r *remembered) bookmarked(id string) bool {
	if len(r.now.Bookmarks) == 0 {
		return false
	}
	whole, paragraphs := r.marks().Bookmarked(id)
	return whole || len(paragraphs) > 0
}

func (r *remembered) bookmarkedParagraph(id string, n int) bool {
	if len(r.now.Bookmarks) == 0 {
		return false
	}
	return r.now.Bookmarks[model.Reference{ID: id, First: n, Last: n}.String()]
}

// markRead notes that a statement was opened.
func (r *remembered) markRead(id string) bool {
	if r.now.Read[id] {
		return false
	}
	r.set(&r.now.Read, id, true)
	return true
}

// marks are the read marks and bookmarks, for questions like is:unread.
func (r *remembered) marks() query.Marks {
	if r.copied == nil {
		r.copied = query.MarksOf(r.now)
	}
	return r.copied
}

func (r *remembered) set(in *map[string]bool, key string, on bool) {
	r.copied = nil
	if *in == nil {
		*in = map[string]bool{}
	}
	if on {
		(*in)[key] = true
	} else {
		delete(*in, key)
	}
}

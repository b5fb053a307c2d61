// Package keys holds the one table of key bindings. What a key does is looked
// up here, and help is made from the same table, so that neither can say what
// the other does not do. What an action means belongs to package screen.
package keys

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
)

// Binding is an action with its keys and the words for them.
type Binding struct {
	key.Binding
	Action Action
	Where  Place
	Group  string
}

// Short is what the binding does in a word or two, for the status line: the
// help's words as far as the first comma, semicolon or colon.
func (b Binding) Short() string {
	words := b.Help().Desc
	if at := strings.IndexAny(words, ",;:"); at > 0 {
		words = words[:at]
	}
	return words
}

// Map is a set of bindings. Its zero value binds nothing; Default makes the
// ordinary one.
type Map struct {
	bindings []Binding
	lookup   map[Place]map[string]Action
}

// Default is the table as it is delivered.
func Default() Map {
	var m Map
	for _, e := range table() {
		m.bindings = append(m.bindings, Binding{
			Binding: key.NewBinding(key.WithKeys(e.keys...), key.WithHelp(label(e.keys), e.does)),
			Action:  e.action, Where: e.where, Group: e.group,
		})
	}
	m.index()
	return m
}

// Remap gives actions other keys. Each change is "ACTION=KEY KEY ..." with
// keys as Bubble Tea writes them ("ctrl+f", "f2", "space"); no key at all
// takes the action's keys away. A key that is already taken where the action
// holds is taken from its old action. An unknown action is an error, and then
// nothing is changed. To end the program cannot be unbound.
func (m Map) Remap(changes ...string) (Map, error) {
	out := Map{bindings: slices.Clone(m.bindings)}
	for _, change := range changes {
		name, rest, found := strings.Cut(change, "=")
		action := Action(strings.TrimSpace(name))
		if !found || !slices.ContainsFunc(out.bindings, func(b Binding) bool { return b.Action == action }) {
			return m, fmt.Errorf("key %q: write ACTION=KEY, where ACTION is one of %s", change, strings.Join(m.Names(), ", "))
		}
		if action == Cancel {
			return m, fmt.Errorf("key %q: Ctrl-c always ends the program", change)
		}
		out.rebind(action, strings.Fields(rest))
	}
	out.index()
	return out, nil
}

// rebind gives keys to every binding of action and takes them from others.
func (m *Map) rebind(action Action, keys []string) {
	keys = slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return k == "ctrl+c" })
	var where Place
	for _, b := range m.bindings {
		if b.Action == action {
			where |= b.Where
		}
	}
	for i, b := range m.bindings {
		switch {
		case b.Action == action:
			m.set(i, keys)
		case b.Where&where != 0:
			m.set(i, slices.DeleteFunc(slices.Clone(b.Keys()), func(k string) bool { return slices.Contains(keys, k) }))
		}
	}
}

func (m *Map) set(i int, keys []string) {
	b := &m.bindings[i]
	b.Binding = key.NewBinding(key.WithKeys(keys...), key.WithHelp(label(keys), b.Help().Desc))
	b.SetEnabled(len(keys) > 0)
}

// index makes the lookup: the first binding in the table wins, so that a
// place's own meaning of a key stands before what holds everywhere.
func (m *Map) index() {
	m.lookup = map[Place]map[string]Action{}
	for _, where := range []Place{List, Reader, Input, Picker, Adding, Page} {
		keys := map[string]Action{}
		for _, b := range m.bindings {
			if b.Where&where == 0 || !b.Enabled() {
				continue
			}
			for _, k := range b.Keys() {
				if _, taken := keys[k]; !taken {
					keys[k] = b.Action
				}
			}
		}
		m.lookup[where] = keys
	}
}

// Find says what a key does in a place.
func (m Map) Find(where Place, pressed string) (Action, bool) {
	a, ok := m.lookup[where][pressed]
	return a, ok
}

// First returns the first binding of an action in a place, for the status
// line and for hints. The second result says whether it has keys.
func (m Map) First(where Place, action Action) (Binding, bool) {
	for _, b := range m.bindings {
		if b.Action == action && b.Where&where != 0 && b.Enabled() {
			return b, true
		}
	}
	return Binding{}, false
}

// Keys lists the keys of an action, in all places.
func (m Map) Keys(action Action) []string {
	var found []string
	for _, b := range m.bindings {
		for _, k := range b.Keys() {
			if b.Action == action && !slices.Contains(found, k) {
				found = append(found, k)
			}
		}
	}
	return found
}

// Names lists the actions that can be remapped, in the order of the help.
func (m Map) Names() []string {
	var names []string
	for _, b := range m.bindings {
		if b.Action != Cancel && !slices.Contains(names, string(b.Action)) {
			names = append(names, string(b.Action))
		}
	}
	return names
}

// Group is a section of the help.
type Group struct {
	Name     string
	Bindings []Binding
}

// Help lists all bindings that have keys, by section.
func (m Map) Help() []Group {
	var groups []Group
	for _, b := range m.bindings {
		if !b.Enabled() {
			continue
		}
		at := slices.IndexFunc(groups, func(g Group) bool { return g.Name == b.Group })
		if at < 0 {
			at = len(groups)
			groups = append(groups, Group{Name: b.Group})
		}
		groups[at].Bindings = append(groups[at].Bindings, b)
	}
	return groups
}

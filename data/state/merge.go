package state

import (
	"maps"

	"cstoread/model"
)

// merge brings the changes from base to mine to theirs: what this program has
// not touched stays as another has left it.
func merge(theirs, base, mine model.Memory) model.Memory {
	out := clone(theirs)
	mergeMap(out.Places, base.Places, mine.Places)
	mergeMap(out.Read, trues(base.Read), trues(mine.Read))
	mergeMap(out.Bookmarks, trues(base.Bookmarks), trues(mine.Bookmarks))
	mergeValue(&out.Last, base.Last, mine.Last)
	mergeValue(&out.Query, base.Query, mine.Query)
	p, b, m := &out.Preferences, base.Preferences, mine.Preferences
	mergeValue(&p.Measure, b.Measure, m.Measure)
	mergeValue(&p.Sort, b.Sort, m.Sort)
	mergeValue(&p.NoMouse, b.NoMouse, m.NoMouse)
	mergeValue(&p.Implied, b.Implied, m.Implied)
	mergeValue(&p.Outline, b.Outline, m.Outline)
	return out
}

func mergeMap[V comparable](out, base, mine map[string]V) {
	for key, value := range mine {
		if old, was := base[key]; !was || old != value {
			out[key] = value
		}
	}
	for key := range base {
		if _, still := mine[key]; !still {
			delete(out, key)
		}
	}
}

func mergeValue[V comparable](out *V, base, mine V) {
	if mine != base {
		*out = mine
	}
}

// trues leaves out what is false, which is the same as not being there.
func trues(set map[string]bool) map[string]bool {
	set = maps.Clone(set)
	maps.DeleteFunc(set, func(_ string, in bool) bool { return !in })
	return set
}

// clone copies a memory, so that its owner may go on changing it. Its maps are
// never nil.
func clone(m model.Memory) model.Memory {
	places := maps.Clone(m.Places)
	if places == nil {
		places = make(map[string]int)
	}
	m.Places = places
	if m.Read = trues(m.Read); m.Read == nil {
		m.Read = make(map[string]bool)
	}
	if m.Bookmarks = trues(m.Bookmarks); m.Bookmarks == nil {
		m.Bookmarks = make(map[string]bool)
	}
	return m
}

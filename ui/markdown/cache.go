package markdown

import "container/list"

// A Key names a block among those of one statement.
type Key struct {
	// Item is the caller's number of the block.
	Item int
	// Width is the width it is rendered at, in columns.
	Width int
}

// Renderer renders blocks and remembers those used last, up to a number of
// cells. A block does not depend on the theme. A Renderer is for one statement
// and for one goroutine.
type Renderer struct {
	limit  int
	cells  int
	recent *list.List // of *entry, the last used in front
	byKey  map[Key]*list.Element
}

type entry struct {
	key   Key
	block *Block
	cells int
}

// entryOf is what an element of the list of recent ones holds.
func entryOf(e *list.Element) *entry {
	return e.Value.(*entry) //nolint:forcetypeassert // nothing else is put into it
}

// DefaultLimit is how many cells a Renderer remembers when nothing else is
// said: several screens of 200 by 60, in about 3 MB.
const DefaultLimit = 60_000

// NewRenderer makes a renderer that remembers about limit cells; 0 is
// DefaultLimit. The block asked for last is always remembered.
func NewRenderer(limit int) *Renderer {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return &Renderer{limit: limit, recent: list.New(), byKey: map[Key]*list.Element{}}
}

// Block returns the block of a key, rendering what source gives unless it is
// remembered.
func (r *Renderer) Block(k Key, source func() Source) *Block {
	if e, ok := r.byKey[k]; ok {
		r.recent.MoveToFront(e)
		return entryOf(e).block
	}
	e := &entry{key: k, block: Render(source(), k.Width)}
	for _, row := range e.block.Rows {
		e.cells += len(row)
	}
	r.byKey[k] = r.recent.PushFront(e)
	r.cells += e.cells
	for r.cells > r.limit && r.recent.Len() > 1 {
		r.forget(r.recent.Back())
	}
	return e.block
}

func (r *Renderer) forget(e *list.Element) {
	old := entryOf(e)
	r.recent.Remove(e)
	delete(r.byKey, old.key)
	r.cells -= old.cells
}

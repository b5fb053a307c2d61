package ask

import (
	"sync"

	"cstoread/model"
	"cstoread/model/query"
)

// doc is a statement while it is being looked at: it is loaded and prepared
// only when something asks for it.
type doc struct {
	scan   *Scan
	header *model.Header
	loaded *model.Statement
	ready  *query.Text
	err    error
}

// text is the prepared text, or nil where the statement cannot be read.
func (d *doc) text() *query.Text {
	if d.ready != nil || d.err != nil {
		return d.ready
	}
	if d.ready = d.scan.texts.get(d.header); d.ready != nil {
		return d.ready
	}
	if s := d.statement(); s != nil {
		d.ready = query.Prepare(s)
		d.ready.Header = *d.header
		d.scan.texts.put(d.ready)
	}
	return d.ready
}

// statement is the statement itself, or nil where it cannot be read.
func (d *doc) statement() *model.Statement {
	if d.loaded == nil && d.err == nil {
		d.loaded, d.err = d.scan.library.Statement(d.header.ID)
	}
	return d.loaded
}

// cache keeps prepared texts by ID up to a number of bytes. When it is full
// it takes no more: a scan comes by in the same order every time, and putting
// the oldest out would put every text out just before it is wanted.
type cache struct {
	limit int

	mu    sync.RWMutex
	texts map[string]*query.Text
	size  int
}

func newCache(limit int) *cache {
	return &cache{limit: limit, texts: map[string]*query.Text{}}
}

// get returns the text of a header that has not changed since.
func (c *cache) get(h *model.Header) *query.Text {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if t := c.texts[h.ID]; t != nil && t.Header == *h {
		return t
	}
	return nil
}

func (c *cache) put(t *query.Text) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(t.Header.ID)
	if size := t.Size(); c.size+size <= c.limit {
		c.texts[t.Header.ID] = t
		c.size += size
	}
}

func (c *cache) forget(ids []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(ids) == 0 {
		clear(c.texts)
		c.size = 0
	}
	for _, id := range ids {
		c.drop(id)
	}
}

func (c *cache) drop(id string) {
	if t := c.texts[id]; t != nil {
		c.size -= t.Size()
		delete(c.texts, id)
	}
}

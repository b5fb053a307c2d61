package library

import (
	"sync"

	"cstoread/model"
)

// cacheSize is how many bytes of text the statements kept in memory may have
// together. With their mentions they take about three times as much.
const cacheSize = 32 << 20

// cache keeps the statements that were read last. When it is full, those that
// have been in it longest leave first.
type cache struct {
	mu    sync.Mutex
	byID  map[string]*model.Statement
	queue []string
	size  int
	// age counts how often the cache was cleared. What was read before is not
	// put in afterwards: its file may have changed.
	age int
}

func (c *cache) get(id string) (s *model.Statement, age int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.byID[id], c.age
}

func (c *cache) put(s *model.Statement, age int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byID == nil {
		c.byID = make(map[string]*model.Statement)
	}
	if _, there := c.byID[s.ID]; there || age != c.age {
		return
	}
	c.byID[s.ID] = s
	c.queue = append(c.queue, s.ID)
	c.size += size(s)
	for c.size > cacheSize && len(c.queue) > 1 {
		c.size -= size(c.byID[c.queue[0]])
		delete(c.byID, c.queue[0])
		c.queue = c.queue[1:]
	}
}

func (c *cache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byID, c.queue, c.size = nil, nil, 0
	c.age++
}

func size(s *model.Statement) int {
	n := len(s.Title)
	for i := range s.Body {
		n += len(s.Body[i].Text)
	}
	return n
}

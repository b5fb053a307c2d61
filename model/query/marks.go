package query

import (
	"slices"

	"cstoread/model"
)

// Marks says what a reader has done with a statement.
type Marks interface {
	// Read says whether the statement has been read.
	Read(id string) bool
	// Bookmarked says whether the statement bears a bookmark, and which of
	// its paragraphs do.
	Bookmarked(id string) (whole bool, paragraphs []int)
}

// MarksOf copies the marks in m, so that questions may be answered while the
// reader goes on reading.
func MarksOf(m model.Memory) Marks {
	c := copied{read: map[string]bool{}, whole: map[string]bool{}, paragraphs: map[string][]int{}}
	for id, read := range m.Read {
		if read {
			c.read[id] = true
		}
	}
	for ref, on := range m.Bookmarks {
		r, err := model.ParseReference(ref)
		switch {
		case err != nil || !on:
		case r.First == 0:
			c.whole[r.ID] = true
		default:
			for n := r.First; n <= min(r.Last, r.First+10000); n++ {
				c.paragraphs[r.ID] = append(c.paragraphs[r.ID], n)
			}
		}
	}
	for _, list := range c.paragraphs {
		slices.Sort(list)
	}
	return c
}

type copied struct {
	read, whole map[string]bool
	paragraphs  map[string][]int
}

func (c copied) Read(id string) bool { return c.read[id] }

func (c copied) Bookmarked(id string) (bool, []int) { return c.whole[id], c.paragraphs[id] }

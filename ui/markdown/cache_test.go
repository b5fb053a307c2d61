package markdown

import "testing"

// The renderer renders a block once while it remembers it, and remembers no
// more cells than it may.
func TestRendererIsBounded(t *testing.T) {
	r := NewRenderer(5000)
	made := 0
	get := func(item, width int) *Block {
		return r.Block(Key{item, width}, func() Source { made++; return Source{Text: prose, Markdown: prose} })
	}
	first := get(0, 72)
	if get(0, 72) != first || made != 1 {
		t.Errorf("rendered %d times", made)
	}
	if get(0, 40) == first || made != 2 {
		t.Error("another width is the same block")
	}
	for i := range 500 {
		get(i, 72)
		if r.cells > 5000 {
			t.Fatalf("%d cells are remembered", r.cells)
		}
	}
	sum := 0
	for e := r.recent.Front(); e != nil; e = e.Next() {
		sum += e.Value.(*entry).cells
	}
	if sum != r.cells || len(r.byKey) != r.recent.Len() {
		t.Errorf("counted %d cells of %d, %d keys of %d", r.cells, sum, len(r.byKey), r.recent.Len())
	}
	if made = 0; get(499, 72) == nil || made != 0 {
		t.Error("the last block is forgotten")
	}
}

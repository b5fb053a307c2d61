package reader

import "testing"

// Every row belongs to the paragraph whose number was drawn last above it.
func TestParagraphAt(t *testing.T) {
	p := New(themes()[0])
	p.Resize(80, 22)
	p.Show(ordinary(), 1)
	want := []int{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3}
	for y, n := range want {
		if got := p.ParagraphAt(y); got != n {
			t.Errorf("row %d: %d, want %d", y, got, n)
		}
	}
	p.Show(nil, 0)
	for _, y := range []int{-1, 0, 22, 1000} {
		if got := p.ParagraphAt(y); got != none {
			t.Errorf("row %d of nothing: %d", y, got)
		}
	}
}

package theme

import "testing"

func TestPaintIsStyle(t *testing.T) {
	for _, colour := range []bool{true, false} {
		th := New(Dark, colour)
		for r := Role(0); r < roleCount; r++ {
			if th.Look(r).Underline {
				continue // Style draws these letter by letter, to the same effect
			}
			if got, want := th.Paint(r, "a b"), th.Style(r).Render("a b"); got != want {
				t.Errorf("role %d: Paint gives %q, Style %q", r, got, want)
			}
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	th := New(Dark, true)
	for b.Loop() {
		th.Paint(Selected, "a line of text")
	}
}

func BenchmarkStyle(b *testing.B) {
	th := New(Dark, true)
	for b.Loop() {
		th.Style(Selected).Render("a line of text")
	}
}

package markdown

import (
	"strings"
	"testing"
)

const prose = "Ministers reaffirm support for the creation of an independent, viable and fully sovereignty Palestinian state within the borders of 1967 with the capital in East Jerusalem. They call on all parties involved to avoid actions that undermine the prospects of a two-state solution."

// One paragraph of prose, as long as they are on average.
func BenchmarkRender(b *testing.B) {
	s := Source{Text: prose, Markdown: prose}
	b.ReportAllocs()
	for b.Loop() {
		Render(s, 72)
	}
}

// The longest text that is rendered at once, without a place to break it.
func BenchmarkRenderLongWord(b *testing.B) {
	s := Source{Text: strings.Repeat("x", Longest)}
	s.Markdown = s.Text
	b.ReportAllocs()
	for b.Loop() {
		Render(s, 72)
	}
}

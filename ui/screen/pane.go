package screen

import (
	"cstoread/model"
	"cstoread/ui/theme"
)

// readerPane is the pane that shows a statement. It thinks that its pane is
// the whole screen, does no IO, and keeps its place when it is resized: the
// current paragraph stays where it is under the eye.
type readerPane interface {
	Resize(w, h int)
	SetTheme(th theme.Theme)
	// Show opens a statement at a paragraph; 0 is the title. Nil closes it.
	Show(st *model.Statement, paragraph int)
	Statement() *model.Statement
	// SetHits tells what to highlight: the spans of a paragraph (0 is the
	// title), nil for none. The pane goes nowhere by itself.
	SetHits(spans func(p model.Paragraph) []model.Span)
	// SetImplied shows implied mentions like named ones, or dim.
	SetImplied(on bool)
	// SetBookmarks marks paragraphs in the gutter.
	SetBookmarks(has func(paragraph int) bool)

	// Current is the paragraph that keys act on; GoTo makes it another one
	// and brings it into view.
	Current() int
	GoTo(paragraph int)
	// Scroll moves by lines, HalfPage and Page by (half) screens; First and
	// Last go to the ends.
	Scroll(lines int)
	Page(halves int)
	First()
	Last()
	// NextHit and PrevHit go to the next hit and return false where there is
	// none in this statement; FirstHit and LastHit likewise.
	NextHit() bool
	PrevHit() bool
	FirstHit() bool
	LastHit() bool
	// ToggleMark begins a range at the current paragraph, or drops it; Range
	// is what is marked.
	ToggleMark()
	Range() (first, last int, ok bool)
	// Measure is the width of the text in columns; SetMeasure changes it and
	// keeps it within what can be read.
	Measure() int
	SetMeasure(columns int)
	// View draws h lines, each exactly w cells wide.
	View(focused bool) []string
	// ParagraphAt is the paragraph drawn on row y of the pane, or -1.
	ParagraphAt(y int) int
}

package reader

import (
	uv "github.com/charmbracelet/ultraviolet"

	"cstoread/model"
	"cstoread/ui/markdown"
	"cstoread/ui/theme"
)

// The measure, in columns: how wide the text may be.
const (
	DefaultMeasure = 72
	MinMeasure     = 24
	MaxMeasure     = 160
)

// Pane is a reader pane; New makes one. A copy of a Pane shares with it what
// has been rendered, which can not be seen.
type Pane struct {
	width, height int
	measure       int
	looks         *markdown.Looks
	implied       bool

	st    *model.Statement
	items []item
	cache *markdown.Renderer
	cells *uv.ScreenBuffer // what was drawn last, to be drawn over

	head      []markdown.Row // what stands below the title
	headWidth int            // the width it is set at

	top     place // what stands on the first row
	eye     eye   // what stays where it is when the size changes
	current int   // the number of the current paragraph; 0 is the title

	spans   func(p model.Paragraph) []model.Span
	found   map[int][]model.Span // what spans gave, by paragraph
	matches []int                // the paragraphs with hits, ascending; nil when not known
	hit     hit                  // the hit that is walked to, if any

	mark       int // the other end of the marked range, or none
	bookmarked func(n int) bool
}

const none = -1

// New makes an empty pane of no size.
func New(th theme.Theme) *Pane {
	return &Pane{looks: markdown.NewLooks(th), measure: DefaultMeasure, mark: none, hit: noHit}
}

// SetTheme changes the looks. Nothing is rendered anew.
func (p *Pane) SetTheme(th theme.Theme) { p.looks = markdown.NewLooks(th) }

// Resize gives the pane its width and height in cells. The text under the eye
// stays under it.
func (p *Pane) Resize(w, h int) {
	w, h = max(w, 0), max(h, 0)
	if w == p.width && h == p.height {
		return
	}
	p.keepEye(func() { p.width, p.height = w, h })
}

// SetMeasure sets how wide the text may be, in columns, within MinMeasure and
// MaxMeasure; 0 is DefaultMeasure.
func (p *Pane) SetMeasure(columns int) {
	if columns == 0 {
		columns = DefaultMeasure
	}
	columns = min(max(columns, MinMeasure), MaxMeasure)
	p.keepEye(func() { p.measure = columns })
}

// Measure is how wide the text may be, in columns.
func (p *Pane) Measure() int { return p.measure }

// SetImplied shows implied mentions like named ones, or dim.
func (p *Pane) SetImplied(on bool) { p.implied = on }

// SetBookmarks tells which paragraphs have a bookmark; nil is none of them.
func (p *Pane) SetBookmarks(has func(n int) bool) { p.bookmarked = has }

// Show opens a statement at a paragraph, where 0 is the title; nil closes it.
// What st points to must not change while it is shown. Hits stay as they were
// set; a marked range is dropped.
func (p *Pane) Show(st *model.Statement, paragraph int) {
	p.st, p.items, p.cache = st, nil, nil
	p.top, p.eye, p.hit = place{}, eye{}, noHit
	p.current, p.mark = 0, none
	p.found, p.matches, p.head, p.headWidth = nil, nil, nil, none
	if st == nil {
		return
	}
	p.items = itemise(st)
	p.cache = markdown.NewRenderer(0)
	p.GoTo(paragraph)
}

// Statement is what is shown, or nil.
func (p *Pane) Statement() *model.Statement { return p.st }

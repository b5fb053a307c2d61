package reader

import (
	"fmt"
	"strings"
	"testing"

	"cstoread/model"
)

// large has 20,000 paragraphs and about 5 MB of text.
func large() *model.Statement {
	blocks := make([]model.Paragraph, 20_000)
	for i := range blocks {
		text := fmt.Sprintf("Paragraph %d: ", i+1) + strings.Repeat("the ministers reaffirm their support for a settlement; ", 4+i%2)
		blocks[i] = model.Paragraph{Text: strings.TrimSpace(text), Mentions: []model.Mention{
			mention(text, "settlement", model.MentionTopic, "conflict", model.StrengthNamed),
		}}
	}
	return statement("A statement without end", blocks...)
}

var sizes = []struct{ w, h int }{{120, 40}, {200, 60}}

// Opening a statement and drawing its first frame.
func BenchmarkOpen(b *testing.B) {
	for name, st := range map[string]*model.Statement{"24 paragraphs": ordinary(), "20000 paragraphs": large()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p := New(themes()[0])
				p.Resize(120, 40)
				p.Show(st, 1)
				p.View(true)
			}
		})
	}
}

// A key and the frame after it.
func BenchmarkKey(b *testing.B) {
	st := large()
	for _, size := range sizes {
		for name, key := range map[string]func(*Pane, int){
			"line": func(p *Pane, _ int) { p.Scroll(1) },
			"page": func(p *Pane, _ int) { p.Page(2) },
			"jump": func(p *Pane, i int) { p.GoTo(i * 7919 % 20_000) },
			"hit":  func(p *Pane, _ int) { p.NextHit() },
			"ends": func(p *Pane, _ int) { p.Last(); p.First() },
		} {
			b.Run(fmt.Sprintf("%s %dx%d", name, size.w, size.h), func(b *testing.B) {
				p := New(themes()[0])
				p.Resize(size.w, size.h)
				p.Show(st, 1)
				p.SetHits(wordHits("the"))
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					key(p, i)
					p.View(true)
				}
			})
		}
	}
}

// Drawing what is already rendered.
func BenchmarkView(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("%dx%d", size.w, size.h), func(b *testing.B) {
			p := New(themes()[0])
			p.Resize(size.w, size.h)
			p.Show(ordinary(), 1)
			p.SetHits(wordHits("the"))
			b.ReportAllocs()
			for b.Loop() {
				p.View(true)
			}
		})
	}
}

// Changing the width: everything near the screen is rendered anew.
func BenchmarkResize(b *testing.B) {
	p := New(themes()[0])
	p.Show(large(), 10_000)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Resize(60+i%30, 40)
		p.View(true)
	}
}

package reader

import (
	"slices"
	"testing"

	"cstoread/model"
)

// Walking comes to every hit once, forward and backward, and then says that
// there is none left without moving.
func TestWalkHits(t *testing.T) {
	for _, st := range statements() {
		for _, known := range []bool{false, true} {
			var want []hit
			var matches []int
			find := wordHits("the")
			for n := 0; n <= len(st.Body); n++ {
				par, _ := st.Paragraph(n)
				for _, s := range find(par) {
					want = append(want, hit{n, s})
				}
				if len(find(par)) > 0 {
					matches = append(matches, n)
				}
			}
			p := New(themes()[0])
			p.Resize(60, 12)
			p.Show(st, 0)
			p.SetHits(find)
			if known {
				p.SetMatches(matches)
			}
			forward := walk(t, p, p.FirstHit, p.NextHit)
			if !slices.Equal(forward, want) {
				t.Errorf("forward %v\nwant %v", forward, want)
			}
			backward := walk(t, p, p.LastHit, p.PrevHit)
			slices.Reverse(backward)
			if !slices.Equal(backward, want) {
				t.Errorf("backward %v\nwant %v", backward, want)
			}
		}
	}
}

func walk(t *testing.T, p *Pane, first, next func() bool) []hit {
	t.Helper()
	var out []hit
	for ok := first(); ok; ok = next() {
		if len(out) > 10_000 {
			t.Fatal("the walk has no end")
		}
		if p.current != p.hit.n {
			t.Fatalf("the hit is in %d, the current paragraph is %d", p.hit.n, p.current)
		}
		i := p.itemOf(p.hit.n, p.hit.span.Start)
		if p.rowOf(place{i, p.block(i).RowOf(p.hit.span.Start - p.items[i].start)}) == none {
			t.Fatalf("hit %v is not on the screen", p.hit)
		}
		out = append(out, p.hit)
	}
	top, current := p.top, p.current
	if len(out) > 0 && next() || p.top != top || p.current != current {
		t.Fatal("moved beyond the last hit")
	}
	return out
}

// Who has gone on reading searches from there, not from the last hit.
func TestNextHitFromHere(t *testing.T) {
	p := New(themes()[0])
	p.Resize(80, 24)
	p.Show(ordinary(), 1)
	p.SetHits(wordHits("Syria "))
	p.NextHit()
	p.GoTo(10)
	if !p.NextHit() || p.Current() != 10 {
		t.Errorf("the next hit from 10 is in %d", p.Current())
	}
	p.GoTo(5)
	if !p.PrevHit() || p.Current() != 4 {
		t.Errorf("the hit before 5 is in %d", p.Current())
	}
}

func TestHitsOutsideTheText(t *testing.T) {
	p := New(themes()[0])
	p.Resize(80, 24)
	p.Show(ordinary(), 1)
	p.SetHits(func(par model.Paragraph) []model.Span {
		return []model.Span{{Start: -1, End: 3}, {Start: 5, End: 5}, {Start: 9, End: 2}, {Start: 0, End: len(par.Text) + 1}}
	})
	if p.FirstHit() || p.LastHit() {
		t.Error("a hit outside the text was taken")
	}
	checkFrame(t, p, 80, 24)
}

func TestWalkMention(t *testing.T) {
	p := New(themes()[0])
	p.Resize(80, 24)
	p.Show(ordinary(), 1)
	for range 3 {
		for want := 1; want <= 24; want++ {
			if !p.WalkMention(model.MentionTopic, "terror", true) || p.Current() != want {
				t.Fatalf("came to %d, want %d", p.Current(), want)
			}
		}
	}
	if !p.WalkMention(model.MentionTopic, "terror.acts", false) || p.Current() != 23 {
		t.Errorf("back to %d", p.Current())
	}
	if p.WalkMention(model.MentionCountry, "ZZ", true) || p.Current() != 23 {
		t.Error("went to what is not mentioned")
	}
}

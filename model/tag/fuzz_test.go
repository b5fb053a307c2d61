package tag_test

import (
	"sync"
	"testing"
	"unicode/utf8"

	"cstoread/model"
)

// FuzzTag: whatever the text, spans lie in it, in order, on the edges of
// characters, and hold what they say; Explain accepts what Tag finds.
func FuzzTag(f *testing.F) {
	for _, s := range []string{
		"", "Syria", "the U.S. and the U.K.", "Russo-\nGeorgian", "Côte d’Ivoire\u00a0", "\xff Chad \xfe",
		"Korea, Republic of", "S/RES/2254 (2015)", "Georgia, Alabama", "и\u0306", "\u00ad-\n", "U.S.", "М. Иордания, Сирия",
		"Iran (Islamic Republic of)", "СОЕДИНЁННЫЕ ШТАТЫ", "a\u0301", "Jordan\x00Chad & Togo", "both Congos, JCPOA",
	} {
		f.Add(s)
	}
	tables := tables(f)
	f.Fuzz(func(t *testing.T, text string) {
		mentions := tables.Tag(nil, text, "")
		for i, m := range mentions {
			if m.Start < 0 || m.Start >= m.End || m.End > len(text) || m.Text != text[m.Start:m.End] {
				t.Fatalf("%q: bad span %+v", text, m)
			}
			if i > 0 && mentions[i-1].Start > m.Start {
				t.Fatalf("%q: %+v after %+v", text, m, mentions[i-1])
			}
			if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End]) {
				if utf8.ValidString(text) {
					t.Fatalf("%q: %+v cuts a character", text, m)
				}
			}
			if m.Code == "" || m.Rule == "" {
				t.Fatalf("%q: %+v lacks its code or rule", text, m)
			}
		}
		if got := len(tables.Explain(text, "").Accepted); got != len(mentions) {
			t.Fatalf("%q: %d explained, %d tagged", text, got, len(mentions))
		}
	})
}

// Tagging from many goroutines gives what one gives.
func TestConcurrent(t *testing.T) {
	tables := tables(t)
	texts := statementLike(2, 40_000)
	want := make([][]model.Mention, len(texts))
	for i, s := range texts {
		want[i] = tables.Tag(nil, s, "en")
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i, s := range texts {
				got := tables.Tag(nil, s, "en")
				if len(got) != len(want[i]) {
					t.Errorf("%d mentions, alone %d", len(got), len(want[i]))
					return
				}
				for j := range got {
					if got[j] != want[i][j] {
						t.Errorf("%+v, alone %+v", got[j], want[i][j])
						return
					}
				}
			}
		})
	}
	wg.Wait()
}

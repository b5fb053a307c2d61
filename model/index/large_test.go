package index

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/index/made"
	"cstoread/model/query"
)

// segmentOf makes a segment of statements from first up to, but without, end.
func segmentOf(t fatal, l *made.Library, first, end int) []byte {
	b := NewBuilder()
	for i := first; i < end; i++ {
		if err := b.Add(l.Number(i)); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if _, err := b.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// In a library of many paragraphs common words have bitmaps, places are
// jumped to, short prefixes have sets of their own.
func TestIndexAgreesWithScanOnMany(t *testing.T) {
	l := made.New(1200)
	w := l.Word
	scan := ask.NewScan(l, ask.Memory(1<<30), ask.Stems(stem))
	first, second := opened(t, segmentOf(t, l, 0, 500)), opened(t, segmentOf(t, l, 500, 1200))
	var merged bytes.Buffer
	if _, err := Merge(&merged, Part{Segment: second}, Part{Segment: first}); err != nil {
		t.Fatal(err)
	}
	if whole := segmentOf(t, l, 0, 1200); !bytes.Equal(merged.Bytes(), whole) {
		t.Error("two halves merged are not the whole")
	}
	engines := map[string]*Engine{
		"two parts": New([]Part{{Segment: first}, {Segment: second}}, l, stem),
		"merged":    New([]Part{{Segment: opened(t, merged.Bytes())}}, l, stem),
	}
	common, rare := w(0)+" "+w(1), w(0)+" "+w(900)
	queries := []string{
		"", w(0), w(3000), w(0) + " " + w(3000), `"` + common + `"`, `"` + rare + `"`, `"` + w(2) + " * " + w(1) + `"`,
		w(5) + " near:3 " + w(800), w(0) + " near:2 " + w(1) + " near:2 " + w(2), "s*", "st*", "con*", "*tion", "*ea*", `"de* ` + w(0) + `"`,
		"~" + w(7), "country:AB " + w(40), "-country:AB", "year:2010..2015 " + w(3), "kind:news OR topic:topic3", "(" + w(9) + " OR " + w(50) + ") -" + w(2),
		w(0) + " " + w(2) + " scope:statement", "-" + w(1) + " scope:statement", "/" + w(700) + ",/ " + w(0), "has:country " + w(1), "place:town",
	}
	for _, src := range queries {
		for _, sort := range ask.Sorts() {
			q := ask.Question{
				Query: query.Parse(src, nil), Sort: sort, Limit: 40, Free: true,
				Facets: []query.Field{query.FieldCountry, query.FieldTopic, query.FieldYear, query.FieldPlace},
			}
			if strings.Contains(src, "/") && sort != ask.SortDate {
				continue
			}
			want, err := scan.Ask(context.Background(), q)
			if err != nil || len(q.Query.Problems) > 0 {
				t.Fatal(src, err, q.Query.Problems)
			}
			for name, e := range engines {
				got, err := e.Ask(context.Background(), q)
				if err != nil {
					t.Fatal(src, err)
				}
				if same := differs(q, got, want); same != "" {
					t.Errorf("%s: %q by %s: %s", name, src, sort, same)
				}
			}
		}
	}
}

// FuzzOpen opens what is nearly a segment. What it takes for one must answer,
// or say that it is damaged.
func FuzzOpen(f *testing.F) {
	f.Add(0, byte(1), false)
	f.Add(300, byte(0x80), true)
	f.Add(-9, byte(0xff), true)
	f.Add(2000, byte(7), true)
	whole := segmentOf(f, made.New(12), 0, 12)
	f.Fuzz(func(_ *testing.T, at int, change byte, mend bool) {
		b := bytes.Clone(whole)
		if at < 0 {
			b = b[:len(b)-min(-at, len(b))]
		} else {
			b[at%len(b)] ^= change
		}
		if mend {
			mendSum(b)
		}
		s, err := Open(b)
		if err != nil {
			return
		}
		e := New([]Part{{Segment: s}}, shelf{}, stem)
		for _, src := range []string{"", "de*", "*ti*", `"de* *"`, "a near:2 *", "country:AB", "year:2019 -the"} {
			q := ask.Question{Query: query.Parse(src, nil), Sort: ask.SortRelevance, Facets: []query.Field{query.FieldCountry, query.FieldKind}}
			_, _ = e.Ask(context.Background(), q)
		}
		_, _ = Merge(&bytes.Buffer{}, Part{Segment: s})
	})
}

func TestOpenRefuses(t *testing.T) {
	whole := segmentOf(t, made.New(12), 0, 12)
	rapid.Check(t, func(t *rapid.T) {
		b := bytes.Clone(whole)
		if rapid.Bool().Draw(t, "short") {
			b = b[:rapid.IntRange(0, len(b)-1).Draw(t, "length")]
		} else {
			b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] ^= byte(rapid.IntRange(1, 255).Draw(t, "change"))
		}
		if _, err := Open(b); err == nil {
			t.Fatal("a damaged segment is taken")
		}
	})
}

var _ model.Library = (*made.Library)(nil)

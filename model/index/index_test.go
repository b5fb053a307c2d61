package index

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"pgregory.net/rapid"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// stem is a toy: war, wars and warring are one word.
func stem(word string) string {
	return strings.TrimRight(strings.TrimSuffix(word, "ring"), "sаы")
}

// fatal is what testing.TB and rapid.T share.
type fatal interface {
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// segmentFor makes a segment of statements.
func segmentFor(t fatal, l shelf) *Segment {
	b := NewBuilder()
	for _, s := range l.sorted() {
		if err := b.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if n, err := b.WriteTo(&out); err != nil || n != int64(out.Len()) {
		t.Fatal(n, err)
	}
	return opened(t, out.Bytes())
}

func opened(t fatal, b []byte) *Segment {
	s, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// drawParts draws a library and an index of it that has come about by
// additions, deletions, replacements and merges.
func drawParts(t *rapid.T) (shelf, []Part) {
	there := map[string]*model.Statement{}
	var parts []Part
	drop := func(id string) {
		for i := range parts {
			if doc, ok := parts[i].Find(id); ok {
				if parts[i].Deleted == nil {
					parts[i].Deleted = roaring.New()
				}
				parts[i].Deleted.Add(doc)
			}
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "batches") {
		var batch shelf
		for range rapid.IntRange(0, 4).Draw(t, "statements") {
			s := drawStatement(t, fmt.Sprint("s", rapid.IntRange(0, 7).Draw(t, "id")))
			if there[s.ID] != nil && rapid.Bool().Draw(t, "drop") {
				drop(s.ID)
				delete(there, s.ID)
			}
			if there[s.ID] == nil && !has(batch, s.ID) {
				drop(s.ID)
				batch = append(batch, s)
			}
		}
		for _, s := range batch {
			there[s.ID] = s
		}
		parts = append(parts, Part{Segment: segmentFor(t, batch)})
		if len(parts) > 1 && rapid.Bool().Draw(t, "merge") {
			from := rapid.IntRange(0, len(parts)-2).Draw(t, "from")
			var out bytes.Buffer
			if _, err := Merge(&out, parts[from:]...); err != nil {
				t.Fatal(err)
			}
			parts = append(parts[:from:from], Part{Segment: opened(t, out.Bytes())})
		}
	}
	var l shelf
	for _, s := range there {
		l = append(l, s)
	}
	return l.sorted(), parts
}

func has(l shelf, id string) bool {
	_, err := l.Statement(id)
	return err == nil
}

// Whatever the scan of the text finds, the index finds: the same paragraphs in
// the same order, the same scores, counts and facets.
func TestIndexAgreesWithScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, parts := drawParts(t)
		scan := ask.NewScan(l, ask.Stems(stem))
		engine := New(parts, l, stem)
		for range 4 {
			q := drawQuestion(t)
			want, err := scan.Ask(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			// The second time, sets that are kept answer.
			for range 2 {
				got, err := engine.Ask(context.Background(), q)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, q, got, want)
			}
		}
	})
}

func compare(t *rapid.T, q ask.Question, got, want ask.Answer) {
	t.Helper()
	if how := differs(q, got, want); how != "" {
		t.Fatalf("%s (wide %v, free %v) by %s: %s", q.Query, q.Query.Wide, q.Free, q.Sort, how)
	}
}

// differs says in what an answer is not the one wanted.
func differs(q ask.Question, got, want ask.Answer) string {
	if got.Statements != want.Statements || got.Paragraphs != want.Paragraphs {
		return fmt.Sprintf("%v statements, %v paragraphs; want %v, %v", got.Statements, got.Paragraphs, want.Statements, want.Paragraphs)
	}
	if len(got.Hits) != len(want.Hits) {
		return fmt.Sprintf("%d hits, want %d", len(got.Hits), len(want.Hits))
	}
	for i, h := range got.Hits {
		w := want.Hits[i]
		if h.Header != w.Header || !reflect.DeepEqual(h.Paragraphs, w.Paragraphs) || math.Abs(h.Score-w.Score) > 1e-9 {
			return fmt.Sprintf("hit %d is\n%+v\nwant\n%+v", i, h, w)
		}
	}
	for _, f := range q.Facets {
		if g, w := got.Facets[f], want.Facets[f]; len(g)+len(w) > 0 && !reflect.DeepEqual(g, w) {
			return fmt.Sprintf("counts of %s\n%v\nwant\n%v", f, g, w)
		}
	}
	return ""
}

// mendSum gives a changed segment the right checksum.
func mendSum(b []byte) {
	if body := len(b) - len(tail) - 4; body >= 0 {
		binary.LittleEndian.PutUint32(b[body:], crc32.Checksum(b[:body], castagnoli))
	}
}

func TestCancelled(t *testing.T) {
	s := &model.Statement{Header: model.Header{ID: "a", Title: "war"}}
	l := shelf{s}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New([]Part{{Segment: segmentFor(t, l)}}, l, nil).Ask(ctx, ask.Question{Query: query.Parse("war", nil)}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestBuilderWantsTheOrderOfTheLibrary(t *testing.T) {
	b := NewBuilder()
	newer := &model.Statement{Header: model.Header{ID: "b", Date: model.Date{Year: 2020}}}
	older := &model.Statement{Header: model.Header{ID: "a", Date: model.Date{Year: 2019}}}
	if err := b.Add(older); err != nil {
		t.Fatal(err)
	}
	if err := b.Add(newer); err == nil {
		t.Error("a newer statement after an older one is taken")
	}
}

package index

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cstoread/model/ask"
	"cstoread/model/index/made"
	"cstoread/model/query"
)

// asked is a sort of question, and how to draw one from a library.
type asked struct {
	name   string
	draw   func(l *made.Library, r *rand.Rand) string
	sort   ask.Sort
	facets []query.Field
}

// word draws a word of the text: the more frequent, the more often.
func word(l *made.Library, r *rand.Rand) string {
	return l.Word(int(float64(30000) * r.Float64() * r.Float64() * r.Float64()))
}

func common(l *made.Library, r *rand.Rand) string { return l.Word(r.IntN(20)) }

// pair draws two words that follow each other somewhere.
func pair(l *made.Library, r *rand.Rand) string {
	s := l.Number(r.IntN(l.Len()))
	words := strings.Fields(s.Body[r.IntN(len(s.Body))].Text)
	i := r.IntN(len(words) - 1)
	return `"` + strings.Trim(words[i], ",.") + " " + strings.Trim(words[i+1], ",.") + `"`
}

func begins(letters int) func(l *made.Library, r *rand.Rand) string {
	return func(l *made.Library, r *rand.Rand) string {
		for {
			if w := word(l, r); len(w) > letters {
				return w[:letters] + "*"
			}
		}
	}
}

func questions() []asked {
	facets := []query.Field{query.FieldCountry, query.FieldYear}
	return []asked{
		{name: "count of a word", draw: word},
		{name: "count of a common word", draw: common},
		{name: "two words", draw: func(l *made.Library, r *rand.Rand) string { return word(l, r) + " " + word(l, r) }},
		{name: "phrase", draw: pair},
		{name: "near", draw: func(l *made.Library, r *rand.Rand) string { return word(l, r) + " near:5 " + word(l, r) }},
		{name: "prefix of 2 letters", draw: begins(2)},
		{name: "prefix of 3 letters", draw: begins(3)},
		{name: "prefix of 5 letters", draw: begins(5)},
		{name: "part of a word", draw: func(l *made.Library, r *rand.Rand) string { return "*" + word(l, r)[1:] + "*" }},
		{name: "word and country", draw: func(l *made.Library, r *rand.Rand) string { return word(l, r) + " country:AB" }},
		{name: "word by relevance", draw: word, sort: ask.SortRelevance},
		{name: "common word by relevance", draw: common, sort: ask.SortRelevance},
		{name: "two words by relevance", draw: func(l *made.Library, r *rand.Rand) string { return word(l, r) + " OR " + word(l, r) }, sort: ask.SortRelevance},
		{name: "facets of a word", draw: word, facets: facets},
		{name: "facets of a common word", draw: common, facets: facets},
		{name: "facets of everything", draw: func(*made.Library, *rand.Rand) string { return "" }, facets: facets},
		{name: "everything, newest first", draw: func(*made.Library, *rand.Rand) string { return "" }},
	}
}

// times asks an engine n questions of a sort and gives how long each took.
func times(e ask.Engine, l *made.Library, a asked, n int) []time.Duration {
	r := rand.New(rand.NewPCG(5, 9))
	var all []time.Duration
	for range n {
		q := ask.Question{Query: query.Parse(a.draw(l, r), nil), Sort: a.sort, Facets: a.facets, Limit: 50}
		start := time.Now()
		if _, err := e.Ask(context.Background(), q); err != nil {
			panic(err)
		}
		all = append(all, time.Since(start))
	}
	slices.Sort(all)
	return all
}

func milli(d time.Duration) string { return fmt.Sprintf("%9.4f", float64(d)/1e6) }

// BenchmarkAgainstScan prints, for libraries of CSTOREAD_SIZES statements
// (1000,10000 when that is not set), how long questions take the index and the
// scan of the prepared text, in milliseconds, and the ratio of the medians.
func BenchmarkAgainstScan(b *testing.B) {
	sizes := "1000,10000"
	if s := os.Getenv("CSTOREAD_SIZES"); s != "" {
		sizes = s
	}
	for _, size := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) {
			for b.Loop() {
				report(b, n)
			}
		})
	}
}

// report prints one table.
func report(b *testing.B, n int) {
	l := made.New(n)
	var parts [][]byte
	var spent time.Duration
	text := 0
	for from := 0; from < n; from += 16384 {
		bytes, took, size := build(b, l, from, min(n, from+16384))
		parts, spent, text = append(parts, bytes), spent+took, text+size
	}
	whole, merging := parts[0], time.Duration(0)
	if len(parts) > 1 {
		var out bytes.Buffer
		var all []Part
		for _, p := range parts {
			all = append(all, Part{Segment: opened(b, p)})
		}
		start := time.Now()
		if _, err := Merge(&out, all...); err != nil {
			b.Fatal(err)
		}
		merging, whole = time.Since(start), out.Bytes()
	}
	fmt.Printf("\n%d statements, %.1f MB of text; built in %.1f s (%.1f MB/s), merged in %.1f s; index %.1f MB (%.0f%% of the text)\n",
		n, float64(text)/1e6, spent.Seconds(), float64(text)/1e6/(spent+merging).Seconds(), merging.Seconds(),
		float64(len(whole))/1e6, 100*float64(len(whole))/float64(text))
	clear(parts) // not to be counted below
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	index := New([]Part{{Segment: opened(b, whole)}}, l, nil)
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Printf("opened, it takes %.2f MB of heap beside the mapped file\n", (float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6)
	scan := ask.NewScan(l, ask.Memory(1<<40))
	fmt.Printf("%-26s %9s %9s %9s %9s %9s\n", "milliseconds", "p50", "p99", "scan p50", "scan p99", "ratio")
	_, _ = scan.Ask(context.Background(), ask.Question{Query: query.Parse("warm", nil)})
	for _, a := range questions() {
		fast := times(index, l, a, 400)
		slow := times(scan, l, a, max(3, 20000/n))
		fmt.Printf("%-26s %s %s %s %s %9.1f\n", a.name, milli(fast[len(fast)/2]), milli(fast[len(fast)*99/100]),
			milli(slow[len(slow)/2]), milli(slow[len(slow)*99/100]), float64(slow[len(slow)/2])/float64(max(1, fast[len(fast)/2])))
	}
}

// build makes a segment and says how long that took, and of how much text.
func build(b *testing.B, l *made.Library, from, end int) (out []byte, took time.Duration, text int) {
	builder := NewBuilder()
	for i := from; i < end; i++ {
		s := l.Number(i)
		text += len(s.Title)
		for _, p := range s.Body {
			text += len(p.Text)
		}
		start := time.Now()
		if err := builder.Add(s); err != nil {
			b.Fatal(err)
		}
		took += time.Since(start)
	}
	var buffer bytes.Buffer
	start := time.Now()
	if _, err := builder.WriteTo(&buffer); err != nil {
		b.Fatal(err)
	}
	return buffer.Bytes(), took + time.Since(start), text
}

// Package made makes libraries of any size for tests and benchmarks: whole
// statements with titles, dates, places, countries and topics, and the same as
// web pages. Number i is always the same, and no two are alike.
package made

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"cstoread/data/document"
	"cstoread/model"
)

// Statement makes statement number i: three to thirty paragraphs, about 2.5 KB
// on average.
func Statement(i int) *model.Statement {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	day := time.Date(2025, 12, 31, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -i%12_000)
	subject := pick(r, subjects)
	country := pick(r, countries)
	s := &model.Statement{Header: model.Header{
		Title:    fmt.Sprintf("%s on %s in %s, no. %d", pick(r, heads), subject, country, i),
		Date:     model.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()},
		Place:    pick(r, places),
		Issuer:   pick(r, issuers),
		Kind:     model.Kinds()[r.IntN(len(model.Kinds()))],
		Language: "en",
		Source:   fmt.Sprintf("https://example.org/news/%d/statement-%d/", day.Year(), i),
	}}
	s.ID = fmt.Sprintf("%s-%s-%d", day.Format("2006-01-02"), strings.ToLower(strings.ReplaceAll(country, " ", "-")), i)
	for n := range 3 + r.IntN(6) + r.IntN(3)*r.IntN(10) {
		text := fmt.Sprintf("%s %s %s. In paragraph %d of document %d %s %s %s.",
			pick(r, issuers), pick(r, verbs), pick(r, objects(r)), n+1, i, pick(r, issuers), pick(r, verbs), pick(r, objects(r)))
		s.Body = append(s.Body, model.Paragraph{N: n + 1, Text: text, Markdown: text})
	}
	s.Paragraphs = len(s.Body)
	return s
}

// Page makes statement number i as a web page, with a teaser above it and
// navigation below.
func Page(i int) []byte {
	s := Statement(i)
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title></head>\n<body>\n", html.EscapeString(s.Title))
	fmt.Fprintf(&b, "<div class=\"side\"><p>%02d.%02d.%d</p><p>Another event took place and is told of here.</p></div>\n<article>\n<h1>%s</h1>\n", s.Date.Day, s.Date.Month, s.Date.Year, html.EscapeString(s.Title))
	fmt.Fprintf(&b, "<p>%02d.%02d.%d</p>\n", s.Date.Day, s.Date.Month, s.Date.Year)
	for _, p := range s.Body {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p.Text))
	}
	b.WriteString("</article>\n<ul><li><a href=\"/\">Go back</a></li><li><a href=\"/news/\">Back to the all news</a></li></ul>\n</body></html>\n")
	return []byte(b.String())
}

// Library writes n statements into a folder, as files of a library that were
// put there an hour ago.
func Library(folder string, n int) error {
	return write(folder, n, func(i int) (string, []byte) {
		s := Statement(i)
		return s.ID + ".md", document.Format(s)
	})
}

// Pages writes n web pages into a folder.
func Pages(folder string, n int) error {
	return write(folder, n, func(i int) (string, []byte) { return fmt.Sprintf("page-%06d.html", i), Page(i) })
}

func write(folder string, n int, file func(i int) (name string, data []byte)) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	old := time.Now().Add(-time.Hour)
	var next atomic.Int64
	var workers sync.WaitGroup
	failed := make(chan error, 1)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				name, data := file(i)
				path := filepath.Join(folder, name)
				err := os.WriteFile(path, data, 0o644)
				if err == nil {
					err = os.Chtimes(path, old, old)
				}
				if err != nil {
					select {
					case failed <- err:
					default: // the first is told
					}
					return
				}
			}
		})
	}
	workers.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

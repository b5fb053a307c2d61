package intake

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cstoread/data/internal/made"
	"cstoread/data/library"
	"cstoread/data/source"
	"cstoread/model"
)

// BenchmarkAdd adds folders of made-up files and gives the time as a multiple
// of a plain copy of the same files in the same run:
//
//	go test ./data/intake -run xxx -bench Add -benchtime 1x
func BenchmarkAdd(b *testing.B) {
	for _, c := range []struct {
		name string
		n    int
		html bool
	}{{"10000 Markdown", 10_000, false}, {"2000 HTML", 2000, true}} {
		b.Run(c.name, func(b *testing.B) {
			from := b.TempDir()
			fill := made.Library
			if c.html {
				fill = made.Pages
			}
			if err := fill(from, c.n); err != nil {
				b.Fatal(err)
			}
			var copying, adding time.Duration
			for b.Loop() {
				copying += timed(func() { copyFolder(b, from, b.TempDir()) })
				adding += timed(func() { addFolder(b, from, filepath.Join(b.TempDir(), "statements"), c.n) })
			}
			b.ReportMetric(adding.Seconds()/copying.Seconds(), "copies")
			b.ReportMetric(float64(c.n*b.N)/adding.Seconds(), "files/s")
		})
	}
}

func timed(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}

func copyFolder(b *testing.B, from, to string) {
	b.Helper()
	if err := os.CopyFS(filepath.Join(to, "copy"), os.DirFS(from)); err != nil {
		b.Fatal(err)
	}
}

func addFolder(b *testing.B, from, to string, n int) {
	b.Helper()
	lib := library.Open(library.Options{Folder: to})
	kept := 0
	err := Run(context.Background(), []string{from}, Options{
		Library: lib, Keeper: lib, Limits: source.DefaultLimits(), Today: model.Date{Year: 2026},
		Report: func(r Result) {
			if r.Status == model.AdditionAdded {
				kept++
			}
		},
	})
	if err != nil || kept != n {
		b.Fatalf("%d of %d added: %v", kept, n, err)
	}
}

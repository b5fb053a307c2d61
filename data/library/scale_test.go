package library

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"cstoread/data"
	large "cstoread/data/internal/made"
	"cstoread/model"
)

// The sizes of libraries that are measured:
//
//	go test ./data/library -run '^$' -bench Start -benchtime 5x
var sizes = []int{10_000, 100_000}

// BenchmarkStart opens libraries and lists them: cold without a cache, warm
// with one, and warm until the first statements are listed, which are those
// that a screen can paint.
func BenchmarkStart(b *testing.B) {
	for _, n := range sizes {
		folder, cache := filepath.Join(b.TempDir(), "library"), b.TempDir()
		if err := large.Library(folder, n); err != nil {
			b.Fatal(err)
		}
		open := func(cache string) *Library {
			return Open(Options{Embedded: data.Statements(), Folder: folder, Cache: cache})
		}
		listed := func(b *testing.B, l *Library) {
			if got := len(l.Headers()); got != n+4 {
				b.Fatalf("%d statements", got)
			}
		}
		name := strconv.Itoa(n)
		b.Run(name+"/cold", func(b *testing.B) {
			for b.Loop() {
				listed(b, open(""))
			}
		})
		b.Run(name+"/warm", func(b *testing.B) {
			listed(b, open(cache))
			for b.Loop() {
				listed(b, open(cache))
			}
		})
		b.Run(name+"/first", func(b *testing.B) {
			for b.Loop() {
				l := open(cache)
				l.Arrive()
				if len(l.Headers()) != 4 {
					b.Fatal("not the embedded ones")
				}
			}
		})
		b.Run(name+"/memory", func(b *testing.B) { memory(b, func() *Library { return open(cache) }) })
	}
}

// memory is what a list takes that has come by Watch: the heap that is in use,
// and the same as a multiple of the cache that it was read from.
func memory(b *testing.B, open func() *Library) {
	for b.Loop() {
		before := heap()
		l := open()
		l.Arrive()
		ctx, stop := context.WithCancel(b.Context())
		l.bring(ctx, func(model.Change) {})
		stop()
		used := heap() - before
		info, err := os.Stat(l.cached)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(used)/(1<<20), "MiB")
		b.ReportMetric(float64(info.Size())/(1<<20), "cache-MiB")
		b.ReportMetric(float64(used)/float64(info.Size()), "of-cache")
		b.ReportMetric(resident(b), "resident-MiB")
		runtime.KeepAlive(l)
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// resident is the memory of this process, in MiB, or 0 where the system does
// not tell.
func resident(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				b.Fatal(err)
			}
			return float64(kib) / 1024
		}
	}
	return 0
}

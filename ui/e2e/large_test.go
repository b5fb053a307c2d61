//go:build linux

package e2e

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
)

// BenchmarkLarge opens the reader on the embedded statements and on libraries
// of 10,000 and 100,000, warm and by turns, and gives for each
//
//	paint   from the start to the first row of the list on the terminal
//	whole   from the start to the whole list, its files checked
//	memory  what is resident two seconds after that, and the most that was
//	cache   the headers' cache and the index that a warm start has
//
// with the ratios of paint to that of the embedded ones, and of memory to the
// cache. It makes the libraries first, which takes minutes.
//
//	go test ./ui/e2e -run '^$' -bench Large -benchtime 5x -timeout 1h
func BenchmarkLarge(b *testing.B) {
	var shelves []*largeShelf
	for _, n := range []int{0, 10_000, 100_000} {
		shelves = append(shelves, newLargeShelf(b, n))
	}
	for b.Loop() {
		for _, s := range shelves {
			s.open(b)
		}
	}
	b.ReportMetric(0, "ns/op")
	for _, s := range shelves {
		name := strconv.Itoa(s.n + embedded)
		b.ReportMetric(median(s.paint), name+"-paint-ms")
		b.ReportMetric(median(s.whole), name+"-whole-ms")
		b.ReportMetric(median(s.resident), name+"-memory-MiB")
		b.ReportMetric(median(s.most), name+"-peak-MiB")
		if s.n > 0 {
			b.ReportMetric(median(s.paint)/median(shelves[0].paint), name+"-paint-ratio")
			b.ReportMetric(s.cache, name+"-cache-MiB")
			b.ReportMetric(median(s.resident)/s.cache, name+"-memory-of-cache")
		}
	}
}

// embedded is how many statements are built in.
const embedded = 4

// largeShelf is a library of n made statements, and what was measured of it.
type largeShelf struct {
	n            int
	folder, home string
	cache        float64 // MiB

	paint, whole, resident, most []float64
}

func newLargeShelf(b *testing.B, n int) *largeShelf {
	s := &largeShelf{n: n, folder: filepath.Join(b.TempDir(), "library"), home: b.TempDir()}
	out, err := exec.Command("go", "run", "cstoread/data/internal/makelibrary", "-n", strconv.Itoa(n), s.folder).CombinedOutput()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	// A question about a country makes both caches.
	warm := exec.Command(program, "--library", s.folder, "list", "country:Syria", "--limit", "1")
	warm.Env = environment(s.home)
	if out, err := warm.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	_ = filepath.WalkDir(filepath.Join(s.home, "cache"), func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			if info, err := entry.Info(); err == nil {
				s.cache += float64(info.Size()) / (1 << 20)
			}
		}
		return nil
	})
	return s
}

func (s *largeShelf) open(b *testing.B) {
	all := fmt.Sprintf("%d statements", s.n+embedded)
	began := time.Now()
	x := start(b, setup{args: []string{"--library", s.folder}, home: s.home, recording: true})
	x.wholly(all)
	s.paint = append(s.paint, ms(x.shown("▌", began)))
	s.whole = append(s.whole, ms(x.shown(all, began)))
	time.Sleep(2 * time.Second)
	s.resident = append(s.resident, residentNow(b, x.cmd.Process.Pid))
	s.most = append(s.most, peak(b, x.cmd.Process.Pid))
	x.keys("q")
	x.exit()
	x.close()
}

// wholly waits until the screen shows a text, however little of it was drawn
// anew.
func (x *terminal) wholly(text string) {
	for end := time.Now().Add(2 * patience); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		screen := vt.NewEmulator(120, 40)
		go func() { _, _ = io.Copy(io.Discard, screen) }()
		_, _ = screen.Write(x.output())
		found := strings.Contains(screen.String(), text)
		_ = screen.Close()
		if found {
			return
		}
	}
	x.t.Fatalf("no %q on the screen", text)
}

// residentNow is the memory of a process that is resident, in MiB.
func residentNow(b *testing.B, pid int) float64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		b.Fatal(err)
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
	b.Fatal("no VmRSS")
	return 0
}

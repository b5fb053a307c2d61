//go:build linux

package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkBesideBare runs the reader and testdata/bare by turns on the same
// 2,000 rows and gives the reader's figures and their ratio to the bare
// program's, both medians of the same run:
//
//	paint   from the start to the first row on the terminal
//	key     from a key to the first byte of the frame that answers it
//	held    from the last of 50 keys at once to the end of the output, in
//	        frames of 1/120 s
//	memory  the most that was resident
//
// Run it with: go test ./ui/e2e -run '^$' -bench BesideBare -benchtime 10x
func BenchmarkBesideBare(b *testing.B) {
	home, rows := shelfOf(b, 2000)
	bare := filepath.Join(b.TempDir(), "bare")
	if out, err := exec.Command("go", "build", "-o", bare, "./testdata/bare").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	var ours, theirs figures
	for b.Loop() {
		ours.add(measure(b, setup{home: home, args: []string{"kind:speech"}}))
		theirs.add(measure(b, setup{home: home, program: bare, args: []string{rows}}))
	}
	b.ReportMetric(0, "ns/op")
	for _, f := range []struct {
		name         string
		ours, theirs []float64
	}{
		{"paint-ms", ours.paint, theirs.paint},
		{"key-ms", ours.key, theirs.key},
		{"held-frames", ours.held, theirs.held},
		{"memory-MiB", ours.memory, theirs.memory},
	} {
		b.ReportMetric(median(f.ours), f.name)
		b.ReportMetric(median(f.ours)/median(f.theirs), f.name+"-ratio")
	}
}

// figures are what was measured, one value a run; keys are many a run.
type figures struct{ paint, key, held, memory []float64 }

func (f *figures) add(g figures) {
	f.paint = append(f.paint, g.paint...)
	f.key = append(f.key, g.key...)
	f.held = append(f.held, g.held...)
	f.memory = append(f.memory, g.memory...)
}

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}

// measure runs one program from its start to its end.
func measure(b *testing.B, s setup) figures {
	var f figures
	began := time.Now()
	x := start(b, s)
	for !bytes.Contains(x.output(), []byte("Row 0000")) {
		time.Sleep(200 * time.Microsecond)
		if time.Since(began) > patience {
			b.Fatalf("nothing is painted:\n%s", x.screen())
		}
	}
	f.paint = append(f.paint, ms(time.Since(began)))
	x.settle()
	for range 20 {
		f.key = append(f.key, ms(x.answerTo("j")))
		x.settle()
	}
	f.held = append(f.held, float64(x.lastAnswerTo(strings.Repeat("j", 50)))/float64(time.Second/120))
	f.memory = append(f.memory, peak(b, x.cmd.Process.Pid))
	x.keys("q")
	x.exit()
	x.close()
	return f
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// answerTo types and takes the time until something comes.
func (x *terminal) answerTo(keys string) time.Duration {
	n, began := x.sent(), time.Now()
	x.keys(keys)
	for x.sent() == n {
		time.Sleep(50 * time.Microsecond)
		if time.Since(began) > patience {
			x.t.Fatalf("no answer to %q", keys)
		}
	}
	return time.Since(began)
}

// lastAnswerTo types and takes the time until the last thing comes.
func (x *terminal) lastAnswerTo(keys string) time.Duration {
	began := time.Now()
	x.keys(keys)
	last, n := began, x.sent()
	for time.Since(last) < 150*time.Millisecond {
		time.Sleep(50 * time.Microsecond)
		if now := x.sent(); now != n {
			last, n = time.Now(), now
		}
	}
	return last.Sub(began)
}

// peak is the most memory of a process that was resident, in MiB.
func peak(b *testing.B, pid int) float64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				b.Fatal(err)
			}
			return float64(kib) / 1024
		}
	}
	b.Fatal("no VmHWM")
	return 0
}

// shelfOf makes a home with n statements, and a file of their titles.
func shelfOf(b *testing.B, n int) (home, rows string) {
	home = b.TempDir()
	folder := filepath.Join(home, "data", "cstoread", "statements")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		b.Fatal(err)
	}
	var titles strings.Builder
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		title := fmt.Sprintf("Row %04d of the statements that are measured", i)
		titles.WriteString(title + "\n")
		id := fmt.Sprintf("%s-row-%04d", day.AddDate(0, 0, -i).Format("2006-01-02"), i)
		text := fmt.Sprintf("---\nid: %s\ntitle: %q\ndate: %s\nkind: speech\nlanguage: en\n---\n\n%s",
			id, title, day.AddDate(0, 0, -i).Format("2006-01-02"), strings.Repeat(body, 6))
		if err := os.WriteFile(filepath.Join(folder, id+".md"), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	rows = filepath.Join(home, "rows.txt")
	if err := os.WriteFile(rows, []byte(titles.String()), 0o644); err != nil {
		b.Fatal(err)
	}
	return home, rows
}

const body = `The Ministers call on all parties to respect the sovereignty and territorial
integrity of Syria, and to work in good faith towards a settlement on the basis
of resolution 2254 (2015) of the Security Council.

`

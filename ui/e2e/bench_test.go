//go:build linux

package e2e

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
)

// BenchmarkBesideBare runs the reader and testdata/bare by turns and gives the
// reader's figures, and their ratios to the bare program's; both are medians
// of the same run:
//
//	paint   from the start to the first row on the terminal
//	key     from a key to the first byte of the frame that answers it
//	held    from the last of 50 keys at once to the row they lead to, in
//	        frames of 1/120 s
//	memory  the most that was resident
//
// One shelf is the four embedded statements, the other 2,000 more in a folder,
// which was opened before, so that what is cached of it is there.
// The third program is the bare one that also links glamour, and does not use
// it: the least that a reader which renders by glamour can come to.
//
//	go test ./ui/e2e -run '^$' -bench BesideBare -benchtime 10x
func BenchmarkBesideBare(b *testing.B) {
	bare, linked := bareProgram(b), bareProgram(b, "-tags", "glamour")
	folder, rows := shelfOf(b, 2000)
	few := filepath.Join(b.TempDir(), "rows.txt")
	if err := os.WriteFile(few, []byte("one\ntwo\nthree\nfour\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("embedded", func(b *testing.B) {
		beside(b, race{ready: "4 statements"}, race{setup: setup{program: bare, args: []string{few}}, ready: "four"},
			race{setup: setup{program: linked, args: []string{few}}, ready: "four"})
	})
	home := b.TempDir()
	known := exec.Command(program, "search", "--library", folder, "Syria")
	known.Env = environment(home)
	if out, err := known.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%.200s", err, out)
	}
	b.Run("2000", func(b *testing.B) {
		beside(b,
			race{setup: setup{args: []string{"--library", folder}, home: home}, ready: "Row 0000", held: "71/2004"},
			race{setup: setup{program: bare, args: []string{rows}}, ready: "Row 0000", held: "> Row 0070"},
			race{setup: setup{program: linked, args: []string{rows}}, ready: "Row 0000", held: "> Row 0070"})
	})
}

// bareProgram builds testdata/bare.
func bareProgram(b *testing.B, flags ...string) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "bare")
	build := exec.Command("go", append(append([]string{"build", "-o", program}, flags...), "./testdata/bare")...)
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}

// race is one of the programs, and what its screen shows when it is ready and
// when the 50 keys after the first 20 have come through.
type race struct {
	setup
	ready, held string
}

func beside(b *testing.B, ours, theirs, linked race) {
	var a, z, l figures
	for b.Loop() {
		a.add(measure(b, ours))
		z.add(measure(b, theirs))
		l.add(measure(b, linked))
	}
	b.ReportMetric(0, "ns/op")
	for _, f := range []struct {
		name                 string
		ours, theirs, linked []float64
	}{
		{"paint-ms", a.paint, z.paint, l.paint},
		{"key-ms", a.key, z.key, nil},
		{"held-frames", a.held, z.held, nil},
		{"memory-MiB", a.memory, z.memory, l.memory},
	} {
		if len(f.ours) > 0 {
			b.ReportMetric(median(f.ours), f.name)
			b.ReportMetric(median(f.ours)/median(f.theirs), f.name+"-ratio")
		}
		if len(f.linked) > 0 {
			b.ReportMetric(median(f.linked)/median(f.theirs), f.name+"-linked-ratio")
		}
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
	slices.Sort(v)
	return v[len(v)/2]
}

// measure runs one program from its start to its end.
func measure(b *testing.B, r race) figures {
	var f figures
	r.recording = true
	r.env = append(r.env[:len(r.env):len(r.env)], "XDG_STATE_HOME="+b.TempDir()) // every reading is the first
	began := time.Now()
	x := start(b, r.setup)
	x.paint(r.ready)
	f.paint = append(f.paint, ms(x.shown(r.ready, began)))
	if r.held != "" {
		for range 20 {
			f.key = append(f.key, ms(x.answerTo(b, "j")))
		}
		began = time.Now()
		x.keys(strings.Repeat("j", 50))
		x.settle()
		f.held = append(f.held, float64(x.shown(r.held, began))/float64(time.Second/120))
	}
	f.memory = append(f.memory, peak(b, x.cmd.Process.Pid))
	x.keys("q")
	x.exit()
	x.close()
	return f
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// paint waits until the program has drawn a text, and all that comes with it.
func (x *terminal) paint(text string) {
	for end := time.Now().Add(patience); ; {
		x.settle()
		if _, ok := x.find(text, time.Time{}); ok {
			return
		}
		if time.Now().After(end) {
			x.t.Fatalf("no %q in %d bytes of output", text, x.sent())
		}
	}
}

// answerTo types a key and takes the time until the first byte after it.
func (x *terminal) answerTo(b *testing.B, key string) time.Duration {
	b.Helper()
	n := x.sent()
	began := time.Now()
	x.keys(key)
	for end := began.Add(patience); x.sent() == n && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	x.settle()
	for _, c := range x.chunks {
		if c.end > n {
			return c.at.Sub(began)
		}
	}
	b.Fatalf("no answer to %q", key)
	return 0
}

// shown is how long after a time the recording shows a text.
func (x *terminal) shown(text string, since time.Time) time.Duration {
	x.t.Helper()
	at, ok := x.find(text, since)
	if !ok {
		x.t.Fatalf("no %q on the screen", text)
	}
	return at.Sub(since)
}

// find gives the time from which on the recording shows a text.
func (x *terminal) find(text string, since time.Time) (time.Time, bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	screen := vt.NewEmulator(120, 40)
	defer func() { _ = screen.Close() }()
	go func() { _, _ = io.Copy(io.Discard, screen) }()
	from := 0
	for _, c := range x.chunks {
		_, _ = screen.Write(x.raw.Bytes()[from:c.end])
		from = c.end
		if c.at.After(since) && strings.Contains(screen.String(), text) {
			return c.at, true
		}
	}
	return time.Time{}, false
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

// shelfOf makes a folder with n statements, and a file of their titles.
func shelfOf(b *testing.B, n int) (folder, rows string) {
	folder = b.TempDir()
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
	rows = filepath.Join(b.TempDir(), "rows.txt")
	if err := os.WriteFile(rows, []byte(titles.String()), 0o644); err != nil {
		b.Fatal(err)
	}
	return folder, rows
}

const body = `The Ministers call on all parties to respect the sovereignty and territorial
integrity of Syria, and to work in good faith towards a settlement on the basis
of resolution 2254 (2015) of the Security Council.

`

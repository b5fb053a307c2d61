//go:build linux

package e2e

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// BenchmarkAdd adds 10,000 files of a library and 2,000 web pages, by turns
// with a plain copy of the same files, and gives the time of each and their
// ratio. An add brings every file to the disk and compares it with all others;
// a copy does neither.
//
//	go test ./ui/e2e -run '^$' -bench Add -benchtime 3x -timeout 1h
func BenchmarkAdd(b *testing.B) {
	for _, c := range []struct {
		name string
		n    int
		args []string
	}{{"markdown", 10_000, nil}, {"pages", 2000, []string{"-pages"}}} {
		b.Run(c.name, func(b *testing.B) {
			folder := filepath.Join(b.TempDir(), "source")
			make := append([]string{"run", "cstoread/data/internal/makelibrary", "-n", strconv.Itoa(c.n)}, c.args...)
			if out, err := exec.Command("go", append(make, folder)...).CombinedOutput(); err != nil {
				b.Fatalf("%v\n%s", err, out)
			}
			var adding, copying []float64
			for b.Loop() {
				to := b.TempDir()
				copying = append(copying, taken(b, exec.Command("cp", "-r", folder, filepath.Join(to, "copy"))))
				add := exec.Command(program, "--library", filepath.Join(to, "library"), "add", folder, "--format", "tsv")
				add.Env = environment(b.TempDir())
				adding = append(adding, taken(b, add))
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(adding), "add-ms")
			b.ReportMetric(median(copying), "cp-ms")
			b.ReportMetric(median(adding)/median(copying), "add-ratio")
		})
	}
}

// taken runs a program and gives how long it took, in milliseconds.
func taken(b *testing.B, cmd *exec.Cmd) float64 {
	b.Helper()
	began := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%.2000s", err, out)
	}
	return ms(time.Since(began))
}

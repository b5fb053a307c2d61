//go:build unix

package e2e

import (
	"bytes"
	"encoding/base64"
	"os"
	"strings"
	"testing"
)

// enter, escape and interrupt are what a terminal sends for these keys.
const (
	enter     = "\r"
	escape    = "\x1b"
	interrupt = "\x03"
)

const (
	theTitle = "Middle East and North Africa"
	syria    = "Syria ×"
)

// A person opens the reader, picks a country, reads, and leaves.
func TestRead(t *testing.T) {
	for _, size := range []struct{ cols, rows int }{{120, 40}, {80, 24}} {
		x := start(t, setup{cols: size.cols, rows: size.rows})
		x.await("cstoread", theTitle, "4 statements")
		x.keys("c")
		x.await("Countries", "Syria")
		x.keys("syr" + enter)
		x.await(syria, "1 of 4")
		x.awaitGone("Almaty")
		x.keys(enter)
		x.await("¶ 4/17")
		x.keys("n")
		x.await("¶ 5/17")
		x.keys("nn")
		x.await("¶ 6/17") // where Syria is named more than once
		x.keys("NN")
		x.await("¶ 5/17")
		x.keys("N")
		x.await("¶ 4/17")
		x.keys("q")
		if code := x.exit(); code != 0 {
			t.Errorf("exit code %d", code)
		}
		x.restored()
	}
}

// In a pipe the screen is drawn on the terminal, and what is chosen goes to
// standard output, alone.
func TestPrintIntoAPipe(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		keys []string
		want string // of `cstoread show`
	}{
		{"p in the list", []string{"country:Syria"}, []string{"p"}, "2019-11-27"},
		{"Enter opens and Enter prints", []string{"country:Syria"}, []string{enter, enter}, "2019-11-27"},
		{"a marked range", []string{"2019-11-27#p3"}, []string{"m", "]", "p"}, "2019-11-27#p3-4"},
		{"another format", []string{"2019-11-27", "--format", "json"}, []string{"p"}, "--format=json 2019-11-27"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			x := start(t, setup{args: c.args, stdout: &out})
			x.await("cstoread")
			x.until("no statement", func(s string) bool {
				return strings.Contains(s, "1 of 4") || strings.Contains(s, "17 paragraphs") || strings.Contains(s, "/17")
			})
			for i, k := range c.keys {
				if i > 0 {
					x.settle()
				}
				x.keys(k)
			}
			if code := x.exit(); code != 0 {
				t.Fatalf("exit code %d", code)
			}
			if want := shown(t, strings.Fields(c.want)...); out.String() != want {
				t.Errorf("printed %q, want %q", out.String(), want)
			}
			x.restored()
		})
	}
}

// What is copied reaches the terminal's clipboard, also when the next key ends
// the program.
func TestCopyAndQuit(t *testing.T) {
	x := start(t, setup{args: []string{"2019-11-27#p9"}})
	x.await("9/17")
	x.keys("yq")
	if code := x.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	want := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte("Ministers express their commitment"))[:40]
	if !bytes.Contains(x.output(), []byte(want)) {
		t.Error("the paragraph is not in what went to the terminal")
	}
	x.restored()
}

// Leaving without a choice is 130 and an empty standard output.
func TestCancel(t *testing.T) {
	for _, key := range []string{interrupt, "q"} {
		var out bytes.Buffer
		x := start(t, setup{stdout: &out})
		x.await(theTitle)
		x.keys(key)
		if code := x.exit(); code != 130 {
			t.Errorf("%q: exit code %d, want 130", key, code)
		}
		if out.Len() > 0 {
			t.Errorf("%q: printed %q", key, out.String())
		}
		x.restored()
	}
	x := start(t, setup{})
	x.await(theTitle)
	x.keys(interrupt)
	if code := x.exit(); code != 130 {
		t.Errorf("on a terminal: exit code %d, want 130", code)
	}
	x.restored()
}

// A terminal that answers nothing is drawn on all the same.
func TestMuteTerminal(t *testing.T) {
	x := start(t, setup{mute: true})
	x.await(theTitle)
	x.keys("/stabil*")
	x.await("1 of 4 statements")
	x.keys(enter + "q")
	if code := x.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.restored()
}

// The place in a statement lasts from one run to the next.
func TestResume(t *testing.T) {
	home := t.TempDir()
	x := start(t, setup{home: home, args: []string{"2019-11-27"}})
	x.await("0/17")
	x.settle()
	x.keys("12G")
	x.await("12/17")
	x.keys("q")
	x.exit()
	x = start(t, setup{home: home, args: []string{"2019-11-27"}})
	x.await("12/17")
	x.keys("q")
	x.exit()
	x.restored()
}

// A home that cannot be written to keeps nobody from reading.
func TestReadOnlyHome(t *testing.T) {
	home := t.TempDir()
	if err := os.WriteFile(home+"/state", nil, 0o400); err != nil { // a file where a folder should be
		t.Fatal(err)
	}
	x := start(t, setup{home: home})
	x.await(theTitle)
	x.keys("j" + enter)
	x.await("17 paragraphs")
	x.keys("q")
	if code := x.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.restored()
}

// Any size is drawn on, also while it changes.
func TestResize(t *testing.T) {
	x := start(t, setup{args: []string{"2019-11-27#p5"}})
	x.await("5/17")
	for _, size := range []struct{ cols, rows int }{{20, 6}, {1, 1}, {300, 90}, {80, 24}} {
		x.resize(size.cols, size.rows)
		x.settle()
	}
	x.await("5/17")
	x.keys("q")
	x.exit()
	x.restored()
}

// shown is what "cstoread show" prints into a pipe.
func shown(t *testing.T, args ...string) string {
	t.Helper()
	out, err := command(t, append([]string{"show"}, args...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

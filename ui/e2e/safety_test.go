//go:build unix

package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// planted is text that would do harm on a terminal: it sets the clipboard and
// the title, clears the screen, reports the cursor, uses 8-bit controls,
// reorders text, and is not UTF-8.
const planted = "Syria \x1b]52;c;cGxhbnRlZA==\x07 \x1b]2;PLANTED\x1b\\ \x1b[2J\x1b[6n \u009b31m\u202eevil\u2066\u200f \x9b31m\xff\x00\x08\x7f"

// harmful says what in the output a terminal would obey, or "".
func harmful(out []byte, screen bool) string {
	if !utf8.Valid(out) {
		return "bytes that are not UTF-8"
	}
	for _, s := range []string{"\x1b]52;", "\x1b]2;PLANTED"} {
		if bytes.Contains(out, []byte(s)) {
			return "planted sequence " + s
		}
	}
	for _, r := range string(out) {
		switch {
		case r == '\n' || r == '\t':
		case r == '\r' || r == 0x1b || r == 0x07 || r == 0x08 || r == 0x0e || r == 0x0f:
			if !screen { // a screen is drawn with some of these
				return "a control character"
			}
		case r < ' ' || 0x7f <= r && r < 0xa0:
			return "a control character"
		case r == 0x61c, r == 0x200e, r == 0x200f, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
			return "a character that reorders text"
		}
	}
	return ""
}

// hostileShelf is a folder of statements whose every field is planted.
func hostileShelf(t *testing.T) string {
	folder := t.TempDir()
	text := "---\nid: planted\ntitle: \"Plain title\"\nplace: |\n  " + strings.ReplaceAll(planted, "\x00", "") + "\nissuer: x\ndate: 2001\n---\n\n" +
		planted + " &#27;]52;c;eA==&#7; [link\x1b[2J](https://example.org/\x1b]52;c;eA==\x07)\n\n# " + planted + "\n\n- " + planted + "\n"
	raw := "---\nid: raw\ntitle: " + planted + "\ndate: 2002\n---\n\nBody of Syria.\n"
	for name, content := range map[string]string{
		"planted.md": text, "raw.md": raw, "bad\x1b]52;c;eA==\x07\u202e.md": "no front matter " + planted,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestNothingHarmfulIsPrinted(t *testing.T) {
	folder := hostileShelf(t)
	typed := strings.ReplaceAll(planted, "\x00", "") // the system takes no NUL in an argument
	var lines [][]string
	for _, f := range []string{"text", "tsv", "json", "ndjson"} {
		for _, words := range [][]string{{"list"}, {"search", "Syria"}, {"countries"}, {"topics"}, {"list", typed}, {"search", "--place", typed, "x"}, {"list", "country:" + typed}} {
			lines = append(lines, append(words, "--format", f))
		}
	}
	for _, f := range []string{"text", "markdown", "json"} {
		lines = append(lines, []string{"show", "planted", "--format", f}, []string{"show", "raw", "--format", f}, []string{"show", typed, "--format", f})
	}
	for _, s := range []string{"plain", "chicago", "apa", "bibtex", "csl-json", "ris", typed} {
		lines = append(lines, []string{"cite", "planted", "--style", s})
	}
	for _, f := range []string{"text", "tsv", "ndjson", typed} {
		lines = append(lines, []string{"tag", "--format", f}, []string{"tag", "--explain", "--format", f})
	}
	lines = append(lines, []string{typed}, []string{"--" + typed}, []string{"tag", typed}, []string{"show", "raw#" + typed},
		[]string{"list", "--library", typed}, []string{"__complete", "show", ""}, []string{"__complete", "list", "--place", ""},
		[]string{"list", "--sort", typed}, []string{"--key", typed}, []string{"eval", typed})
	printed := 0
	for _, args := range lines {
		cmd := command(t, args...)
		cmd.Env = append(cmd.Env, "CSTOREAD_LIBRARY="+folder)
		cmd.Stdin = strings.NewReader(planted)
		out, _ := cmd.CombinedOutput()
		printed += len(out)
		if why := harmful(out, false); why != "" {
			t.Errorf("%q prints %s: %q", args, why, out)
		}
	}
	if printed < 10_000 {
		t.Errorf("only %d bytes were looked at", printed)
	}
}

func TestNothingHarmfulIsDrawn(t *testing.T) {
	folder := hostileShelf(t)
	for _, mode := range [][]string{nil, {"--linear"}} {
		x := start(t, setup{args: append(mode, "--library", folder, "year:2001..2002"), env: []string{"NO_COLOR=\x1b]52;c;eA==\x07"}})
		x.await("2 of 6")
		for _, keys := range []string{enter, "]", "o", escape, "w", escape, "?", escape, "b", "/\u202e\u009b31m evil" + enter, "c", escape} {
			x.keys(keys)
			x.settle()
		}
		x.keys("q")
		x.exit()
		x.restored()
		if why := harmful(x.output(), true); why != "" {
			t.Errorf("%q draws %s:\n%q", mode, why, x.output())
		}
	}
}

// On a terminal "show" is set by another way than in a pipe.
func TestNothingHarmfulIsSet(t *testing.T) {
	folder := hostileShelf(t)
	for _, args := range [][]string{{"show", "planted"}, {"show", "raw"}, {"list"}, {"search", "Syria"}} {
		x := start(t, setup{args: append(args, "--library", folder)})
		x.exit()
		x.settle()
		if why := harmful(x.output(), true); why != "" {
			t.Errorf("%q sets %s:\n%q", args, why, x.output())
		}
	}
}

// A pipe that is closed early ends the program quietly.
func TestClosedPipe(t *testing.T) {
	cmd := exec.Command("sh", "-c", `"$0" show 2019-11-27 2019-11-27 2019-11-27 2019-11-27 --format json | head -c 10`, program)
	cmd.Env = environment(t.TempDir())
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil || len(out) != 10 || errs.Len() > 0 {
		t.Errorf("%v: %q, %q", err, out, errs.String())
	}
}

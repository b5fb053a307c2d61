package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Bishkek, 27 November\n\ttab", "Bishkek, 27 November\n\ttab"},
		{"letters stay", "Côte d’Ivoire — Бишкек 中文 🏳", "Côte d’Ivoire — Бишкек 中文 🏳"},
		{"no-break and zero width spaces stay", "a\u00a0b\u200bc\u200dd", "a\u00a0b\u200bc\u200dd"},
		{"colour", "a\x1b[31;1mb\x1b[0mc", "abc"},
		{"colon parameters", "a\x1b[38:2::1:2:3mb", "ab"},
		{"private parameters", "a\x1b[?1049hb", "ab"},
		{"intermediate", "a\x1b[1 qb", "ab"},
		{"eight bit CSI", "a\u009b2Jb", "ab"},
		{"title", "a\x1b]0;owned\x07b", "ab"},
		{"link", "a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\c", "abc"},
		{"clipboard, eight bit", "a\u009d52;c;AAAA\u009cb", "ab"},
		{"device control", "a\x1bP$qm\x1b\\b", "ab"},
		{"unfinished string keeps the text", "a\x1b]0;rest\nnext", "a0;rest\nnext"},
		{"unfinished CSI keeps the text", "a\x1b[31\nb", "a31\nb"},
		{"charset", "a\x1b(Bb", "ab"},
		{"reset", "a\x1bcb", "ab"},
		{"lone escape", "a\x1b", "a"},
		{"doubled escape", "a\x1b\x1b[31mb", "ab"},
		{"escape before a letter of two bytes", "a\x1béb", "aéb"},
		{"bell, backspace, nul, del", "a\x07\x08\x00\x7fb", "ab"},
		{"C1", "a\u0084\u008db", "ab"},
		{"raw C1 byte is not UTF-8", "a\x9b31mb", "a\ufffd31mb"},
		{"a run of broken bytes is one mark", "a\xff\xfe\x80b\xc3", "a\ufffdb\ufffd"},
		{"a mark of damage stays", "a\ufffdb", "a\ufffdb"},
		{"line breaks", "a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"override", "invoice\u202efdp.exe", "invoicefdp.exe"},
		{"isolates and marks", "a\u2066b\u2069c\u200ed\u200fe\u061cf", "abcdef"},
		{"byte order mark and tags", "\ufeffa\U000e0041b\ufff9c", "abc"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("%s: Text(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"  one \r\n\t two  three ", "one two  three"},
		{"a\x1b[2J\nb", "a b"},
		{"", ""},
		{"\n\t", ""},
		{"Бишкек\u2028Bishkek", "Бишкек Bishkek"},
	} {
		if got := Line(c.in); got != c.want {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a\x1b[31mb", "\x1b]8;;x\x07y", "\x9b\xff", "\u202e", "a\r\nb", "\x1b", "é\u009b2J"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Text(s)
		if again := Text(got); again != got {
			t.Fatalf("not stable: %q, then %q", got, again)
		}
		if !utf8.ValidString(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("Text(%q) = %q keeps %U", s, got, r)
			}
		}
		if line := Line(s); strings.ContainsAny(line, "\n\t") || Line(line) != line {
			t.Fatalf("Line(%q) = %q", s, line)
		}
	})
}

func BenchmarkTextClean(b *testing.B) {
	s := strings.Repeat("Ministers reaffirm their commitment to the “unity” of the country. ", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Text(s)
	}
}

func BenchmarkTextDirty(b *testing.B) {
	s := strings.Repeat("Ministers \x1b[1mreaffirm\x1b[0m their commitment to the “unity” of the country.\r\n", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Text(s)
	}
}

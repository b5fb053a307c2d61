package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestString(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"case", "TERRITORIAL Integrity", "territorial integrity"},
		{"diacritics", "Côte d’Ivoire, Türkiye, São Tomé", "cote d'ivoire, turkiye, sao tome"},
		{"decomposed", "Cote\u0302", "cote"},
		{"quotes", "“two-state” «мир»", `"two-state" "мир"`},
		{"dashes", "2015–2020 — non‑use", "2015-2020 - non-use"},
		{"white space", "  a\u00a0b \n\t c ", "a b c"},
		{"line end hyphen", "inter-\n  national", "international"},
		{"line end hyphen of its own", "Russo-\nGeorgian", "russo-georgian"},
		{"line end hyphen in capitals", "KYRGYZ-\nSTAN", "kyrgyzstan"},
		{"short i in two characters", "Алтаи\u0306 И\u0306од", "алтай йод"},
		{"hyphen in line", "inter-Syrian", "inter-syrian"},
		{"soft hyphen", "inter\u00adnational", "international"},
		{"hidden", "Sy\u200bri\u202ea\ufeff", "syria"},
		{"yo and short i", "Ещё Алтай", "еще алтай"},
		{"undecomposed", "Øresund Łódź İzmir", "oresund lodz izmir"},
		{"ligatures", "Æ ﬁ ß", "ae fi ss"},
		{"nothing", " \n", ""},
		{"broken bytes", "a\xffb", "a b"},
	} {
		if got := String(c.in); got != c.want {
			t.Errorf("%s: String(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
		if got := New(c.in).Folded; got != c.want {
			t.Errorf("%s: New(%q).Folded = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestOriginal(t *testing.T) {
	for _, c := range []struct{ in, find, want string }{
		{"The Côte d’Ivoire  delegation", "cote d'ivoire", "Côte d’Ivoire"},
		{"in\u00a0 Syria \n and", "syria", "Syria"},
		{"the inter-\nnational law", "international", "inter-\nnational"},
		{"Große Ægis", "grosse", "Große"},
		{"территория Йемена", "йемена", "Йемена"},
		{"end Syria", "syria", "Syria"},
	} {
		f := New(c.in)
		at := strings.Index(f.Folded, c.find)
		if at < 0 {
			t.Errorf("%q does not contain %q", f.Folded, c.find)
			continue
		}
		start, end := f.Original(at, at+len(c.find))
		if got := c.in[start:end]; got != c.want {
			t.Errorf("in %q, %q came from %q, want %q", c.in, c.find, got, c.want)
		}
	}
}

func FuzzNew(f *testing.F) {
	for _, s := range []string{"", "a-\nb", "Cote\u0302 ", "\xff\xfe-\n", "ßÆ\u00ad", "- \n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := New(s)
		if x.Folded != String(s) {
			t.Fatalf("New and String differ on %q", s)
		}
		if !utf8.ValidString(x.Folded) {
			t.Fatalf("%q folds to invalid UTF-8", s)
		}
		if again := String(x.Folded); again != x.Folded {
			t.Fatalf("folding %q twice gives %q, once %q", s, again, x.Folded)
		}
		for i := 0; i <= len(x.Folded); i++ {
			for _, j := range []int{i, len(x.Folded)} {
				start, end := x.Original(i, j)
				if start < 0 || start > end || end > len(s) {
					t.Fatalf("Original(%d, %d) = %d, %d of %d bytes", i, j, start, end, len(s))
				}
			}
		}
	})
}

func TestRuneIsAppendRune(t *testing.T) {
	for r := rune(-1); r < 0x2100; r++ {
		if got, want := Rune(r), string(AppendRune(nil, r)); got != want {
			t.Fatalf("Rune(%U) = %q, AppendRune gives %q", r, got, want)
		}
	}
}

package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

const (
	russian = "Заявление министров иностранных дел государств – членов Организации о положении на Ближнем Востоке. Министры выражают озабоченность."
	english = "The Ministers’ statement — on “security” and the Côte d’Ivoire situation, as the délégation noted."
)

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	plain := strings.NewReplacer("–", "-").Replace(russian)
	for _, c := range []struct {
		name, text, declared, charset string
		enc                           encoding.Encoding
		note                          string
	}{
		{"utf-8", russian, "", "utf-8", encoding.Nop, ""},
		{"utf-8 declared otherwise", russian, "windows-1251", "utf-8", encoding.Nop, "declared as windows-1251 but it is UTF-8"},
		{"declared", russian, "windows-1251", "windows-1251", charmap.Windows1251, ""},
		{"undeclared 1251", russian, "", "windows-1251", charmap.Windows1251, ""},
		{"undeclared KOI8-R", plain, "", "koi8-r", charmap.KOI8R, ""},
		{"undeclared 8859-5", plain, "", "iso-8859-5", charmap.ISO8859_5, ""},
		{"undeclared 866", plain, "", "ibm866", charmap.CodePage866, ""},
		{"undeclared 1252", english, "", "windows-1252", charmap.Windows1252, ""},
		{"declared utf-8 but 1251", russian, "utf-8", "windows-1251", charmap.Windows1251, "declared as utf-8 but it reads as windows-1251"},
		{"declared latin1 but 1251", russian, "iso-8859-1", "windows-1251", charmap.Windows1251, "declared as iso-8859-1 but it reads as windows-1251"},
		{"utf-16", russian, "", "utf-16le", textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM), ""},
		{"utf-16 without mark", russian, "", "utf-16be", textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM), ""},
		{"utf-16 english", english, "", "utf-16le", textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM), ""},
		{"ascii", "plain", "koi8-r", "us-ascii", encoding.Nop, ""},
	} {
		got := Decode(encode(t, c.enc, c.text), c.declared)
		if got.Text != c.text || got.Charset != c.charset || got.Note != c.note {
			t.Errorf("%s: %s %q %.60q, want %s %q", c.name, got.Charset, got.Note, got.Text, c.charset, c.note)
		}
	}
}

func TestMend(t *testing.T) {
	// Programs that read bytes wrongly keep those that the encoding leaves
	// undefined as control characters.
	read := func(e *charmap.Charmap, b []byte) string {
		var s strings.Builder
		for _, c := range b {
			r := e.DecodeByte(c)
			if r == utf8.RuneError {
				r = rune(c)
			}
			s.WriteRune(r)
		}
		return s.String()
	}
	plain := strings.NewReplacer("–", "-").Replace(russian)
	for name, spoilt := range map[string]string{
		"UTF-8 read as windows-1252":        read(charmap.Windows1252, []byte(plain)),
		"UTF-8 read as windows-1251":        read(charmap.Windows1251, []byte(plain)),
		"windows-1251 read as windows-1252": read(charmap.Windows1252, encode(t, charmap.Windows1251, plain)),
		"KOI8-R read as windows-1251":       read(charmap.Windows1251, encode(t, charmap.KOI8R, plain)),
	} {
		got := Decode([]byte(spoilt), "utf-8")
		if got.Text != plain || !strings.Contains(got.Note, name) {
			t.Errorf("%s: note %q, text %.60q", name, got.Note, got.Text)
		}
	}
	for _, s := range []string{english, russian, "Société générale — déjà vu, naïveté", "ЗАЯВЛЕНИЕ ГЛАВ ГОСУДАРСТВ О ПОЛОЖЕНИИ", "Заява Міністерства закордонних справ України", "日本国政府の声明について"} {
		if got := Decode([]byte(s), ""); got.Text != s || got.Note != "" {
			t.Errorf("%q became %q with note %q", s, got.Text, got.Note)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(russian), "windows-1251")
	f.Add([]byte("\xff\xfea\x00"), "")
	f.Add([]byte{0xEF, 0xBB, 0xBF, 0xff}, "utf-8")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		if d := Decode(b, declared); d.Charset == "" {
			t.Fatal("no charset named")
		}
	})
}

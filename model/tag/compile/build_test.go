package compile

import (
	"strings"
	"testing"

	"cstoread/model/tag"
)

// open compiles tables given as file names and texts by turns.
func open(t *testing.T, parts ...string) *tag.Tables {
	t.Helper()
	m, err := Build(files(parts))
	if err != nil {
		t.Fatal(err)
	}
	tables, err := tag.Open(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func files(parts []string) (out []File) {
	for i := 0; i+1 < len(parts); i += 2 {
		out = append(out, File{Name: parts[i], Text: parts[i+1]})
	}
	return out
}

// What the format promises, one property a line.
func TestFormat(t *testing.T) {
	tables := open(t,
		"countries.txt", `
# a comment
[AA Aland of Tests]
alpha3 AAA
name =Aland | Guinea-Bissau | Cote d'Ivoire | Korea, Republic of | Iran (Islamic Republic of) | Trinidad & Tobago | Congo - Kinshasa
demonym Alander
abbr U.S. | BiH
prefix Russo
capital Bigtown
[BB Saints]
name Saint Lucia
[AA+BB both]
name both lands`,
		"topics.txt", "[x Upper]\n[x.y Lower]\ncue organi?ation of tests | counter-terroris*\n",
		"shadows.txt", "[river Rivers]\nphrase Aland River\n")
	for _, c := range []struct{ text, want string }{
		{"Aland", "AA"},
		{"aland", ""},
		{"ALAND", "AA"},
		{"Alander and Alanders", "AA AA"},
		{"Guinea Bissau", "AA"},
		{"guinea-\nbissau", "AA"},
		{"GUINEA-\nBISSAU", "AA"},
		{"ALAN-\nDER", "AA"},
		{"Côte d’Ivoire", "AA"},
		{"Korea, Republic of", "AA"},
		{"Korea Republic of", ""},
		{"Iran (Islamic Republic of)", "AA"},
		{"Trinidad and Tobago", "AA"},
		{"Congo – Kinshasa", "AA"},
		{"Congo-Kinshasa", ""},
		{"the U.S. and U. S. but not US", "AA AA"},
		{"BiH, BIH, bih", "AA AA"},
		{"Russo-Turkish", "AA"},
		{"Russo ran", ""},
		{"Bigtown bigtown", "AA"},
		{"St. Lucia, St Lucia", "BB BB"},
		{"both lands", "AA BB"},
		{"the Aland River", ""},
		{"organization of tests, organisation of tests", "x.y x.y"},
		{"counterterrorism", "x.y"},
		{"counter-terrorist", "x.y"},
	} {
		var got []string
		for _, m := range tables.Tag(nil, c.text, "") {
			got = append(got, m.Code)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

// Mistakes in the tables are told with their place.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"file", "rivers.txt", "[a b]", "rivers.txt: the name of a table"},
		{"head", "countries.txt", "[AA", "countries.txt:1: the stanza's head"},
		{"no stanza", "countries.txt", "\nname A", "countries.txt:2: a line before"},
		{"rule", "countries.txt", "[AA a]\nguard nonsense A", `countries.txt:2: no rule is named "nonsense"`},
		{"twice", "countries.txt", "[AA a]\nname X\n[BB b]\nname X", `countries.txt:4: "X" of BB stands already at AA countries.txt:2`},
		{"weight", "countries.txt", "[AA a]\nname:2 X", "countries.txt:2"},
		{"nothing", "countries.txt", "[AA a]\nname ...", `countries.txt:2: "..." has no word in it`},
		{"word", "words.txt", "[c]\nword two words", `words.txt:2: "two words" is not one word`},
	} {
		_, err := Build(files([]string{c.file, c.text}))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

// A damaged image is refused, never read.
func TestDamagedImage(t *testing.T) {
	m, err := Build(files([]string{"countries.txt", "[AA a]\nname X"}))
	if err != nil {
		t.Fatal(err)
	}
	image := m.Encode()
	for i := range image {
		bad := append([]byte(nil), image...)
		bad[i] ^= 0x55
		if _, err := tag.Open(bad); err == nil {
			t.Fatalf("byte %d changed: no error", i)
		}
		if _, err := tag.Open(image[:i]); err == nil {
			t.Fatalf("cut at byte %d: no error", i)
		}
	}
}

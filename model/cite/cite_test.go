package cite

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cstoread/model"
)

func date(t testing.TB, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var (
	full = model.Header{
		ID: "2019-11-27-middle-east", Title: "Statement on the Middle East", Issuer: "Foreign Ministers of the CSTO",
		Date: model.Date{Year: 2019, Month: 11, Day: 27}, Place: "Bishkek", Kind: model.KindStatement, Language: "en",
		Source: "https://example.org/a_b?c=d&e=f#g", Retrieved: model.Date{Year: 2020, Month: 1, Day: 2},
	}
	bare    = model.Header{ID: "bare", Title: "Who stands where?"}
	russian = model.Header{
		ID: "2020-ru", Title: "Заявление о ситуации в «Сирии»", Issuer: "Совет министров иностранных дел ОДКБ",
		Date: model.Date{Year: 2020}, Place: "Москва", Kind: model.KindDeclaration, Language: "ru", Source: "https://example.org/ru",
	}
	odd = model.Header{
		ID: "odd", Title: `50% of "A & B" {x} \y_z $1 #2 ~^ “C”.`, Issuer: "Ministry, A & B",
		Date: model.Date{Year: 2004, Month: 12, Day: 6, EndMonth: 12, EndDay: 7}, Kind: model.KindNews,
	}
	undated = model.Header{ID: "undated", Title: "On peace", Issuer: "U.N.", Source: "https://example.org/{x} y", Retrieved: model.Date{Year: 2020, Month: 1, Day: 2}}
)

func TestProse(t *testing.T) {
	for _, c := range []struct {
		style Style
		item  Item
		want  string
	}{
		{Plain, Item{full, 0, 0}, "Foreign Ministers of the CSTO, “Statement on the Middle East”, Bishkek, 27 November 2019, https://example.org/a_b?c=d&e=f#g (accessed 2 January 2020)."},
		{Plain, Item{full, 7, 7}, "Foreign Ministers of the CSTO, “Statement on the Middle East”, Bishkek, 27 November 2019, para. 7, https://example.org/a_b?c=d&e=f#g (accessed 2 January 2020)."},
		{Plain, Item{full, 7, 9}, "Foreign Ministers of the CSTO, “Statement on the Middle East”, Bishkek, 27 November 2019, paras. 7–9, https://example.org/a_b?c=d&e=f#g (accessed 2 January 2020)."},
		{Plain, Item{bare, 1, 1}, "“Who stands where?”, n.d., para. 1."},
		{Plain, Item{russian, 0, 0}, "Совет министров иностранных дел ОДКБ, “Заявление о ситуации в «Сирии»”, Москва, 2020, https://example.org/ru."},
		{Plain, Item{odd, 2, 2}, `Ministry, A & B, “50% of ‘A & B’ {x} \y_z $1 #2 ~^ ‘C’.”, 6–7 December 2004, para. 2.`},

		{Chicago, Item{full, 7, 7}, "Foreign Ministers of the CSTO, “Statement on the Middle East,” Bishkek, November 27, 2019, para. 7, accessed January 2, 2020, https://example.org/a_b?c=d&e=f#g."},
		{Chicago, Item{full, 0, 0}, "Foreign Ministers of the CSTO, “Statement on the Middle East,” Bishkek, November 27, 2019, accessed January 2, 2020, https://example.org/a_b?c=d&e=f#g."},
		{Chicago, Item{bare, 0, 0}, "“Who stands where?” n.d."},
		{Chicago, Item{bare, 3, 3}, "“Who stands where?” n.d., para. 3."},
		{Chicago, Item{russian, 2, 4}, "Совет министров иностранных дел ОДКБ, “Заявление о ситуации в «Сирии»,” Москва, 2020, paras. 2–4, https://example.org/ru."},
		{Chicago, Item{odd, 0, 0}, `Ministry, A & B, “50% of ‘A & B’ {x} \y_z $1 #2 ~^ ‘C’,” December 6–7, 2004.`},

		{APA, Item{full, 0, 0}, "Foreign Ministers of the CSTO. (2019, November 27). Statement on the Middle East. https://example.org/a_b?c=d&e=f#g"},
		{APA, Item{full, 7, 7}, "Foreign Ministers of the CSTO. (2019, November 27). Statement on the Middle East. https://example.org/a_b?c=d&e=f#g\n(Foreign Ministers of the CSTO, 2019, para. 7)"},
		{APA, Item{bare, 1, 2}, "Who stands where? (n.d.).\n(“Who stands where?,” n.d., paras. 1–2)"},
		{APA, Item{russian, 0, 0}, "Совет министров иностранных дел ОДКБ. (2020). Заявление о ситуации в «Сирии». https://example.org/ru"},
		{APA, Item{undated, 0, 0}, "U.N. (n.d.). On peace. Retrieved January 2, 2020, from https://example.org/{x} y"},
		{APA, Item{odd, 1, 1}, "Ministry, A & B. (2004, December 6–7). " + odd.Title + "\n(Ministry, A & B, 2004, para. 1)"},
	} {
		if got := One(c.style, c.item); got != c.want {
			t.Errorf("%s of %s:\n got %s\nwant %s", c.style, c.item.reference(), got, c.want)
		}
	}
}

func TestMonthOnly(t *testing.T) {
	h := model.Header{ID: "x", Title: "T", Date: date(t, "2019-11")}
	for style, want := range map[Style]string{
		Plain: "“T”, November 2019.", Chicago: "“T,” November 2019.", APA: "T. (2019, November).",
	} {
		if got := One(style, Item{Header: h}); got != want {
			t.Errorf("%s: %s", style, got)
		}
	}
	over := model.Header{ID: "x", Title: "T", Date: date(t, "2004-11-30/12-01")}
	if got := One(Chicago, Item{Header: over}); got != "“T,” November 30–December 1, 2004." {
		t.Error(got)
	}
}

func TestBibTeX(t *testing.T) {
	for _, c := range []struct {
		item Item
		want string
	}{
		{Item{full, 7, 9}, `@misc{2019-11-27-middle-east-p7-9,
  author       = {{Foreign Ministers of the CSTO}},
  title        = {{Statement on the Middle East}},
  year         = {2019},
  month        = nov,
  day          = {27},
  address      = {Bishkek},
  howpublished = {Statement},
  url          = {https://example.org/a_b?c=d&e=f#g},
  urldate      = {2020-01-02},
  language     = {en},
  note         = {Paras. 7--9}
}`},
		{Item{bare, 0, 0}, "@misc{bare,\n  title        = {{Who stands where?}}\n}"},
		{Item{odd, 0, 0}, `@misc{odd,
  author       = {{Ministry, A \& B}},
  title        = {{50\% of "A \& B" \textbraceleft{}x\textbraceright{} \textbackslash{}y\_z \$1 \#2 \textasciitilde{}\textasciicircum{} “C”.}},
  year         = {2004},
  month        = dec,
  day          = {6},
  howpublished = {News}
}`},
		{Item{undated, 0, 0}, `@misc{undated,
  author       = {{U.N.}},
  title        = {{On peace}},
  url          = {https://example.org/%7Bx%7D%20y},
  urldate      = {2020-01-02}
}`},
	} {
		if d := cmp.Diff(c.want, One(BibTeX, c.item)); d != "" {
			t.Error(d)
		}
	}
}

func TestCSLJSON(t *testing.T) {
	var got []map[string]any
	if err := json.Unmarshal([]byte(All(CSLJSON, []Item{{full, 7, 7}, {odd, 0, 0}, {bare, 0, 0}})), &got); err != nil {
		t.Fatal(err)
	}
	parts := func(p ...any) map[string]any { return map[string]any{"date-parts": p} }
	want := []map[string]any{
		{
			"id": "2019-11-27-middle-east#p7", "type": "document", "title": full.Title, "author": []any{map[string]any{"literal": full.Issuer}},
			"issued": parts([]any{2019., 11., 27.}), "publisher-place": "Bishkek", "genre": "statement", "URL": full.Source,
			"accessed": parts([]any{2020., 1., 2.}), "language": "en", "note": "para. 7",
		},
		{
			"id": "odd", "type": "webpage", "title": odd.Title, "author": []any{map[string]any{"literal": odd.Issuer}},
			"issued": parts([]any{2004., 12., 6.}, []any{2004., 12., 7.}), "genre": "news",
		},
		{"id": "bare", "type": "document", "title": bare.Title},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if got := All(CSLJSON, nil); got != "[]\n" {
		t.Errorf("of nothing: %q", got)
	}
}

func TestRIS(t *testing.T) {
	want := "TY  - GOVDOC\nID  - 2019-11-27-middle-east#p7\nAU  - Foreign Ministers of the CSTO\nTI  - Statement on the Middle East\n" +
		"PY  - 2019\nDA  - 2019/11/27/\nCY  - Bishkek\nM3  - statement\nUR  - https://example.org/a_b?c=d&e=f#g\nY2  - 2020/01/02/\nLA  - en\nN1  - para. 7\nER  - \n"
	if d := cmp.Diff(want, All(RIS, []Item{{full, 7, 7}})); d != "" {
		t.Error(d)
	}
	if got := One(RIS, Item{Header: russian}); !strings.Contains(got, "\nDA  - 2020///\n") {
		t.Error(got)
	}
}

func TestParseStyle(t *testing.T) {
	for _, style := range Styles() {
		if got, err := ParseStyle(strings.ToUpper(string(style))); got != style || err != nil {
			t.Error(got, err)
		}
	}
	if _, err := ParseStyle("mla\x1b"); err == nil || strings.Contains(err.Error(), "\x1b") {
		t.Error(err)
	}
}

// However odd a header is, the entry's braces match and JSON is JSON.
func FuzzFormats(f *testing.F) {
	f.Add(`a{b}\"`, "c & d", "https://x/}{")
	f.Fuzz(func(t *testing.T, title, issuer, source string) {
		item := Item{Header: model.Header{ID: "x", Title: title, Issuer: issuer, Source: source}, First: 2, Last: 3}
		depth := 0
		for _, c := range One(BibTeX, item) {
			switch c {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 {
				break
			}
		}
		if depth != 0 {
			t.Errorf("braces do not match: %s", One(BibTeX, item))
		}
		if !json.Valid([]byte(All(CSLJSON, []Item{item}))) {
			t.Error("not JSON")
		}
		for _, style := range Styles() {
			One(style, item)
		}
	})
}

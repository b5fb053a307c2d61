package tag_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"cstoread/model"
	"cstoread/model/tag"
)

// symbols are the resolutions in a text, in the order in which they stand.
func symbols(mentions []model.Mention) string {
	var out []string
	for _, m := range mentions {
		if m.Kind == model.MentionInstrument && strings.Contains(m.Code, "/RES/") {
			out = append(out, m.Code)
		}
	}
	return strings.Join(out, ", ")
}

func TestResolutions(t *testing.T) {
	tables := tables(t)
	for _, c := range []struct{ text, want string }{
		// One number.
		{"in accordance with resolution 2254", "S/RES/2254"},
		{"in accordance with resolution 2254 (2015).", "S/RES/2254 (2015)"},
		{"in accordance with UNSCR 2254 (2015)", "S/RES/2254 (2015)"},
		{"UNSCR2254", ""},
		{"in accordance with UN SC 2231.", "S/RES/2231"},
		{"under UN SCR 1244", "S/RES/1244"},
		{"under UNSC 2231", "S/RES/2231"},
		{"UNSC Res. 1325", "S/RES/1325"},
		{"UNSC Resolution 1325", "S/RES/1325"},
		{"Resolution No. 1325 on women", "S/RES/1325"},
		{"resolution number 1325", "S/RES/1325"},
		{"Resolution № 1325", "S/RES/1325"},
		{"Security Council resolution 47", "S/RES/47"},
		{"U.N. Security Council Resolution 1973", "S/RES/1973"},
		{"the Security Council has unanimously adopted resolution 2118", "S/RES/2118"},
		{"Resolution 1540 of the UN Security Council", "S/RES/1540"},
		{"the resolution of the UN Security Council 2254", "S/RES/2254"},
		{"RESOLUTION 1701 (2006)", "S/RES/1701 (2006)"},
		{"resolution\u00a01701\u00a0(2006)", "S/RES/1701 (2006)"},
		{"UNSCR 2231/2015", "S/RES/2231 (2015)"},
		{"S/RES/2254 (2015)", "S/RES/2254 (2015)"},
		{"S/RES/2254(2015)", "S/RES/2254 (2015)"},
		{"S/RES/242", "S/RES/242"},
		{"UN Security Council resolution 2015 (2011)", "S/RES/2015 (2011)"},

		// Lists and ranges.
		{"UN SC resolutions 242 and 497 regarding the Syrian Golan", "S/RES/242, S/RES/497"},
		{"resolutions 1267 (1999), 1989 (2011) and 2253 (2015)", "S/RES/1267 (1999), S/RES/1989 (2011), S/RES/2253 (2015)"},
		{"resolutions 1701, 1559 and 1680", "S/RES/1701, S/RES/1559, S/RES/1680"},
		{"Security Council resolutions 242, 338, as well as 1515", "S/RES/242, S/RES/338, S/RES/1515"},
		{"resolutions 2231 to 2235", "S/RES/2231, S/RES/2232, S/RES/2233, S/RES/2234, S/RES/2235"},
		{"Security Council resolutions 2231–2233", "S/RES/2231, S/RES/2232, S/RES/2233"},
		{"resolutions ES-10/1 - ES-10/3", "A/RES/ES-10/1, A/RES/ES-10/2, A/RES/ES-10/3"},
		{"UNSCRs 242, 338 and 1397", "S/RES/242, S/RES/338, S/RES/1397"},
		{"S/RES/2254 (2015), S/RES/2268 (2016) and S/RES/2336 (2016)", "S/RES/2254 (2015), S/RES/2268 (2016), S/RES/2336 (2016)"},
		{"resolution 2254 and resolution 2268", "S/RES/2254, S/RES/2268"},
		{"resolutions 1267/1989/2253", "S/RES/1267, S/RES/1989, S/RES/2253"},
		{"resolutions Nos. 541 and 550", "S/RES/541, S/RES/550"},
		{"resolutions 242 and 338, 15 members voting", "S/RES/242, S/RES/338"},
		{"resolution 2254 and 300 soldiers", "S/RES/2254"},
		{"resolution 2254, 15 of them", "S/RES/2254"},
		{"resolution 1244 (1999) and 1990 was a year", "S/RES/1244 (1999)"},

		// The General Assembly.
		{"A/RES/75/240", "A/RES/75/240"},
		{"General Assembly resolution 68/262", "A/RES/68/262"},
		{"resolution 68/262 of the General Assembly", "A/RES/68/262"},
		{"resolution 68/262", "A/RES/68/262"},
		{"resolutions 75/240 and 76/19", "A/RES/75/240, A/RES/76/19"},
		{"resolution 46/36 L", "A/RES/46/36L"},
		{"General Assembly resolution 46/36L", "A/RES/46/36L"},
		{"GA resolution 377 A (V)", "A/RES/377 (V)"},
		{"UNGA Resolution 377", "A/RES/377"},
		{"resolution 181 (II)", "A/RES/181 (II)"},
		{"resolution 2758 (XXVI)", "A/RES/2758 (XXVI)"},
		{"resolution 3201 (S-VI)", "A/RES/3201 (S-VI)"},
		{"UN General Assembly Resolution 2758", "A/RES/2758"},
		{"resolution 194 on the refugees", "A/RES/194"},
		{"resolution 3379", "A/RES/3379"},
		{"resolution ES-11/1", "A/RES/ES-11/1"},
		{"A/RES/ES-11/1", "A/RES/ES-11/1"},
		{"resolution S-10/2", "A/RES/S-10/2"},
		{"resolutions 242 (1967) of the Security Council and 181 (II) of the General Assembly", "S/RES/242 (1967), A/RES/181 (II)"},
		{"General Assembly resolution 194 and Security Council resolution 242", "A/RES/194, S/RES/242"},

		// Russian.
		{"резолюции 2254 СБ ООН", "S/RES/2254"},
		{"резолюциями СБ ООН 242 и 338", "S/RES/242, S/RES/338"},
		{"резолюция Совета Безопасности ООН № 1325", "S/RES/1325"},
		{"в соответствии с резолюцией 2202 (2015) Совета Безопасности", "S/RES/2202 (2015)"},
		{"резолюции Генеральной Ассамблеи ООН 68/262", "A/RES/68/262"},
		{"резолюций 1267, 1373 и 1540", "S/RES/1267, S/RES/1373, S/RES/1540"},
		{"на основе СБ ООН 2231", "S/RES/2231"},

		// What is none.
		{"Committee 1267 and the 1718 Committee met in 2015", ""},
		{"the resolution 1267 Committee", ""},
		{"S/2015/1000 and S/PRST/2014/14", ""},
		{"draft resolution A/C.1/75/L.50", ""},
		{"the draft resolution S/2019/756", ""},
		{"draft resolution 120", ""},
		{"проект резолюции 120", ""},
		{"a New Year's resolution 2019", ""},
		{"the resolution of 2015", ""},
		{"the 2015 resolution", ""},
		{"decision 2254 of the Permanent Council", ""},
		{"paragraph 5 of the resolution", ""},
		{"resolution 5", ""},
		{"Human Rights Council resolution 16/18", ""},
		{"A/HRC/RES/16/18", ""},
		{"resolution 60/12 of the Human Rights Council", ""},
		{"PACE Resolution 1633 (2008)", ""},
		{"Resolution 1633 (2008) of the Parliamentary Assembly", ""},
		{"House Resolution 296", ""},
		{"H.Res. 296", ""},
		{"S.Res. 150", ""},
		{"the IAEA Board of Governors adopted resolution 120", ""},
		{"a screen resolution 1080", ""},
		{"a resolution 1920x1080", ""},
		{"a resolution 600 dpi", ""},
		{"UNSC 15 members", ""},
		{"the UNSC 2016 session", ""},
		{"conflict resolution, 120 talks", ""},
		{"resolution 9999", ""},
	} {
		got := tables.Tag(nil, c.text, "")
		if symbols(got) != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, symbols(got), c.want)
		}
	}
}

func TestResolutionSpans(t *testing.T) {
	text := "UN SC resolutions 242 (1967) and 497; resolutions 2231 to 2233; S/RES/2254 (2015)."
	want := []string{"resolutions 242 (1967)", "497", "resolutions 2231 to 2233", "resolutions 2231 to 2233", "resolutions 2231 to 2233", "S/RES/2254 (2015)"}
	var got []string
	for _, m := range tables(t).Tag(nil, text, "en") {
		if m.Kind == model.MentionInstrument {
			got = append(got, m.Text)
		}
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestResolutionInfo holds the addresses, and with them the years of the
// Council's resolutions, against resolutions whose years are well known.
func TestResolutionInfo(t *testing.T) {
	tables := tables(t)
	for symbol, address := range map[string]string{
		"S/RES/1": "S/RES/1(1946)", "S/RES/47": "S/RES/47(1948)", "S/RES/242": "S/RES/242(1967)",
		"S/RES/338": "S/RES/338(1973)", "S/RES/425": "S/RES/425(1978)", "S/RES/435": "S/RES/435(1978)",
		"S/RES/478": "S/RES/478(1980)", "S/RES/497": "S/RES/497(1981)", "S/RES/541": "S/RES/541(1983)",
		"S/RES/550": "S/RES/550(1984)", "S/RES/598": "S/RES/598(1987)", "S/RES/678": "S/RES/678(1990)",
		"S/RES/687": "S/RES/687(1991)", "S/RES/713": "S/RES/713(1991)", "S/RES/757": "S/RES/757(1992)",
		"S/RES/822": "S/RES/822(1993)", "S/RES/955": "S/RES/955(1994)", "S/RES/1031": "S/RES/1031(1995)",
		"S/RES/1160": "S/RES/1160(1998)", "S/RES/1244": "S/RES/1244(1999)", "S/RES/1267": "S/RES/1267(1999)",
		"S/RES/1325": "S/RES/1325(2000)", "S/RES/1373": "S/RES/1373(2001)", "S/RES/1441": "S/RES/1441(2002)",
		"S/RES/1540": "S/RES/1540(2004)", "S/RES/1559": "S/RES/1559(2004)", "S/RES/1701": "S/RES/1701(2006)",
		"S/RES/1737": "S/RES/1737(2006)", "S/RES/1803": "S/RES/1803(2008)", "S/RES/1860": "S/RES/1860(2009)",
		"S/RES/1929": "S/RES/1929(2010)", "S/RES/1973": "S/RES/1973(2011)", "S/RES/2042": "S/RES/2042(2012)",
		"S/RES/2118": "S/RES/2118(2013)", "S/RES/2166": "S/RES/2166(2014)", "S/RES/2202": "S/RES/2202(2015)",
		"S/RES/2231": "S/RES/2231(2015)", "S/RES/2254": "S/RES/2254(2015)", "S/RES/2334": "S/RES/2334(2016)",
		"S/RES/2375": "S/RES/2375(2017)", "S/RES/2451": "S/RES/2451(2018)", "S/RES/2510": "S/RES/2510(2020)",
		"S/RES/2593": "S/RES/2593(2021)", "S/RES/2623": "S/RES/2623(2022)", "S/RES/2720": "S/RES/2720(2023)",
		"S/RES/2728": "S/RES/2728(2024)", "S/RES/2803": "S/RES/2803(2025)",
		"S/RES/2254 (2015)": "S/RES/2254(2015)", "A/RES/75/240": "A/RES/75/240", "A/RES/ES-11/1": "A/RES/ES-11/1",
		"A/RES/181": "A/RES/181(II)", "A/RES/2758 (XXVI)": "A/RES/2758(XXVI)", "A/RES/1000": "", "S/RES/3100": "",
	} {
		name, got := tables.InstrumentInfo(symbol)
		if address != "" {
			address = "https://undocs.org/" + address
		}
		if got != address || name == "" {
			t.Errorf("%s: got %q %q, want %q", symbol, name, got, address)
		}
	}
	if name, address := tables.InstrumentInfo("no such thing"); name != "" || address != "" {
		t.Errorf("an unknown symbol has %q %q", name, address)
	}
}

// TestResolutionRejected shows why a number is no resolution.
func TestResolutionRejected(t *testing.T) {
	for text, because := range map[string]string{
		"European Parliament resolution 1633 (2008)": "adopted by another body",
		"draft resolution 120":                       "a draft",
		"resolution 2019":                            "no body named, and the number may mean anything",
	} {
		var got []string
		for _, r := range tables(t).Explain(text, "en").Rejected {
			if r.Rule == "resolution-of-another-body" {
				got = append(got, r.Because)
			}
		}
		if strings.Join(got, "|") != because {
			t.Errorf("%q: got %q, want %q", text, got, because)
		}
	}
}

func FuzzResolutions(f *testing.F) {
	for _, s := range []string{
		"resolutions 242 (1967), 338 and 497", "S/RES/2254(2015)", "resolution 377 A (V)", "ES-10/1 - ES-10/5",
		"резолюции 2254 СБ ООН", "resolution (", "resolution 68/", "S/RES/", "resolutions 1 to 9999", "resolution ES-",
		"UN SC 2231 - 2233 – 2234", "resolution No", "A/RES/S-10/2 (S-VI", "resolution 1267/1989/2253",
	} {
		f.Add(s)
	}
	raw, err := compiled()
	if err != nil {
		f.Fatal(err)
	}
	t, err := tag.Open(raw)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(test *testing.T, text string) {
		for _, m := range t.Tag(nil, text, "") {
			if m.Start < 0 || m.End > len(text) || m.Start >= m.End || text[m.Start:m.End] != m.Text {
				test.Fatalf("%q: %+v", text, m)
			}
			if utf8.ValidString(text) && !utf8.ValidString(m.Text) {
				test.Fatalf("%q: %+v cuts a character", text, m)
			}
			if strings.Contains(m.Code, "/RES/") {
				if name, _ := t.InstrumentInfo(m.Code); name == "" {
					test.Fatalf("%q: nothing is known of %q", text, m.Code)
				}
			}
		}
	})
}

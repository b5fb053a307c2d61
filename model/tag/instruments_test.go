package tag_test

import (
	"strings"
	"testing"

	"cstoread/model"
)

// instruments are the instruments in a text that are no resolutions.
func instruments(mentions []model.Mention) string {
	var out []string
	for _, m := range mentions {
		if m.Kind == model.MentionInstrument {
			out = append(out, m.Code)
		}
	}
	return strings.Join(out, ", ")
}

func TestInstruments(t *testing.T) {
	tables := tables(t)
	for _, c := range []struct{ text, want, countries string }{
		{"the Joint Comprehensive Action Plan (JCAP)", "JCPOA, JCPOA", "ir"},
		{"the Iran nuclear deal", "JCPOA", "IR"},
		{"the Minsk agreements and the Normandy format", "Minsk agreements, Normandy format", "ua"},
		{"the Stockholm agreement", "Stockholm Agreement", "ye"},
		{"the Agreement on Disengagement between Israeli and Syrian forces", "1974 Disengagement Agreement", "IL SY"},
		{"the Paris Agreement on climate", "Paris Agreement", ""},
		{"the 1949 Geneva Conventions", "Geneva Conventions", ""},
		{"New START expires", "New START", ""},
		{"a new start in relations", "", ""},
		{"at the start I said", "", ""},
		{"add salt I say", "", ""},
		{"a comprehensive peace agreement", "", ""},
		{"the Comprehensive Peace Agreement", "Comprehensive Peace Agreement", "sd ss"},
		{"the Collective Security Treaty Organization", "", ""},
		{"Article 4 of the Collective Security Treaty", "Tashkent Treaty", ""},
		{"the Charter of the UN", "UN Charter", ""},
		{"Парижским соглашением", "Paris Agreement", ""},
		{"Минских договоренностей", "Minsk agreements", "ua"},
		{"ДНЯО и СВПД", "NPT, JCPOA", "ir"},
		{"Организация Договора о коллективной безопасности", "", ""},
		{"в Договоре о коллективной безопасности", "Tashkent Treaty", ""},
	} {
		got := tables.Tag(nil, c.text, "")
		if instruments(got) != c.want || countries(got) != c.countries {
			t.Errorf("%q: got %q %q, want %q %q", c.text, instruments(got), countries(got), c.want, c.countries)
		}
	}
}

func TestInstrumentInfo(t *testing.T) {
	for symbol, want := range map[string]string{
		"JCPOA":            "https://undocs.org/S/RES/2231(2015)",
		"UN Charter":       "https://www.un.org/en/about-us/un-charter",
		"Moscow format":    "",
		"Minsk agreements": "https://undocs.org/S/RES/2202(2015)",
	} {
		name, address := tables(t).InstrumentInfo(symbol)
		if name == "" || address != want {
			t.Errorf("%s: %q %q, want %q", symbol, name, address, want)
		}
	}
	if code, ok := tables(t).Instrument("Iran nuclear deal"); !ok || code != "JCPOA" {
		t.Errorf("Iran nuclear deal is %q, %v", code, ok)
	}
}

package query

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cstoread/model"
)

// paragraph makes a paragraph whose mentions are written [CODE:text] in it;
// [~CODE:text] is an implied one.
func paragraph(n int, marked string) model.Paragraph {
	p := model.Paragraph{N: n}
	for marked != "" {
		before, rest, found := strings.Cut(marked, "[")
		p.Text += before
		if !found {
			break
		}
		inner, after, _ := strings.Cut(rest, "]")
		code, text, _ := strings.Cut(inner, "|")
		m := model.Mention{Start: len(p.Text), Strength: model.StrengthNamed}
		if implied, ok := strings.CutPrefix(code, "~"); ok {
			code, m.Strength = implied, model.StrengthImplied
		}
		p.Text += text
		m.Code, m.End, m.Text = code, len(p.Text), text
		switch {
		case strings.Contains(code, "RES") || code == "JCPOA":
			m.Kind = model.MentionInstrument
		case strings.ToLower(code) == code:
			m.Kind = model.MentionTopic
		default:
			m.Kind = model.MentionCountry
		}
		p.Mentions = append(p.Mentions, m)
		marked = after
	}
	return p
}

func statement(h model.Header, title string, body ...string) *model.Statement {
	t := paragraph(0, title)
	h.Title = t.Text
	s := &model.Statement{Header: h, TitleMentions: t.Mentions}
	for i, b := range body {
		s.Body = append(s.Body, paragraph(i+1, b))
	}
	s.Paragraphs = len(s.Body)
	return s
}

func day(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var sample = statement(model.Header{
	ID: "a", Date: day("2019-11-27"), Place: "Bishkek City", Issuer: "Council of Foreign Ministers",
	Kind: model.KindStatement, Language: "en-GB", Added: day("2026-11-20"),
},
	"On the [mideast.gulf|Middle East] and [LY|Libya]",
	"[SY|Syria]’s sovereignty, and its “territorial\u00a0integrity”. No first-use of arms; [terror.acts|attacks] in [~IQ|Baghdad].",
	"The war in [LY|Libya] must end. Territorial, integrity of [SY|Syrian] lands under [S/RES/2254 (2015)|resolution 2254].",
	"Destabilizing acts. Two-State solution; the end of war, of the wars. Ünïted",
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
	}{
		{"", "[0 1 2 3]"},
		{"syria", "[1]"},
		{"syrian", "[2]"},
		{"libya war", "[2]"},
		{`"territorial integrity"`, "[1 2]"},
		{`"integrity no first"`, "[1]"},
		{`"end territorial"`, "[2]"},
		{`"of arms attacks"`, "[1]"},
		{`"baghdad the war"`, "[]"},
		{"two-state", "[3]"},
		{"state", "[3]"},
		{"united", "[3]"},
		{"unite", "[]"},
		{"destabil*", "[3]"},
		{"*stabil*", "[3]"},
		{"w*r*", "[2 3]"},
		{"*s* syrian", "[2]"},
		{`"in b*"`, "[1]"},
		{`"the w* in"`, "[2]"},
		{`"the w* of"`, "[]"},
		{`"the * of war"`, "[3]"},
		{`"* lands"`, "[2]"},
		{`"lands * * 2254 *"`, "[]"},
		{`"lands * * 2254"`, "[2]"},
		{`"*ing act*"`, "[3]"},
		{"country:SY", "[1 2]"},
		{"country:LY", "[0 2]"},
		{"country:SY,LY", "[0 1 2]"},
		{"country:SY country:LY", "[2]"},
		{"-country:SY", "[0 3]"},
		{"country:IQ", "[]"},
		{"topic:terror", "[1]"},
		{"topic:terror.acts", "[1]"},
		{"topic:terr", "[]"},
		{"resolution:S/RES/2254", "[2]"},
		{`instrument:"S/RES/2254 (2015)"`, "[2]"},
		{`resolution:"S/RES/2254 (2016)"`, "[]"},
		{"kind:statement", "[0 1 2 3]"},
		{"kind:news", "[]"},
		{"-kind:news war", "[2 3]"},
		{"place:bishkek", "[0 1 2 3]"},
		{"place:bish", "[]"},
		{`issuer:"foreign ministers"`, "[0 1 2 3]"},
		{"issuer:council,mfa war", "[2 3]"},
		{"language:en war", "[2 3]"},
		{"language:ru", "[]"},
		{"year:2019 war", "[2 3]"},
		{"year:2015..2018", "[]"},
		{"year:2015.. syria", "[1]"},
		{"after:2019-11-26 war", "[2 3]"},
		{"after:2019-11-27 war", "[2 3]"},
		{"after:2019-11-28", "[]"},
		{"after:2019 war", "[2 3]"},
		{"after:2020", "[]"},
		{"before:2019-11-28 war", "[2 3]"},
		{"before:2019-11-27", "[]"},
		{"before:2019-11", "[]"},
		{"before:2020 war", "[2 3]"},
		{"war OR country:SY", "[1 2 3]"},
		{"(war OR syria) -libya", "[1 3]"},
		{"-(war OR syria)", "[0]"},
		{"-a-word-that-is-nowhere", "[0 1 2 3]"},
		{`sovereignty near:2 integrity`, "[]"},
		{`sovereignty near:3 integrity`, "[1]"},
		{`integrity near:3 sovereignty`, "[1]"},
		{`"first use" near:1 arms`, "[1]"},
		{`libya near:1 war`, "[2]"},
		{`war near:0 war`, "[]"},
		{`war near:3 wars`, "[3]"},
		{`libya near:1 war near:0 the`, "[2]"},
		{`end near:3 war near:1 wars`, "[]"},
		{`end near:3 war near:2 wars`, "[3]"},
		{`/Two-State/`, "[3]"},
		{`/two-state/`, "[]"},
		{`/(?i)TWO.state/ war`, "[3]"},
		{`-/\d{4}/`, "[0 1 3]"},
		{"has:date has:resolution", "[2]"},
		{"has:topic", "[0 1]"},
		{"-has:source war", "[2 3]"},
		{"has:notes", "[]"},
		{"has:country war", "[2]"},
		{"is:unread war", "[]"},
		{"is:read is:bookmarked", "[2]"},
		{"added:3d war", "[2 3]"},
		{"added:2d", "[]"},
		{"added:1w syria", "[1]"},
		{"~war", "[2 3]"},
		{"~wars", "[2 3]"},
		{`~"the lands"`, "[]"},
		{`~"syrian land"`, "[2]"},
		{"syria destabilizing", "[]"},
		{"syria destabilizing scope:statement", "[1 3]"},
		{"syria -wars scope:statement", "[]"},
		{"syria -peace scope:statement", "[1]"},
		{"kind:statement -peace scope:statement", "[0 1 2 3]"},
		{"(kind:statement OR nowhere) scope:statement", "[0 1 2 3]"},
		{"(kind:statement OR syria) scope:statement", "[1]"},
	} {
		q := Parse(c.in, nil)
		if len(q.Problems) > 0 {
			t.Errorf("%s: %v", c.in, q.Problems)
		}
		m := Compile(q, Options{
			Today: day("2026-11-23"),
			Marks: MarksOf(model.Memory{Read: map[string]bool{"a": true}, Bookmarks: map[string]bool{"a#p2": true}}),
			Stem:  func(w string) string { return strings.TrimSuffix(w, "s") },
		})
		got := append([]int{}, m.Match(sample)...)
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s: matches %v, want %s", c.in, got, c.want)
		}
		all, none := m.Known(&sample.Header)
		if all && len(got) != 4 || none && len(got) > 0 {
			t.Errorf("%s: the header is said to tell all=%v none=%v", c.in, all, none)
		}
	}
}

func TestImplied(t *testing.T) {
	m := Compile(Parse("country:IQ", nil), Options{Implied: true})
	if got := m.Match(sample); !reflect.DeepEqual(got, []int{1}) {
		t.Errorf("got %v", got)
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		in, date string
		want     bool
	}{
		{"after:2019-05", "2019", false},
		{"before:2020", "2019", true},
		{"before:2019-12", "2019", false},
		{"after:2019", "2019", true},
		{"after:2019-01-02", "2019", false},
		{"year:2019", "2019-05", true},
		{"year:2019", "", false},
		{"before:2030", "", false},
		{"after:1900", "", false},
		{"-after:1900", "", true},
		{"after:2004-12-07", "2004-12-06/07", false},
		{"before:2004-12-07", "2004-12-06/07", false},
		{"after:2004-12-06", "2004-12-06/07", true},
		{"before:2004-12-08", "2004-12-06/07", true},
	} {
		s := statement(model.Header{Date: day(c.date)}, "t")
		if got := len(Compile(Parse(c.in, nil), Options{}).Match(s)) > 0; got != c.want {
			t.Errorf("%s of %q is %v", c.in, c.date, got)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"syria", 1, "Syria"},
		{`"territorial integrity"`, 1, "territorial\u00a0integrity"},
		{`"integrity no first use"`, 1, "integrity”. No first-use"},
		{"united", 3, "Ünïted"},
		{"war end libya", 2, "war|Libya|end"},
		{"-war country:LY,SY", 2, "country:Libya|country:Syrian"},
		{"libya country:LY resolution:S/RES/2254", 2, "Libya|country:Libya|instrument:resolution 2254"},
		{`"of war" war`, 3, "of war"},
		{"destabil* act*", 3, "Destabilizing|acts"},
		{"sovereignty near:3 integrity", 1, "sovereignty|integrity"},
		{"sovereignty near:1 integrity", 1, ""},
		{`/l[a-z]+s/`, 2, "lands"},
		{"topic:terror", 1, "topic:attacks"},
		{"kind:news OR arms", 1, "arms"},
	} {
		p, _ := sample.Paragraph(c.n)
		var got []string
		for _, s := range Compile(Parse(c.in, nil), Options{}).Spans(p) {
			text := p.Text[s.Start:s.End]
			if s.Kind != "" {
				text = string(s.Kind) + ":" + text
			}
			got = append(got, text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s in %d: %q, want %q", c.in, c.n, s, c.want)
		}
	}
}

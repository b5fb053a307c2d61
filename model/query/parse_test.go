package query

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// atlas is a small vocabulary.
type atlas map[string]string

func (a atlas) look(kind, s string) (string, bool) {
	code, ok := a[kind+strings.ToLower(strings.TrimSpace(s))]
	return code, ok
}
func (a atlas) Country(s string) (string, bool)    { return a.look("c:", s) }
func (a atlas) Topic(s string) (string, bool)      { return a.look("t:", s) }
func (a atlas) Instrument(s string) (string, bool) { return a.look("i:", s) }
func (a atlas) names(kind string) []string {
	var names []string
	for k := range a {
		if rest, ok := strings.CutPrefix(k, kind); ok && len(rest) > 3 {
			names = append(names, strings.ToUpper(rest[:1])+rest[1:])
		}
	}
	return names
}
func (a atlas) CountryNames() []string    { return a.names("c:") }
func (a atlas) TopicNames() []string      { return a.names("t:") }
func (a atlas) InstrumentNames() []string { return a.names("i:") }

var world = Names(atlas{
	"c:sy": "SY", "c:syria": "SY", "c:syrian": "SY", "c:syr": "SY",
	"c:ly": "LY", "c:libya": "LY", "c:saudi arabia": "SA", "c:sa": "SA",
	"t:terror": "terror", "t:terror.acts": "terror.acts", "t:un": "un",
	"i:2254": "S/RES/2254 (2015)", "i:s/res/2254(2015)": "S/RES/2254 (2015)",
	"i:s/res/2254 (2015)": "S/RES/2254 (2015)", "i:jcpoa": "JCPOA",
}, map[string]string{
	"war": `war OR "armed conflict"`, "wide": "Syria scope:statement",
	"loop": "a @loop", "bad": "country:Siria b",
})

// sketch writes a tree in a form that shows its structure.
func sketch(n Node) string {
	list := func(name string, nodes []Node) string {
		var s []string
		for _, c := range nodes {
			s = append(s, sketch(c))
		}
		return name + "[" + strings.Join(s, " ") + "]"
	}
	switch n := n.(type) {
	case nil:
		return ""
	case And:
		return list("and", n.Nodes)
	case Or:
		return list("or", n.Nodes)
	case Not:
		return list("not", []Node{n.Node})
	case Facet:
		return string(n.Field) + "=" + n.Code
	}
	return source(n)
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, tree, out string }{
		{"", "", ""},
		{"  war  peace ", "and[war peace]", "war peace"},
		{"“territorial integrity” now", `and["territorial integrity" now]`, `"territorial integrity" now`},
		{`a b OR c d`, "or[and[a b] and[c d]]", "a b OR c d"},
		{`a (b OR c) d`, "and[a or[b c] d]", "a (b OR c) d"},
		{`a AND b`, "and[a b]", "a b"},
		{`a and b or c`, "and[a and b or c]", "a and b or c"},
		{`-a NOT b -(c d) -(e OR f)`, "and[not[a] not[b] not[and[c d]] not[or[e f]]]", "-a -b -(c d) -(e OR f)"},
		{`--a NOT NOT b`, "and[a b]", "a b"},
		{`non-use`, "non-use", "non-use"},
		{`country:Syria`, "country=SY", "country:Syria"},
		{`country:SY,LY`, "or[country=SY country=LY]", "country:SY,LY"},
		{`country:SY OR country:LY`, "or[country=SY country=LY]", "country:SY,LY"},
		{`-country:"saudi arabia",syrian`, "not[or[country=SA country=SY]]", `-country:"saudi arabia",syrian`},
		{
			`c:sy lang:Russian res:2254 k:communique`,
			"and[country=SY language=ru resolution=S/RES/2254 (2015) kind=communiqué]",
			"country:sy language:Russian resolution:2254 kind:communique",
		},
		{`resolution:S/RES/2254(2015)`, "resolution=S/RES/2254 (2015)", `resolution:"S/RES/2254(2015)"`},
		{`res:1325,72/131,"A/RES/3314"`, "or[resolution=S/RES/1325 resolution=A/RES/72/131 resolution=A/RES/3314]", `resolution:1325,72/131,A/RES/3314`},
		{`instrument:s/res/1540(2004)`, "instrument=S/RES/1540 (2004)", `instrument:"s/res/1540(2004)"`},
		{`(resolution:2254)`, "resolution=S/RES/2254 (2015)", `resolution:2254`},
		{`place:"New York" issuer:MFA`, "and[place=new york issuer=mfa]", `place:"New York" issuer:MFA`},
		{
			`year:2015..2020 year:2019 y:2015.. year:..2016`,
			"and[year=2015..2020 year=2019 year=2015.. year=..2016]",
			"year:2015..2020 year:2019 year:2015.. year:..2016",
		},
		{`after:2019-11-27 before:2020`, "and[after=2019-11-27 before=2020]", "after:2019-11-27 before:2020"},
		{`a OR b scope:statement`, "or[a b]", "a OR b scope:statement"},
		{`"a b" near:5 c near:0 d e`, `and["a b" near:5 c near:0 d e]`, `"a b" near:5 c near:0 d e`},
		{`/a\/b c/ d`, `and[/a\/b c/ d]`, `/a\/b c/ d`},
		{`~war ~"of words" d*l`, `and[~war ~"of words" d*l]`, `~war ~"of words" d*l`},
		{`@war c`, "and[@war c]", "@war c"},
		{`10:30 Ministers: S/RES foo@bar`, "and[10:30 Ministers: S/RES foo@bar]", "10:30 Ministers: S/RES foo@bar"},
		{`has:date is:unread added:7D`, "and[has=date is=unread added=7d]", "has:date is:unread added:7D"},
		{`"OR" a"b"c`, `and["OR" a "b" c]`, `"OR" a "b" c`},
	} {
		q := Parse(c.in, world)
		if got := sketch(q.Root); got != c.tree {
			t.Errorf("Parse(%q) is %s, want %s", c.in, got, c.tree)
		}
		if got := q.String(); !strings.HasPrefix(got, c.out) {
			t.Errorf("Parse(%q) prints as %q, want %q", c.in, got, c.out)
		}
		if len(q.Problems) > 0 {
			t.Errorf("Parse(%q) has problems: %v", c.in, q.Problems)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ in, at, message, out string }{
		{`war country:Siria`, "Siria", `no country "Siria"; did you mean Syria?`, "war"},
		{`country:Siria,LY`, "Siria", `no country "Siria"; did you mean Syria?`, "country:LY"},
		{`topic:teror`, "teror", `no topic "teror"; did you mean Terror?`, ""},
		{`country:`, "country:", "expected a country after country:", ""},
		{`country:SY, LY`, "country:SY,", "expected a country after country:SY,", "country:SY LY"},
		{`kind:speach war`, "speach", `no kind: "speach"; did you mean speech?`, "war"},
		{`countri:SY a`, "countri", `no field "countri"; did you mean country:?`, "a"},
		{`i:SY a`, "i", `"i" could be issuer: or instrument: or is:`, "a"},
		{`after:27.11.2019`, "27.11.2019", "expected a date such as 2019-11-27, 2019-11 or 2019, not \"27.11.2019\"; did you mean 2019-11-27?", ""},
		{`before:2019-02-30`, "2019-02-30", "expected a date such as 2019-11-27, 2019-11 or 2019, not \"2019-02-30\"; did you mean 2019-02-28?", ""},
		{`year:2020..2015`, "2020..2015", "the range ends before it begins; did you mean 2015..2020?", ""},
		{`year:19`, "19", `expected a year such as 2019, or a range such as 2015..2020, not "19"`, ""},
		{`a "b c`, `"b c`, "expected a closing quote", `a "b c"`},
		{`a (b`, "(b", "expected a closing parenthesis", "a b"},
		{`a ) b`, ")", "no parenthesis is open here", "a b"},
		{`() a`, "()", "expected something between the parentheses", "a"},
		{`OR a`, "OR", "expected something to look for before OR", "a"},
		{`a OR`, "OR", "expected something to look for after OR", "a"},
		{`a - b`, "-", "expected what to exclude here", "a b"},
		{`a NOT`, "NOT", "expected what to exclude here", "a"},
		{`a … b`, "…", "expected letters or digits to look for", "a b"},
		{`a near:5`, "near:5", "near: stands between two words or phrases", "a"},
		{`a near:x b`, "near:x", "expected how many words may stand between, as in near:5", "a b"},
		{`near:3 b`, "near:3", "near: stands between two words or phrases", "b"},
		{`/a(/ b`, "/a(/", "expected a regular expression: missing closing ): `a(`", "b"},
		{`@nosuch b`, "@nosuch", `no query is saved as "nosuch"`, "b"},
		{`@bad`, "@bad", `in @bad: no country "Siria"; did you mean Syria?`, "@bad"},
		{`a OR (b scope:statement)`, "scope:statement", "scope: holds for the whole query; put it beside the other parts", "a OR b"},
		{`scope:all a`, "all", `expected statement or paragraph, not "all"`, "a"},
	} {
		q := Parse(c.in, world)
		if got := q.String(); got != c.out {
			t.Errorf("Parse(%q) leaves %q, want %q", c.in, got, c.out)
		}
		if len(q.Problems) == 0 {
			t.Errorf("Parse(%q) finds nothing wrong", c.in)
			continue
		}
		p := q.Problems[0]
		if got := c.in[p.Start:p.End]; got != c.at || p.Message != c.message {
			t.Errorf("Parse(%q): at %q: %s\nwant at %q: %s", c.in, got, p.Message, c.at, c.message)
		}
	}
}

func TestHiddenCharacters(t *testing.T) {
	q := Parse("war O\u200bR pea\x1b\u202ece country:Si\x00ria", world)
	if got := q.String(); got != "war OR peace" {
		t.Errorf("got %q", got)
	}
	if p := q.Problems[0]; p.Start != 28 || p.End != 34 {
		t.Errorf("problem at %d-%d, want at the value as typed", p.Start, p.End)
	}
}

func TestSavedQueries(t *testing.T) {
	if q := Parse("@wide b", world); !q.Wide || q.String() != "@wide b scope:statement" {
		t.Errorf("got %q, wide %v", q, q.Wide)
	}
	q := Parse("@loop", world)
	if len(q.Problems) != 1 || sketch(q.Root.(Saved).Node) != "a" {
		t.Errorf("a query that names itself: %q, %v", sketch(q.Root), q.Problems)
	}
	bomb := map[string]string{"a": "x " + strings.Repeat("@b ", 40), "b": strings.Repeat("@c ", 40) + "y", "c": strings.Repeat("@d ", 40), "d": "z"}
	if q := Parse("@a", Names(nil, bomb)); len(q.Problems) == 0 {
		t.Error("64,000 expansions raise no problem")
	}
}

// again checks that printing a query and reading it gives it back.
func again(t interface{ Fatalf(string, ...any) }, src string) {
	q := Parse(src, world)
	printed := q.String()
	p := Parse(printed, world)
	if !reflect.DeepEqual(p.Root, q.Root) || p.Wide != q.Wide {
		t.Fatalf("Parse(%q) is %s, printed %q, read again %s", src, sketch(q.Root), printed, sketch(p.Root))
	}
	for _, x := range q.Problems {
		if x.Start < 0 || x.Start > x.End || x.End > len(src) || x.Message == "" {
			t.Fatalf("Parse(%q): problem %+v", src, x)
		}
	}
	for i := range q.Chips(nil) {
		q.WithoutChip(i)
	}
	q.With(FieldCountry, "SY").Exclude(FieldCountry, "LY").Toggle(FieldCountry, "SY")
}

func TestPrintedQueryReadsTheSame(t *testing.T) {
	pieces := []string{
		"war", "peace-keeping", `"no first use"`, "OR", "OR", "NOT", "AND", "-", "(", ")", "(", ")",
		"country:SY", "country:SY,LY", `country:"saudi arabia"`, "country:x", "topic:terror", "year:2015..2020",
		"scope:statement", "near:3", "near:3", "/a b/", "~wars", "d*l", "@war", "@wide", "@loop", "place:a,b",
		`"`, "/", ":", "foo:", "foo:bar", "~", "*", ",", "resolution:S/RES/2254(2015)", "\u200b",
	}
	rapid.Check(t, func(t *rapid.T) {
		drawn := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 14).Draw(t, "pieces")
		glue := rapid.SampledFrom([]string{" ", " ", " ", ""})
		var b strings.Builder
		for _, p := range drawn {
			b.WriteString(p + glue.Draw(t, "glue"))
		}
		again(t, b.String())
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`country:SY,LY -topic:terror "a b" near:5 c OR (d e) scope:statement`,
		`((((`, "/[/", "~~a", "a near:", "@war @", "«а б» в", "\xff-\x00", "kind:", "OR OR", "year:2019-2020,",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) { again(t, src) })
}

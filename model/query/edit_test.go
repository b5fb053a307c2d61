package query

import (
	"fmt"
	"testing"
)

func TestEditing(t *testing.T) {
	const c = FieldCountry
	for _, x := range []struct {
		in   string
		edit func(Query) Query
		out  string
	}{
		{"", func(q Query) Query { return q.With(c, "SY") }, "country:SY"},
		{"war", func(q Query) Query { return q.With(c, "SY").With(c, "LY") }, "war country:SY,LY"},
		{"country:Syria war", func(q Query) Query { return q.With(c, "LY") }, "country:Syria,LY war"},
		{"country:SY war", func(q Query) Query { return q.With(c, "SY") }, "country:SY war"},
		{"country:SY,LY war", func(q Query) Query { return q.Without(c, "SY") }, "country:LY war"},
		{"country:SY war", func(q Query) Query { return q.Toggle(c, "SY") }, "war"},
		{"country:SY war", func(q Query) Query { return q.Exclude(c, "SY") }, "war -country:SY"},
		{"-country:SY", func(q Query) Query { return q.Exclude(c, "LY") }, "-country:SY,LY"},
		{"-country:SY,LY", func(q Query) Query { return q.With(c, "SY") }, "-country:LY country:SY"},
		{"a OR b", func(q Query) Query { return q.With(c, "SY") }, "(a OR b) country:SY"},
		{"country:SY -country:LY a", func(q Query) Query { return q.WithoutField(c) }, "a"},
		{"a b scope:statement", func(q Query) Query { return q.WithoutChip(0) }, "b scope:statement"},
		{"a b scope:statement", func(q Query) Query { return q.WithoutChip(2) }, "a b"},
		{"a b", func(q Query) Query { return q.WithoutChip(9) }, "a b"},
		{"country:SY", func(q Query) Query { return q.With(FieldTopic, "un") }, "country:SY topic:un"},
		{`country:SY OR country:SY`, func(q Query) Query { return q.Without(c, "SY") }, ""},
	} {
		if got := x.edit(Parse(x.in, world)).String(); got != x.out {
			t.Errorf("%q edited is %q, want %q", x.in, got, x.out)
		}
	}
	before := Parse("country:SY,LY a", world)
	before.Without(c, "SY")
	if got := before.String(); got != "country:SY,LY a" {
		t.Errorf("editing changed the original to %q", got)
	}
}

func TestChips(t *testing.T) {
	name := func(_ Field, code string) string {
		if code == "SY" {
			return "Syria"
		}
		return ""
	}
	q := Parse(`-country:SY,LY war "a b" year:2015..2020 (x OR y) @war after:2019 scope:statement`, world)
	var got string
	for _, c := range q.Chips(name) {
		got += fmt.Sprintf("%s|%s|%v|%s|%v\n", c.Kind, c.Label, c.Negated, c.Field, c.Codes)
	}
	const want = `facet|Syria, LY|true|country|[SY LY]
word|war|false||[]
word|"a b"|false||[]
facet|2015–2020|false|year|[2015..2020]
choice|x OR y|false||[]
saved|@war|false||[]
facet|since 2019|false|after|[2019]
scope|whole statement|false|scope|[]
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if q.Choice(FieldCountry, "SY") != Excluded || q.Choice(FieldYear, "2015..2020") != Included || q.Choice(FieldCountry, "FR") != Open {
		t.Error("Choice does not say what the chips do")
	}
}

func TestTerms(t *testing.T) {
	q := Parse(`war -peace ("a b" OR -c) x near:2 y country:SY`, world)
	var got string
	for _, w := range q.Terms() {
		got += source(w) + " "
	}
	if got != `war "a b" x y ` {
		t.Errorf("got %q", got)
	}
}

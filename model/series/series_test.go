package series

import (
	"slices"
	"strings"
	"testing"

	"cstoread/model"
)

// of makes a statement of paragraphs; a country code in braces behind a
// paragraph is a named mention.
func of(id, date, issuer, title string, paragraphs ...string) *model.Statement {
	d, err := model.ParseDate(date)
	if err != nil {
		panic(err)
	}
	s := &model.Statement{Header: model.Header{ID: id, Date: d, Issuer: issuer, Title: title, Language: "en"}}
	for i, p := range paragraphs {
		text, codes, _ := strings.Cut(p, "{")
		par := model.Paragraph{N: i + 1, Text: strings.TrimSpace(text)}
		for _, c := range strings.Fields(strings.TrimSuffix(codes, "}")) {
			par.Mentions = append(par.Mentions, model.Mention{Kind: model.MentionCountry, Code: c, Strength: model.StrengthNamed})
		}
		s.Body = append(s.Body, par)
	}
	return s
}

func show(items []Item) string {
	var out []string
	for _, i := range items {
		out = append(out, string(i.Kind)+" "+i.Code+i.Text)
	}
	return strings.Join(out, "; ")
}

func TestCompare(t *testing.T) {
	a := of("a", "2017", "Body", "On the region",
		"They support the sovereignty and territorial integrity of Syria. {SY}",
		"They reaffirm the inalienable right to self-determination in Libya. {LY}")
	b := of("b", "2018", "Body", "On the region",
		"They stand for the sovereignty and territorial integrity of Syria. {SY}",
		"The inalienable right to self-determination is stressed. {YE}")
	now := of("c", "2019", "Body", "On the region",
		"They support the sovereignty of Syria. {SY}",
		"A road map for peace was drawn in Sudan. {SD}",
		"The road map for peace is open to all.")
	gap := Compare(now, []*model.Statement{a, b})
	if got, want := show(gap.Absent), "country LY; country YE; formula sovereignty and territorial integrity of Syria; formula inalienable right to self-determination"; got != want {
		t.Errorf("absent: %s, want %s", got, want)
	}
	if got, want := show(gap.New), "country SD; formula road map for peace"; got != want {
		t.Errorf("new: %s, want %s", got, want)
	}
	for _, i := range gap.Absent {
		if i.Kind == Formula && !slices.Equal(i.Places, []Place{{"a", i.Places[0].N}, {"b", i.Places[0].N}}) {
			t.Errorf("%s is at %v", i.Text, i.Places)
		}
	}
}

// What two texts share is neither absent nor new, and a text lacks nothing of
// itself.
func TestCompareWithItself(t *testing.T) {
	a := of("a", "2017", "Body", "On the region", "They support peace and calm in Syria and peace and calm in Libya. {SY LY}")
	if gap := Compare(a, []*model.Statement{a}); len(gap.Absent)+len(gap.New) > 0 {
		t.Errorf("compared with itself: %+v", gap)
	}
	if gap := Compare(a, nil); show(gap.New) != "country LY; country SY" {
		t.Errorf("without earlier ones: %s", show(gap.New))
	}
}

func TestCandidates(t *testing.T) {
	h := of("now", "2019-11-27", "The Council", "On Syria").Header
	all := []model.Header{
		h,
		of("earlier", "2018-11-08", "the council", "On Syria").Header,
		of("other-title", "2019-01", "The Council", "On drugs").Header,
		of("later", "2020", "The Council", "On Syria").Header,
		of("same-month", "2019-11", "The Council", "On Syria").Header,
		of("other-body", "2018", "Another body", "On Syria").Header,
		of("undated", "", "The Council", "On Syria").Header,
		{ID: "copy", Date: model.Date{Year: 2018}, Issuer: "The Council", Language: "en", VariantOf: "now"},
		{ID: "russian", Date: model.Date{Year: 2018}, Issuer: "The Council", Language: "ru"},
	}
	var got []string
	for _, c := range Candidates(h, all) {
		got = append(got, c.ID)
	}
	if want := []string{"earlier", "other-title"}; !slices.Equal(got, want) {
		t.Errorf("candidates %v, want %v", got, want)
	}
}

func TestChoose(t *testing.T) {
	formula := "The Ministers reaffirm their commitment to the sovereignty, independence and territorial integrity of the Syrian Arab Republic. {SY}"
	now := of("now", "2019", "Body", "Statement on the situation in Syria", formula, "They welcome the work of the committee in Geneva.")
	like := of("like", "2018", "Body", "Statement on the situation in Syria", formula, "They call for a committee in Geneva.")
	unlike := of("unlike", "2018", "Body", "Statement on information security", "The Ministers speak for rules of conduct in the information sphere.")
	got := Choose(now, []*model.Statement{unlike, like})
	if len(got) != 1 || got[0].Statement.ID != "like" {
		t.Errorf("chosen: %+v", got)
	}
}

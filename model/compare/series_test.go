package compare

import (
	"strings"
	"testing"

	"cstoread/model"
)

// Pairs as successive statements of a body show them: formulas carried over
// word for word, sharpened, softened, moved up, joined, divided and dropped.
// Paragraphs are separated by lines; the expected pairing was written down
// before the comparison was run.
var successive = []struct{ name, a, b, want string }{
	{
		"a formula is sharpened and another softened",
		`The Council members exchanged views on the situation along the southern borders of the organisation's area of responsibility.
They expressed concern about the activity of extremist groups in the northern provinces of Afghanistan.
They called on the authorities in Kabul to form an inclusive government that represents all ethnic groups.
They reaffirmed their readiness to provide humanitarian assistance to the Afghan people.`,
		`The Council members exchanged views on the situation along the southern borders of the organisation's area of responsibility.
They expressed serious concern about the growing activity of terrorist and extremist groups in the northern provinces of Afghanistan.
They encouraged the authorities in Kabul to consider an inclusive government that represents all ethnic groups.
They reaffirmed their readiness to provide humanitarian assistance to the Afghan people.`,
		"same 1→1; reworded 2→2; reworded 3→3; same 4→4",
	},
	{
		"a demand is dropped without a word",
		`The sides confirmed their commitment to the comprehensive implementation of Security Council resolution 2231.
They called for the lifting of all unilateral sanctions that hinder trade with third countries.
They stressed that there is no alternative to a political and diplomatic settlement.`,
		`The sides confirmed their commitment to the comprehensive implementation of Security Council resolution 2231.
They stressed that there is no alternative to a political and diplomatic settlement.`,
		"same 1→1; only in A 2→; same 3→2",
	},
	{
		"two paragraphs on one country become one",
		`The Ministers noted the progress made in the work of the Constitutional Committee in Geneva.
They called on all Syrian parties to continue that work without preconditions and without outside interference.
The Ministers welcomed the return of refugees to their homes.`,
		`The Ministers noted the progress made in the work of the Constitutional Committee in Geneva, and called on all Syrian parties to continue that work without preconditions and outside interference.
The Ministers welcomed the return of refugees to their homes.`,
		"merged 1+2→1; same 3→2",
	},
	{
		"an overlong paragraph is divided",
		`The heads of state supported the strengthening of the treaty on the non-proliferation of nuclear weapons as the cornerstone of the international regime, and spoke for the establishment of a zone free of weapons of mass destruction in the Middle East on the basis of arrangements freely arrived at by the states of the region.
They condemned terrorism in all its forms.`,
		`The heads of state supported the strengthening of the treaty on the non-proliferation of nuclear weapons as the cornerstone of the international regime.
They spoke for the establishment of a zone free of weapons of mass destruction in the Middle East on the basis of arrangements freely arrived at by the states of the region.
They condemned terrorism in all its forms.`,
		"split 1→1+2; same 2→3",
	},
	{
		"the last becomes the first",
		`The Ministers discussed the prospects of cooperation with other regional organisations.
They adopted a plan of consultations on foreign policy, defence and security for the coming two years.
They welcomed the results of the exercises held in the mountains of Tajikistan.
They condemned the attack on the embassy as a breach of the Vienna Convention on Diplomatic Relations.`,
		`They condemned the attack on the embassy as a breach of the Vienna Convention on Diplomatic Relations.
The Ministers discussed the prospects of cooperation with other regional organisations.
They adopted a plan of consultations on foreign policy, defence and security for the coming two years.
They welcomed the results of the exercises held in the mountains of Tajikistan.`,
		"same 1→2; same 2→3; same 3→4; same 4→1 moved",
	},
	{
		"parallel paragraphs on neighbours keep their partners",
		`The Ministers reaffirmed the sovereignty and territorial integrity of Libya and called for a ceasefire under the auspices of the United Nations.
The Ministers reaffirmed the sovereignty and territorial integrity of Yemen and called for a ceasefire under the auspices of the United Nations.
The Ministers reaffirmed the sovereignty and territorial integrity of Sudan and called for a dialogue of all its parties.`,
		`The Ministers reaffirmed the sovereignty and territorial integrity of Yemen and called for a lasting ceasefire under the auspices of the United Nations.
The Ministers reaffirmed the sovereignty and territorial integrity of Libya and called for a lasting ceasefire under the auspices of the United Nations.
The Ministers reaffirmed the sovereignty and territorial integrity of Sudan and called for a dialogue of all its parties.`,
		"reworded 1→2; reworded 2→1; same 3→3",
	},
	{
		"headings stay with headings",
		`On the situation in the Caucasus
The participants stressed the need for full observance of the trilateral statement on the ceasefire.
On international information security
The participants spoke for the early adoption of a universal convention on crimes in the information sphere.`,
		`On the situation in the Caucasus
The participants stressed the need for full observance of all trilateral statements on the ceasefire and on the opening of roads.
On international information security
The participants welcomed the adoption of a universal convention on crimes in the information sphere.`,
		"same 1→1; reworded 2→2; same 3→3; reworded 4→4",
	},
	{
		"one subject gives way to another",
		`They noted the fiftieth anniversary of the Final Act of Helsinki and its lasting importance for security in Europe.
They agreed to meet again in Yerevan next autumn.`,
		`They voiced alarm at the deployment of medium-range missiles in the Asia-Pacific and at the erosion of arms control.
They agreed to meet again in Minsk next autumn.`,
		"only in A 1→; only in B →1; reworded 2→2",
	},
	{
		"only the closing formula is shared",
		`The delegations considered the draft budget of the secretariat.
The text is open for signature by other states.`,
		`The participants honoured the memory of those who fell in the war.
The text is open for signature by other states.`,
		"only in A 1→; only in B →1; same 2→2",
	},
	{
		"russian, with another order of words",
		`Министры подтвердили приверженность суверенитету, единству и территориальной целостности Сирийской Арабской Республики.
Они призвали международное сообщество оказать помощь в восстановлении страны.
Стороны условились продолжить консультации в следующем году.`,
		`Министры вновь подтвердили свою приверженность суверенитету, единству и территориальной целостности Сирийской Арабской Республики.
Стороны условились продолжить консультации в следующем году.
Они призвали международное сообщество увеличить помощь в восстановлении страны.`,
		"reworded 1→1; reworded 2→3 moved; same 3→2",
	},
	{
		"a sentence is added to a paragraph",
		`They condemned the use of mercenaries and foreign fighters in the conflict.
They thanked the hosts for their hospitality.`,
		`They condemned the use of mercenaries and foreign fighters in the conflict. They called on all states to prevent the passage of such persons through their territory.
They thanked the hosts for their hospitality.`,
		"reworded 1→1; same 2→2",
	},
	{
		"short items of a list",
		`to strengthen the peacekeeping capacity of the organisation
to combat illegal migration
to counter drug trafficking
to develop military and economic cooperation`,
		`to strengthen the peacekeeping capacity of the organisation
to counter drug trafficking
to combat illegal migration and human trafficking
to protect critical infrastructure`,
		"same 1→1; reworded 2→3; only in B →4; same 3→2; only in A 4→",
	},
}

func TestSuccessive(t *testing.T) {
	for _, c := range successive {
		a, b := strings.Split(c.a, "\n"), strings.Split(c.b, "\n")
		got, want := show(Texts(a, b)), c.want
		if !strings.Contains(want, "moved") || strings.Count(got, "moved") == strings.Count(want, "moved") {
			// Which of two that changed places has moved is a matter of taste.
			got, want = strings.ReplaceAll(got, " moved", ""), strings.ReplaceAll(want, " moved", "")
		}
		if !strings.Contains(c.want, "moved") {
			got = strings.ReplaceAll(got, " moved", "")
		}
		if got != want {
			t.Errorf("%s:\n got  %s\n want %s", c.name, got, want)
		}
	}
}

func TestRelated(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b model.Header
		want Relation
	}{
		{"strangers", model.Header{ID: "a"}, model.Header{ID: "b"}, Unrelated},
		{"a text and its translation", model.Header{ID: "a", Language: "ru"}, model.Header{ID: "b", Language: "en", TranslationOf: "a"}, Translation},
		{"seen from the other side", model.Header{ID: "b", Language: "en", TranslationOf: "a"}, model.Header{ID: "a", Language: "ru"}, Translation},
		{"two translations of one text", model.Header{ID: "b", Language: "en", TranslationOf: "a"}, model.Header{ID: "c", Language: "en", TranslationOf: "a"}, Variants},
		{"a copy elsewhere", model.Header{ID: "a", VariantOf: "b"}, model.Header{ID: "b"}, Variants},
		{"no original is not the same original", model.Header{ID: "a", Language: "en"}, model.Header{ID: "b", Language: "en"}, Unrelated},
	} {
		if got := Related(c.a, c.b); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

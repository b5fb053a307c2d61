package tag_test

import (
	"slices"
	"testing"

	"cstoread/model"
	"cstoread/model/tag"
)

// Every rule is shown both ways: texts in which it rejects, and texts like
// them in which it must not.
func TestRules(t *testing.T) {
	tables := tables(t)
	rejected := map[string]bool{}
	for _, c := range ruleCases {
		if got := countries(tables.Tag(nil, c.text, "en")); got != c.want {
			t.Errorf("%s: %q: got %q, want %q", c.rule, c.text, got, c.want)
		}
		for _, r := range tables.Explain(c.text, "en").Rejected {
			if r.Kind == model.MentionCountry && r.Rule == c.rule && r.Because != "" {
				rejected[c.rule] = true
			}
		}
	}
	for _, name := range tag.RuleNames() {
		kept := slices.ContainsFunc(ruleCases, func(c ruleCase) bool { return c.rule == name && c.want != "" })
		if !kept || !rejected[name] && name != "congo" { // which moves, and rejects nothing
			t.Errorf("the rule %s is not shown both ways", name)
		}
	}
}

type ruleCase struct{ rule, text, want string }

var ruleCases = []ruleCase{
	{"address", "see www.china.org.cn and info@iran.ir, example.com/russia", ""},
	{"address", "we left russia. ukraine stayed", "RU UA"},

	{"us-town", "a church in Lebanon, Pennsylvania, was closed", ""},
	{"us-town", "police in Moscow, Idaho said", ""},
	{"us-town", "born in Peru, Ind., in 1891", ""},
	{"us-town", "talks in Lebanon, Pennsylvania and Ohio", "LB"},
	{"us-town", "the border of Mexico, Texas side", "MX"},

	{"school", "Brazil High School beat Peru State College of Lebanon County", ""},
	{"school", "Brazil high courts and the State of Peru", "BR PE"},

	{"given-name-before", "her brother Chad and a man named Jordan", ""},
	{"given-name-before", "our neighbour Chad closed the border", "TD"},
	{"given-name-before", "Michael Jordan scored 30 points", ""},
	{"given-name-before", "Rep. Jordan and J. Jordan spoke", ""},
	{"given-name-before", "Mr. Jordan was late", ""},
	{"given-name-before", "Kathy Ireland designs furniture", ""},
	{"given-name-before", "Irving Berlin wrote songs", ""},
	{"given-name-before", "King Abdullah of Jordan met John Kerry in Jordan", "JO"},
	{"given-name-before", "Secretary Kerry told Jordan to wait", "JO"},

	{"given-name", "Paris Hilton arrived", ""},
	{"given-name", "Chad Robinson and Kenya Brown played drums", ""},
	{"given-name", "Israel Radio reported", "IL"},
	{"given-name", "Paris protesters marched", "fr"},

	{"person", "Jordan Nwora scored twice", ""},
	{"person", "running back LaMont Jordan rushed", ""},
	{"person", "talks with neighbouring Jordan continued", "JO"},
	{"person", "Georgia Hale sat down", ""},
	{"person", "President of Georgia Mikheil said", "GE"},
	{"person", "Jordan Foreign Minister Ayman Safadi spoke", "JO"},
	{"person", "Jordan Seeks New Talks On Border", "JO"},
	{"person", "Chad President Idriss Deby died", "TD"},
	{"person", "STATEMENT ON CHAD AND TURKEY", "TD TR"},
	{"person", "Chad's army crossed into Sudan", "TD SD"},

	{"same-person", "Michael Jordan returned. Jordan scored 30 points.", ""},
	{"same-person", "Michael Jordan opened a school in Jordan", "JO"},

	{"georgia-us-state", "in Georgia, Alabama and Florida", ""},
	{"georgia-us-state", "Florida and Georgia were hit", ""},
	{"georgia-us-state", "a court in Atlanta, Georgia", ""},
	{"georgia-us-state", "Georgia Republicans gathered", ""},
	{"georgia-us-state", "the situation in Georgia and in Abkhazia", "GE ge"},
	{"georgia-us-state", "Georgia, Armenia and Azerbaijan", "GE AM AZ"},
	{"georgia-us-state", "the territorial integrity of Georgia", "GE"},
	{"georgia-us-state", "Georgian troops in Georgia", "GE"},

	{"jordan-river", "on the banks of the Jordan.", ""},
	{"jordan-river", "the Jordan government; the Jordan-Syria border", "JO SY"},

	{"jordan-sport", "Jordan scored 40 for the Bulls", ""},
	{"jordan-sport", "Jordan's king met the Jordanian team of basketball", "JO"},
	{"jordan-sport", "basketball is played in Jordan", "JO"},

	{"turkey-bird", "Turkey sandwiches were served with roast turkey", ""},
	{"turkey-bird", "Thanksgiving Turkey recipes", ""},
	{"turkey-bird", "Turkey and Greece talk", "TR GR"},
	{"turkey-bird", "the wild border of Turkey", "TR"},

	{"congo", "the Democratic Republic of the Congo", "CD"},
	{"congo", "the Republic of the Congo", "CG"},
	{"congo", "rebels in eastern Congo near Goma", "CD cd"},
	{"congo", "Congolese refugees", "CD"},
	{"congo", "In Brazzaville the Congolese president spoke", "cg CG"},
	{"congo", "both Congos", "CD CG"},

	{"central-african", "the Central African government fled Bangui", "CF cf"},
	{"central-african", "the Central African Republic and Central African refugees", "CF"},
	{"central-african", "Central African forests are home to gorillas", ""},
	{"central-african", "Economic Community of Central African States", ""},

	{"company", "the Falklands and South Georgia", "FK GS"},
	{"company", "farms in the hills of South Georgia", ""},
	{"company", "the government of South Georgia", "GS"},

	{"jersey", "the tax havens of Guernsey and Jersey", "GG JE"},
	{"jersey", "He moved from Jersey to New York", ""},

	{"jersey", "Jersey's finance minister spoke", "JE"},
	{"jersey", "a Jersey cow; he wore the Jersey", ""},
	{"jersey", "the Democrats of Jersey", ""},

	{"indians", "the Indians beat the Yankees", ""},
	{"indians", "Navajo and other Indian leaders", ""},
	{"indians", "Indians voted in the south of India", "IN"},
	{"indians", "the Irish of Notre Dame won", ""},
	{"indians", "the Irish prime minister", "IE"},

	{"us-dollar", "a loan of US$5 million", ""},
	{"us-dollar", "a loan in US dollars", "US"},

	{"us-capitals", "TELL US MORE ABOUT IT", ""},
	{"us-capitals", "THE US AND ITALY", "US IT"},
	{"us-capitals", "US TO SELL MORE GRAIN", "US"},
	{"us-capitals", "US MILITARY OPENS BASE", "US"},
	{"us-capitals", "the US and the UK", "US GB"},
	{"us-capitals", "tell us more, Us and them", ""},

	{"capitals-word", "NEW CAR SALES RISE", ""},
	{"capitals-word", "the situation in CAR remains", "CF"},

	{"language", "translated into Russian by hand", ""},
	{"language", "in English, French and Spanish", ""},
	{"language", "He speaks Chinese well; the Arabic and Chinese versions", ""},
	{"language", "in Russian waters and in French politics", "RU FR"},
	{"language", "the Russian army and French ministers", "RU FR"},

	{"english", "He taught English to children", ""},
	{"english", "the English football captain", "GB"},
}

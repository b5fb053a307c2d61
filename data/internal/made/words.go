package made

import "math/rand/v2"

var (
	heads = []string{
		"Statement by the Ministers of Foreign Affairs", "Declaration of the Council", "Joint communiqué of the Heads of State",
		"Address of the Secretary General", "Decision of the Committee", "Speech of the Permanent Representative",
	}
	subjects = []string{
		"the situation", "the fight against terrorism", "humanitarian assistance", "the settlement of the conflict", "arms control",
		"economic cooperation", "the protection of refugees", "the security of borders", "peacekeeping", "the non-proliferation of nuclear weapons",
	}
	countries = []string{
		"Afghanistan", "Algeria", "Armenia", "Belarus", "Brazil", "China", "Cuba", "Cyprus", "Egypt", "Ethiopia", "France", "Germany", "Haiti",
		"India", "Indonesia", "Iran", "Iraq", "Israel", "Japan", "Kazakhstan", "Kenya", "Kyrgyzstan", "Lebanon", "Libya", "Mali", "Mexico",
		"Moldova", "Mongolia", "Morocco", "Myanmar", "Nepal", "Nigeria", "Pakistan", "Poland", "Qatar", "Russia", "Serbia", "Somalia",
		"South Africa", "Sri Lanka", "Sudan", "Syria", "Tajikistan", "Tunisia", "Turkmenistan", "Ukraine", "Uzbekistan", "Venezuela", "Yemen", "Zimbabwe",
	}
	places  = []string{"Minsk", "Astana", "Bishkek", "Moscow", "Dushanbe", "Yerevan", "New York", "Geneva", "Vienna", ""}
	issuers = []string{
		"The Ministers", "The member states", "The Heads of State", "The Council", "The participants", "The Secretary General", "Delegations", "The parties",
	}
	verbs = []string{
		"express their concern about", "welcome the efforts to end", "condemn in the strongest terms", "call for a peaceful settlement of",
		"reaffirm their commitment to", "take note of the report on", "underline the importance of", "stand ready to contribute to",
	}
	things = []string{
		"the use of force against civilians", "the spread of weapons of mass destruction", "the trade in drugs and its routes",
		"the return of refugees and displaced persons", "the sovereignty and territorial integrity of states", "the activity of terrorist groups",
		"the delivery of humanitarian aid", "the work of the peacekeeping mission", "the implementation of resolution 1325 (2000) of the Security Council",
		"a world without nuclear weapons", "trade, investment and transport links", "the provocations along the border", "climate change and the use of water",
	}
)

// objects are things that statements are about, in countries.
func objects(r *rand.Rand) []string {
	return []string{
		pick(r, things) + " in " + pick(r, countries) + " and " + pick(r, countries),
		pick(r, things) + ", in particular in " + pick(r, countries),
		pick(r, things) + " and " + pick(r, things) + " in the region and beyond it",
	}
}

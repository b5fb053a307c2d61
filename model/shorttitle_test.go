package model

import (
	"strings"
	"testing"
)

func TestShortTitle(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		// CSTO
		{"Statement by the Foreign Ministers of the member states of the Collective Security Treaty Organization on efforts to stabilize the situation in the Middle East and North Africa", "Middle East and North Africa"},
		{"Statement of the CSTO Collective Security Council on the situation in Afghanistan", "Afghanistan"},
		{"Joint Statement by the Ministers of Foreign Affairs of the CSTO Member States regarding the fight against international terrorism", "Fight against international terrorism"},
		{"Declaration of the CSTO Collective Security Council, Astana, 23 November 2023", "Declaration of the CSTO Collective Security Council"},
		{"Statement by the CSTO Secretary General in connection with the terrorist attack in Crocus City Hall", "Terrorist attack in Crocus City Hall"},
		{"STATEMENT BY THE CSTO MEMBER STATES ON THE ISSUE OF NUCLEAR SECURITY", "NUCLEAR SECURITY"},
		{"Statement by the CSTO Permanent Council on behalf of the member states on the 80th anniversary of Victory", "80th anniversary of Victory"},
		// CIS, SCO
		{"Statement of the Heads of State of the Commonwealth of Independent States on the occasion of the 75th anniversary of the United Nations", "75th anniversary of the United Nations"},
		{"Decision of the CIS Council of Foreign Ministers on the Programme of Cooperation for 2021-2025", "Programme of Cooperation for 2021-2025"},
		{"Statement of the Council of Heads of State of the Shanghai Cooperation Organisation on countering the spread of terrorism (Dushanbe, 17 September 2021)", "Countering the spread of terrorism"},
		{"Joint Communiqué of the Meeting of the SCO Foreign Ministers Council", "Joint Communiqué of the Meeting of the SCO Foreign Ministers Council"},
		// UN
		{"Security Council Press Statement on Terrorist Attack in Kabul", "Security Council Press Statement on Terrorist Attack in Kabul"},
		{"Press Statement on Terrorist Attack in Kabul", "Terrorist Attack in Kabul"},
		{"Statement by the President of the Security Council on the situation in Libya", "Libya"},
		{"Statement by the Special Rapporteur on torture on recent developments in Belarus", "Belarus"},
		{"Statement by the Chair of the Committee on Disarmament concerning transparency in armaments", "Transparency in armaments"},
		{"Remarks by the Secretary-General at the General Assembly", "Remarks by the Secretary-General at the General Assembly"},
		{"Statement attributable to the Spokesperson for the Secretary-General on Sudan", "Sudan"},
		// EU
		{"Belarus: Declaration by the High Representative on behalf of the European Union on the presidential elections", "Belarus: presidential elections"},
		{"Iran: Statement by the Spokesperson", "Iran"},
		{"Ukraine: Statement by the High Representative on the situation in Ukraine", "Ukraine"},
		{"Declaration by the High Representative on behalf of the EU on the alignment of certain third countries concerning restrictive measures", "Alignment of certain third countries concerning restrictive measures"},
		{"Council conclusions on the Western Balkans", "Western Balkans"},
		{"Statement by the Spokesperson: transition in Chad", "Transition in Chad"},
		// ministries
		{"Comment by the Information and Press Department on the developments in Kosovo", "Kosovo"},
		{"Statement by the Ministry of Foreign Affairs of the Republic of Kazakhstan with regard to the earthquake in Türkiye", "Earthquake in Türkiye"},
		{"Joint Statement by the Foreign Ministers of France and Germany in support of the Astana process, May 19, 2021", "In support of the Astana process"},
		{"Press release on the consultations with Iran", "Consultations with Iran"},
		{"Address by the Minister marking Africa Day", "Africa Day"},
		{"Statement on the development of the situation around Iran", "Iran"},
		{"Statement on efforts to resolve the situation in and around Nagorno-Karabakh", "Nagorno-Karabakh"},
		{"Statement on recent events in Sudan", "Sudan"},
		{"Declaration on efforts to strengthen arms control", "Efforts to strengthen arms control"},
		// headlines
		{"CSTO Secretary General visited Yerevan", "CSTO Secretary General visited Yerevan"},
		{"Meeting on border security, Osh, 3 June 2020", "Meeting on border security"},
		{"UN Security Council Resolution 2254 (2015)", "UN Security Council Resolution 2254 (2015)"},
		{"Declaration", "Declaration"},
		{"Statement", "Statement"},
		{"", ""},
		{"2019", "2019"},
		{"Statesman on  the\nroad", "Statesman on the road"},
		// Russian
		{"Заявление министров иностранных дел государств – членов Организации Договора о коллективной безопасности об усилиях по стабилизации ситуации на Ближнем Востоке и Севере Африки", "На Ближнем Востоке и Севере Африки"},
		{"Заявление Совета коллективной безопасности ОДКБ о ситуации в Афганистане", "В Афганистане"},
		{"Заявление министров иностранных дел государств – членов ОДКБ в связи с обострением обстановки вокруг Сирии", "Вокруг Сирии"},
		{"Заявление Совета коллективной безопасности о борьбе с терроризмом", "О борьбе с терроризмом"},
		{"Заявление об усилиях по стабилизации ситуации с беженцами", "Об усилиях по стабилизации ситуации с беженцами"},
		{"Комментарий Департамента информации и печати в связи с выборами в Молдавии", "В связи с выборами в Молдавии"},
		{"Выступление Постоянного представителя по вопросам разоружения относительно ДНЯО", "Относительно ДНЯО"},
		{"Заявление глав государств СНГ по случаю 75-летия Победы, Москва, 8 мая 2020 года", "По случаю 75-летия Победы"},
		{"Генеральный секретарь ОДКБ посетил Ереван", "Генеральный секретарь ОДКБ посетил Ереван"},
	} {
		if got := ShortTitle(c.title); got != c.want {
			t.Errorf("ShortTitle(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

func TestMakeID(t *testing.T) {
	const long = "Statement by the Foreign Ministers of the member states of the Collective Security Treaty Organization on efforts to stabilize the situation in the Middle East and North Africa"
	day := Date{Year: 2019, Month: 11, Day: 27}
	for _, c := range []struct {
		date        Date
		title, want string
	}{
		{day, long, "2019-11-27-middle-east-north-africa"},
		{Date{Year: 2004, Month: 12, Day: 6, EndMonth: 12, EndDay: 7}, "Declaration on Moldova", "2004-12-06-moldova"},
		{Date{Year: 2019, Month: 11}, "Statement on Syria", "2019-11-syria"},
		{Date{}, "Statement on Côte d’Ivoire and Türkiye", "cote-divoire-turkiye"},
		{day, "Заявление Совета ОДКБ о ситуации в Афганистане", "2019-11-27-afganistane"},
		{day, "声明", "2019-11-27-statement"},
		{Date{}, "Con", "con-statement"},
		{Date{}, "The the THE", "statement"},
		{day, "On " + strings.Repeat("verylongword", 20), "2019-11-27-" + strings.Repeat("verylongword", 20)[:40]},
		{day, "../../etc/passwd\x1b[31m", "2019-11-27-etc-passwd-31m"},
	} {
		got := MakeID(c.date, c.title, nil)
		if got != c.want || !ValidID(got) {
			t.Errorf("MakeID(%s, %q) = %q, want %q", c.date, c.title, got, c.want)
		}
	}
	taken := map[string]bool{}
	for _, want := range []string{"2019-11-27-middle-east-north-africa", "2019-11-27-middle-east-north-africa-2", "2019-11-27-middle-east-north-africa-3"} {
		got := MakeID(day, long, func(id string) bool { return taken[id] })
		if taken[got] = true; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzMakeID(f *testing.F) {
	f.Add("Statement on the situation in Syria, Bishkek, 27 November 2019")
	f.Add("Заявление: об ( 2019)")
	f.Add("a: Statement on ")
	f.Fuzz(func(t *testing.T, title string) {
		if short := ShortTitle(title); short == "" && strings.TrimSpace(title) != "" {
			t.Errorf("ShortTitle(%q) is empty", title)
		}
		if id := MakeID(Date{Year: 2019}, title, nil); !ValidID(id) {
			t.Errorf("MakeID(%q) = %q", title, id)
		}
	})
}

func BenchmarkShortTitle(b *testing.B) {
	for b.Loop() {
		ShortTitle("Statement by the Foreign Ministers of the member states of the Collective Security Treaty Organization on efforts to stabilize the situation in the Middle East and North Africa")
	}
}

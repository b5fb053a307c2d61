package page

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"cstoread/model/fold"
)

// places maps the folded names of cities where statements are issued to the
// name to keep: the English one for Latin forms, the nominative for Cyrillic
// ones, which stand in the table in the nominative first and then as after
// "в". A city that is not listed is taken from a line of its own all the same,
// but as doubtful.
var places = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(placeTable, "\n") {
		names := strings.Split(line, "|")
		nominative := names[0]
		for _, n := range names {
			if !cyrillic(nominative) && cyrillic(n) {
				nominative = n
			}
			if key := fold.String(n); key != "" {
				m[key] = nominative
			}
		}
	}
	return m
})

const placeTable = `
Moscow|Москва|Москве
Minsk|Минск|Минске
Yerevan|Erevan|Ереван|Ереване
Astana|Астана|Астане
Nur-Sultan|Nur Sultan|Нур-Султан|Нур-Султане
Almaty|Alma-Ata|Алматы|Алма-Ата|Алма-Ате
Bishkek|Бишкек|Бишкеке
Cholpon-Ata|Чолпон-Ата|Чолпон-Ате
Dushanbe|Душанбе
Tashkent|Ташкент|Ташкенте
Samarkand|Самарканд|Самарканде
Ashgabat|Ashkhabad|Ашхабад|Ашхабаде
Baku|Баку
Tbilisi|Тбилиси
Chisinau|Кишинёв|Кишинёве
Kiev|Kyiv|Киев|Киеве
Saint Petersburg|Saint-Petersburg|St. Petersburg|St Petersburg|Санкт-Петербург|Санкт-Петербурге
Sochi|Сочи
Kazan|Казань|Казани
Yekaterinburg|Екатеринбург|Екатеринбурге
Ufa|Уфа|Уфе
Vladivostok|Владивосток|Владивостоке
Vienna|Вена|Вене
Geneva|Женева|Женеве
New York|Нью-Йорк|Нью-Йорке
Washington|Вашингтон|Вашингтоне
Brussels|Брюссель|Брюсселе
Strasbourg|Страсбург|Страсбурге
Paris|Париж|Париже
London|Лондон|Лондоне
Berlin|Берлин|Берлине
Munich|Мюнхен|Мюнхене
Rome|Рим|Риме
Madrid|Мадрид|Мадриде
Lisbon|Лиссабон|Лиссабоне
Helsinki|Хельсинки
Stockholm|Стокгольм|Стокгольме
Oslo|Осло
Copenhagen|Копенгаген|Копенгагене
The Hague|Гаага|Гааге
Luxembourg|Люксембург|Люксембурге
Warsaw|Варшава|Варшаве
Prague|Прага|Праге
Bratislava|Братислава|Братиславе
Budapest|Будапешт|Будапеште
Bucharest|Бухарест|Бухаресте
Sofia|София|Софии
Belgrade|Белград|Белграде
Athens|Афины|Афинах
Ankara|Анкара|Анкаре
Istanbul|Стамбул|Стамбуле
Antalya|Анталья|Анталье
Vilnius|Вильнюс|Вильнюсе
Riga|Рига|Риге
Tallinn|Таллин|Таллине
Dublin|Дублин|Дублине
Valletta|Валлетта|Валлетте
Nicosia|Никосия|Никосии
Beijing|Peking|Пекин|Пекине
Shanghai|Шанхай|Шанхае
Qingdao|Циндао
Xiamen|Сямэнь|Сямэне
Tianjin|Тяньцзинь|Тяньцзине
Hong Kong|Гонконг|Гонконге
Ulaanbaatar|Ulan Bator|Улан-Батор|Улан-Баторе
Tokyo|Токио
Hiroshima|Хиросима|Хиросиме
Seoul|Сеул|Сеуле
Pyongyang|Пхеньян|Пхеньяне
Hanoi|Ханой|Ханое
Bangkok|Бангкок|Бангкоке
Jakarta|Джакарта|Джакарте
Bali|Бали
Kuala Lumpur|Куала-Лумпур|Куала-Лумпуре
Singapore|Сингапур|Сингапуре
Manila|Манила|Маниле
Vientiane|Вьентьян|Вьентьяне
Phnom Penh|Пномпень|Пномпене
New Delhi|Delhi|Нью-Дели|Дели
Goa|Гоа
Islamabad|Исламабад|Исламабаде
Kabul|Кабул|Кабуле
Tehran|Teheran|Тегеран|Тегеране
Baghdad|Багдад|Багдаде
Damascus|Дамаск|Дамаске
Beirut|Бейрут|Бейруте
Amman|Амман|Аммане
Jerusalem|Иерусалим|Иерусалиме
Riyadh|Эр-Рияд|Эр-Рияде
Jeddah|Джидда|Джидде
Doha|Доха|Дохе
Abu Dhabi|Абу-Даби
Dubai|Дубай|Дубае
Muscat|Маскат|Маскате
Kuwait City|Эль-Кувейт|Эль-Кувейте
Manama|Манама|Манаме
Cairo|Каир|Каире
Sharm el-Sheikh|Sharm El Sheikh|Шарм-эш-Шейх|Шарм-эш-Шейхе
Algiers|Алжир|Алжире
Tunis|Тунис|Тунисе
Rabat|Рабат|Рабате
Marrakesh|Marrakech|Марракеш|Марракеше
Tripoli|Триполи
Khartoum|Хартум|Хартуме
Addis Ababa|Аддис-Абеба|Аддис-Абебе
Nairobi|Найроби
Kampala|Кампала|Кампале
Kigali|Кигали
Abuja|Абуджа|Абудже
Accra|Аккра|Аккре
Dakar|Дакар|Дакаре
Johannesburg|Йоханнесбург|Йоханнесбурге
Pretoria|Претория|Претории
Cape Town|Кейптаун|Кейптауне
Durban|Дурбан|Дурбане
Luanda|Луанда|Луанде
Ottawa|Оттава|Оттаве
Halifax|Галифакс|Галифаксе
Mexico City|Мехико
Havana|Гавана|Гаване
Caracas|Каракас|Каракасе
Bogota|Богота|Боготе
Lima|Лима|Лиме
Quito|Кито
Brasilia|Бразилиа
Rio de Janeiro|Рио-де-Жанейро
Fortaleza|Форталеза|Форталезе
Buenos Aires|Буэнос-Айрес|Буэнос-Айресе
Santiago|Сантьяго
Montevideo|Монтевидео
Chicago|Чикаго
Camp David|Кэмп-Дэвид
Hamburg|Гамбург|Гамбурге
Cologne|Кёльн|Кёльне
Bonn|Бонн|Бонне
Dresden|Дрезден|Дрездене
Basel|Базель|Базеле
Lucerne|Люцерн|Люцерне
Zurich|Цюрих|Цюрихе
Milan|Милан|Милане
Genoa|Генуя|Генуе
Venice|Венеция|Венеции
Naples|Неаполь|Неаполе
Barcelona|Барселона|Барселоне
Seville|Севилья|Севилье
Granada|Гранада|Гранаде
Porto|Порту
Lyon|Лион|Лионе
Ницца|Ницце
Biarritz|Биарриц|Биаррице
Cardiff|Кардифф|Кардиффе
Edinburgh|Эдинбург|Эдинбурге
Carbis Bay|Карбис-Бей
Reykjavik|Рейкьявик|Рейкьявике
Gothenburg|Гётеборг|Гётеборге
Krakow|Краков|Кракове
Thessaloniki|Салоники|Салониках
Ljubljana|Любляна|Любляне
Zagreb|Загреб|Загребе
Sarajevo|Сараево
Skopje|Скопье
Tirana|Тирана|Тиране
Podgorica|Подгорица|Подгорице
Pristina|Приштина|Приштине
Versailles|Версаль|Версале
Rambouillet|Рамбуйе
Charlevoix|Шарлевуа
Quebec|Квебек|Квебеке
Toronto|Торонто
Montreal|Монреаль|Монреале
San Francisco|Сан-Франциско
Los Angeles|Лос-Анджелес|Лос-Анджелесе
Batumi|Батуми
Gabala|Габала|Габале
Shusha|Шуша|Шуше
Turkistan|Туркестан|Туркестане
Aktau|Актау
Khujand|Худжанд|Худжанде
Osh City|Ош|Оше
Bukhara|Бухара|Бухаре
Khiva|Хива|Хиве
Turkmenbashi|Туркменбаши
Awaza|Аваза|Авазе
Kaliningrad|Калининград|Калининграде
Novosibirsk|Новосибирск|Новосибирске
Brest|Брест|Бресте
Grodno|Гродно
Odessa|Odesa|Одесса|Одессе
Lviv|Lvov|Львов|Львове
Kharkiv|Kharkov|Харьков|Харькове
Yalta|Ялта|Ялте
Chiang Mai|Чиангмай
Da Nang|Дананг|Дананге
Osaka|Осака|Осаке
Busan|Пусан|Пусане
Hangzhou|Ханчжоу
Sanya|Санья
Xi'an|Сиань|Сиане
Colombo|Коломбо
Kathmandu|Катманду
Dhaka|Дакка|Дакке
Thimphu|Тхимпху
Tabriz|Тебриз|Тебризе
Aden|Аден|Адене
Sanaa|Сана|Сане
Makkah|Mecca|Мекка|Мекке
Banjul|Банжул|Банжуле
Malabo|Малабо
Durres|Дуррес
Lusaka|Лусака|Лусаке
Harare|Хараре
Maputo|Мапуту
Kinshasa|Киншаса|Киншасе
Niamey|Ниамей|Ниамее
Nouakchott|Нуакшот|Нуакшоте
Canberra|Канберра|Канберре
Sydney|Сидней|Сиднее
Wellington|Веллингтон|Веллингтоне
`

// placeLine reads a line that is a place and nothing else: "Bishkek City",
// "г. Москва", "Minsk, Belarus". Of a city that is not listed the printed name
// is kept, and sure is false.
func placeLine(s string) (place string, sure, ok bool) {
	s = strings.Trim(s, " ()[].,;:–—-")
	if s == "" || letters(s) > 40 || strings.ContainsAny(s, "0123456789:;!?\"") {
		return "", false, false
	}
	bare := bareCity(s)
	if p, known := places()[fold.String(bare)]; known {
		return p, true, true
	}
	if city, country, two := strings.Cut(bare, ","); two && !strings.Contains(country, ",") {
		if p, known := places()[fold.String(bareCity(city))]; known && nameLike(strings.TrimSpace(country)) {
			return p, true, true
		}
	}
	if bare != s && nameLike(bare) {
		return bare, false, true
	}
	return "", false, false
}

// bareCity drops the words "city" and "г." around a name.
func bareCity(s string) string {
	s = strings.TrimSpace(s)
	for _, p := range []string{"г. ", "г.", "гор. ", "город ", "Город ", "City of ", "city of "} {
		s = strings.TrimPrefix(s, p)
	}
	for _, p := range []string{" City", " city"} {
		if trimmed := strings.TrimSuffix(s, p); trimmed != s {
			if _, whole := places()[fold.String(s)]; !whole {
				s = trimmed
			}
		}
	}
	return strings.TrimSpace(s)
}

// nameLike says that s could be a proper name: one to four words, each but
// small ones with a capital.
func nameLike(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && (i == 0 || letters(w) > 3) {
			return false
		}
	}
	return true
}

// placeIn finds a listed city that stands between the separators of s: in a
// title "…, Dushanbe, 16 September 2021", in a sign-off "Bishkek, 27 November
// 2019".
func placeIn(s string) (string, bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;()–—|", r) })
	for i := len(parts) - 1; i >= 0; i-- {
		part := bareCity(strings.Trim(parts[i], " .:"))
		for _, d := range Dates(part) {
			part = bareCity(strings.Trim(part[:d.Start]+part[d.End:], " .,:"))
			break
		}
		if p, ok := places()[fold.String(part)]; ok {
			return p, true
		}
	}
	return "", false
}

func cyrillic(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Cyrillic, r) {
			return true
		}
	}
	return false
}

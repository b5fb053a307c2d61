package compile

import (
	"strings"
	"unicode/utf8"
)

// Russian names are written in the tables in the nominative, and their other
// cases are made here (the patterns of Zaliznyak's grammatical dictionary, as
// far as names of countries and their peoples need them). A name that follows
// no pattern is written out under the keys that make nothing of their values.

// cases are nominative, genitive, dative, accusative, instrumental and
// prepositional, in this order.
const cases = 6

// paradigm holds a word's form in each case.
type paradigm [cases]string

// declineName gives the cases of a name: adjectives before the head noun agree
// with it, what follows the head stays as it is ("Республика Беларусь",
// "Соединённые Штаты Америки"). Words joined by a hyphen decline in their last
// part ("Шри-Ланка"). A word after "!" does not change, and the word after it
// is still before the head.
func declineName(name string) []string {
	words := strings.Fields(name)
	head := len(words) - 1
	for i, w := range words {
		if !strings.HasPrefix(w, "!") && !isAdjective(w) {
			head = i
			break
		}
	}
	forms := make([]paradigm, len(words))
	noun := declineNoun(words[head])
	forms[head] = noun.cases
	for i, w := range words {
		switch {
		case strings.HasPrefix(w, "!"):
			forms[i] = constant(w[1:])
		case i < head:
			forms[i] = declineAdjective(w, noun.animate)
		case i > head:
			forms[i] = constant(w)
		}
	}
	var out []string
	for c := range cases {
		line := make([]string, len(words))
		for i := range words {
			line[i] = forms[i][c]
		}
		out = append(out, strings.Join(line, " "))
	}
	return distinct(out)
}

func constant(w string) (p paradigm) {
	for c := range p {
		p[c] = w
	}
	return p
}

// isAdjective tells by the ending; no name of a country in the tables has a
// noun with one of these at its end before an adjective.
func isAdjective(w string) bool {
	for _, end := range []string{"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие"} {
		if strings.HasSuffix(w, end) && utf8.RuneCountInString(w) > 4 {
			return true
		}
	}
	return false
}

// soft says that the stem's last letter is one after which и is written for ы.
func soft(stem string) bool {
	r, _ := utf8.DecodeLastRuneInString(stem)
	return strings.ContainsRune("гкхжшчщ", r)
}

// hissing says that о without stress becomes е after the stem.
func hissing(stem string) bool {
	r, _ := utf8.DecodeLastRuneInString(stem)
	return strings.ContainsRune("жшчщц", r)
}

type noun struct {
	cases   paradigm
	animate bool
}

func endings(stem string, ends ...string) (p paradigm) {
	for c := range p {
		p[c] = stem + ends[c]
	}
	return p
}

// declineNoun declines by the ending. Names in -о, -е, -и, -у, -э and -ы that
// are no plurals do not change; plurals are known by their head words.
func declineNoun(w string) noun {
	stem := cut(w, 1)
	i, o := "ы", "о"
	if soft(stem) {
		i = "и"
	}
	if hissing(stem) {
		o = "е"
	}
	switch {
	case plurals[w] != "":
		return noun{cases: pluralCases(w, plurals[w])}
	case strings.HasSuffix(w, "ия"):
		return noun{cases: endings(stem, "я", "и", "и", "ю", "ей", "и")}
	case strings.HasSuffix(w, "я"):
		return noun{cases: endings(stem, "я", "и", "е", "ю", "ей", "е")}
	case strings.HasSuffix(w, "а"):
		return noun{cases: endings(stem, "а", i, "е", "у", o+"й", "е")}
	case strings.HasSuffix(w, "ство"), strings.HasSuffix(w, "ово"):
		return noun{cases: endings(stem, "о", "а", "у", "о", "ом", "е")}
	case strings.HasSuffix(w, "й"):
		return noun{cases: endings(stem, "й", "я", "ю", "й", "ем", "е")}
	case strings.HasSuffix(w, "ь"):
		if masculine[w] {
			return noun{cases: endings(stem, "ь", "я", "ю", "ь", "ем", "е")}
		}
		return noun{cases: endings(stem, "ь", "и", "и", "ь", "ью", "и")}
	case fleeting[w] != "":
		stem = fleeting[w]
		return noun{cases: paradigm{w, stem + "а", stem + "у", w, stem + "ом", stem + "е"}}
	case consonant(w):
		end := "ом"
		if hissing(w) {
			end = "ем"
		}
		return noun{cases: endings(w, "", "а", "у", "", end, "е")}
	}
	return noun{cases: constant(w)}
}

// masculine are the names in -ь that decline as masculines.
var masculine = map[string]bool{"Израиль": true, "Тайвань": true, "Лихтенштейнь": true, "Брюссель": true, "Иерусалим": true}

// fleeting are the names that lose their last vowel, with the stem that stays.
var fleeting = map[string]string{"Египет": "Египт"}

// plurals are the names that are plurals, with their genitive.
var plurals = map[string]string{
	"Нидерланды": "Нидерландов", "Филиппины": "Филиппин", "Мальдивы": "Мальдив", "Сейшелы": "Сейшел", "Коморы": "Комор",
	"Багамы": "Багам", "Фарерские": "Фарерских", "Штаты": "Штатов", "Эмираты": "Эмиратов", "Острова": "Островов", "острова": "островов",
	"Бермуды": "Бермуд", "Фолкленды": "Фолклендов", "Мальвины": "Мальвин", "Афины": "Афин", "территории": "территорий", "Территории": "Территорий", "Соломоны": "Соломонов",
	"Гренадины": "Гренадин", "Голаны": "Голан", "высоты": "высот", "Высоты": "Высот", "Аланды": "Аланд", "Фареры": "Фарер", "Маршаллы": "Маршаллов",
}

func pluralCases(w, genitive string) paradigm {
	stem := cut(w, 1)
	a := "а"
	if strings.HasSuffix(w, "и") {
		a = "я"
	}
	return paradigm{w, genitive, stem + a + "м", w, stem + a + "ми", stem + a + "х"}
}

// declineAdjective agrees with the head noun by the adjective's own ending.
func declineAdjective(w string, animate bool) paradigm {
	stem := cut(w, 2)
	i, o := "ы", "о"
	if soft(stem) {
		i = "и"
	}
	softStem := strings.HasSuffix(w, "яя") || strings.HasSuffix(w, "ее") || strings.HasSuffix(w, "ний")
	if softStem {
		i, o = "и", "е"
	}
	switch {
	case strings.HasSuffix(w, "ая"), strings.HasSuffix(w, "яя"):
		u := "ую"
		if softStem {
			u = "юю"
		}
		return paradigm{w, stem + o + "й", stem + o + "й", stem + u, stem + o + "й", stem + o + "й"}
	case strings.HasSuffix(w, "ые"), strings.HasSuffix(w, "ие"):
		return paradigm{w, stem + i + "х", stem + i + "м", w, stem + i + "ми", stem + i + "х"}
	case strings.HasSuffix(w, "ое"), strings.HasSuffix(w, "ее"):
		return paradigm{w, stem + o + "го", stem + o + "му", w, stem + i + "м", stem + o + "м"}
	}
	accusative := w
	if animate {
		accusative = stem + o + "го"
	}
	return paradigm{w, stem + o + "го", stem + o + "му", accusative, stem + i + "м", stem + o + "м"}
}

// adjectiveStems are the stems of a relative adjective ("сирийск*"), by itself
// and with the prefixes that statements use. No other words begin so, and the
// stem is also the beginning of the form before a hyphen ("российско-").
func adjectiveStems(w string) []string {
	stem := cut(w, 2) + "*"
	return []string{stem, "внутри" + stem, "меж" + stem, "анти" + stem, "про" + stem}
}

// personForms are the cases of a man's designation, singular and plural:
// "сириец", "россиянин", "грузин", "казах", "турок".
func personForms(w string) []string {
	switch {
	case strings.HasSuffix(w, "анин"), strings.HasSuffix(w, "янин"):
		plural := cut(w, 2)
		return append(singular(w), plural+"е", plural, plural+"ам", plural+"ами", plural+"ах")
	case strings.HasSuffix(w, "ец"):
		stem := cut(w, 2)
		if r, _ := utf8.DecodeLastRuneInString(stem); strings.ContainsRune("аеёиоуыэюя", r) {
			stem += "йц" // европеец, европейца
		} else if r == 'л' {
			stem += "ьц"
		} else {
			stem += "ц"
		}
		return []string{w, stem + "а", stem + "у", stem + "ем", stem + "е", stem + "ы", stem + "ев", stem + "ам", stem + "ами", stem + "ах"}
	case w == "турок":
		return []string{w, "турка", "турку", "турком", "турке", "турки", "туркам", "турками", "турках"}
	}
	i := "ы"
	if soft(w) {
		i = "и"
	}
	genitive := w + "ов"
	if w == "грузин" {
		genitive = w
	}
	return append(singular(w), w+i, genitive, w+"ам", w+"ами", w+"ах")
}

func singular(w string) []string { return []string{w, w + "а", w + "у", w + "ом", w + "е"} }

// cut drops the last n letters.
func cut(w string, n int) string {
	for ; n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(w)
		w = w[:len(w)-size]
	}
	return w
}

func consonant(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return strings.ContainsRune("бвгджзклмнпрстфхцчшщ", r)
}

func distinct(in []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range in {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

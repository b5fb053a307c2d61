package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ShortTitle is the subject of a title, for lists: "Middle East and North
// Africa" for the statement by the foreign ministers of a long-named body on
// efforts to stabilize the situation there. Titles that do not begin with the
// form of a document (a statement, a declaration …) are headlines and stay
// whole, and so does a title that names no subject; only a date and a place at
// their end are left off. Russian subjects keep the preposition that governs
// them ("О борьбе с терроризмом", "В Сирии").
func ShortTitle(title string) string {
	title = strings.Join(strings.Fields(title), " ")
	core := withoutDateline(title)
	country, rest := "", core
	if before, after, found := strings.Cut(core, ": "); found && len(before) < 40 && isForm(after) {
		country, rest = before, after // "Belarus: Declaration by … on …"
	}
	if !isForm(rest) {
		return core
	}
	subject := subjectOf(rest)
	switch {
	case subject == "" && country == "":
		return core
	case subject == "":
		return country
	case country != "" && !strings.Contains(subject, country):
		return country + ": " + subject
	}
	return upperFirst(subject)
}

// forms begin the titles of documents, in lower case.
var forms = []string{
	"statement", "joint statement", "press statement", "presidential statement", "political statement", "final statement",
	"chairman's statement", "statements", "declaration", "joint declaration", "political declaration", "communiqué", "communique",
	"joint communiqué", "joint communique", "final communiqué", "final communique", "press communiqué", "press communique",
	"decision", "council decision", "council conclusions", "conclusions", "remarks", "opening remarks", "closing remarks", "speech",
	"address", "message", "comment", "commentary", "briefing", "interview", "press release", "press conference", "appeal",
	"letter", "joint letter", "information", "information note", "intervention", "answer", "reply", "resolution",
	"заявление", "совместное заявление", "политическое заявление", "декларация", "политическая декларация", "совместная декларация",
	"коммюнике", "совместное коммюнике", "решение", "выступление", "вступительное слово", "обращение", "совместное обращение",
	"комментарий", "брифинг", "интервью", "ответ", "сообщение", "сообщение для сми", "пресс-релиз", "послание", "резолюция", "информация",
}

// isForm says that a title begins with the form of a document as a word of its
// own, with a word of who speaks or what about behind it.
func isForm(title string) bool {
	lower := strings.ToLower(strings.ReplaceAll(title, "’", "'"))
	for _, form := range forms {
		rest, found := strings.CutPrefix(lower, form)
		if found && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ": ")) {
			return true
		}
	}
	return false
}

// heads come before a subject, in lower case. Where keep is set the subject
// begins with the head itself.
var heads = []struct {
	words string
	keep  bool
}{
	{"in connection with", false},
	{"with regard to", false},
	{"with respect to", false},
	{"in relation to", false},
	{"in support of", true},
	{"in response to", false},
	{"on the occasion of", false},
	{"on the sidelines of", false},
	{"regarding", false},
	{"concerning", false},
	{"about", false},
	{"marking", false},
	{"following", false},
	{"on", false},
	{"в связи с", true},
	{"по случаю", true},
	{"в поддержку", true},
	{"относительно", true},
	{"касательно", true},
	{"о", true},
	{"об", true},
	{"обо", true},
	{"по", true},
}

// owners are words whose own "on" or "о" says what they deal with and not what
// the document is about: "the Committee on Disarmament", "Договора о …".
var owners = []string{
	"committee", "commission", "conference", "rapporteur", "group", "representative", "treaty", "convention", "agreement",
	"envoy", "adviser", "coordinator", "subcommittee", "panel", "ambassador",
	"комитет", "комисси", "конференци", "докладчик", "групп", "представител", "договор", "конвенци", "соглашени",
	"уполномоченн", "департамент", "координатор", "посланник",
}

// subjectOf is what a document is about, as its title says: what follows the
// first head, or the first that no owner stands before, if there is one.
func subjectOf(title string) string {
	if _, after, found := strings.Cut(title, ": "); found {
		return withoutLeads(after)
	}
	second := ""
	for at := strings.IndexByte(title, ' '); at >= 0; {
		rest := title[at+1:]
		if subject := afterHead(rest); subject != "" {
			if !owned(title[:at]) {
				return subject
			}
			if second == "" {
				second = subject
			}
		}
		next := strings.IndexByte(rest, ' ')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return second
}

// afterHead is the subject if s begins with a head, otherwise empty.
func afterHead(s string) string {
	for _, head := range heads {
		subject, found := cutWords(s, head.words)
		switch {
		case !found || subject == "" || hasWords(subject, "behalf of"):
		case head.keep:
			return withoutFrame(s)
		default:
			return withoutLeads(subject)
		}
	}
	return ""
}

// owned says that the last word of s is an owner.
func owned(s string) bool {
	word := strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
	for _, owner := range owners {
		if strings.HasPrefix(word, owner) {
			return true
		}
	}
	return false
}

// leads come before what a subject is really about, in lower case.
var leads = []string{
	"the", "efforts to stabilize", "efforts to stabilise", "efforts to settle", "efforts to resolve", "efforts to normalize",
	"efforts to normalise", "efforts for", "efforts towards", "efforts toward",
	"situation in and around", "situation in", "situation around", "situation on", "situation at", "situation with", "situation regarding",
	"situation concerning", "current situation in", "current situation around", "humanitarian situation in",
	"events in", "events around", "recent events in", "latest events in", "current events in", "tragic events in",
	"developments in", "developments around", "latest developments in", "latest developments around", "recent developments in",
	"recent developments around", "development of the situation in", "development of the situation around",
	"issue of", "question of", "topic of", "state of affairs in",
	"aggravation of the situation in", "aggravation of the situation around", "escalation of the situation in",
	"escalation of the situation around", "deterioration of the situation in", "deterioration of the situation around",
	"normalization of the situation in", "stabilization of the situation in", "settlement of the situation in",
	"resolution of the situation in",
	"occasion of", "subject of", "need for", "fact of", "some aspects of",
}

// russianFrames say only that there is a situation somewhere, in lower case;
// the preposition behind them stays with the place it governs ("В Сирии").
var russianFrames = []string{
	"о ситуации", "о положении", "об обстановке", "о событиях", "о последних событиях", "о положении дел", "о текущей ситуации",
	"о развитии ситуации", "о развитии обстановки", "о развитии событий", "об обострении ситуации", "об обострении обстановки",
	"об эскалации ситуации", "об осложнении обстановки", "об ухудшении ситуации", "об урегулировании ситуации", "о стабилизации ситуации",
	"об усилиях по стабилизации ситуации", "об усилиях по стабилизации обстановки", "об усилиях по урегулированию ситуации",
	"об усилиях по нормализации ситуации", "в связи с ситуацией", "в связи с событиями", "в связи с обстановкой",
	"в связи с положением", "в связи с развитием ситуации", "в связи с обострением ситуации", "в связи с обострением обстановки",
	"относительно ситуации", "по ситуации", "по положению",
}

// withoutFrame takes a Russian frame off the head of a subject where a place
// follows it.
func withoutFrame(subject string) string {
	for _, frame := range russianFrames {
		rest, found := cutWords(subject, frame)
		if !found {
			continue
		}
		for _, preposition := range []string{"в", "во", "на", "вокруг"} {
			if place, found := cutWords(rest, preposition); found && place != "" {
				return rest
			}
		}
	}
	return subject
}

// withoutLeads takes off the leads, the longest first, until none is left.
func withoutLeads(subject string) string {
	for {
		best := ""
		for _, lead := range leads {
			if rest, found := cutWords(subject, lead); found && rest != "" && len(lead) > len(best) {
				best = lead
			}
		}
		if best == "" {
			return strings.TrimRight(subject, ".")
		}
		subject, _ = cutWords(subject, best)
	}
}

// cutWords takes whole words off the head of s, in any case.
func cutWords(s, words string) (rest string, found bool) {
	if !hasWords(s, words) {
		return s, false
	}
	return strings.TrimLeft(s[len(words):], " "), true
}

func hasWords(s, words string) bool {
	if s == "" || s[0]|0x20 != words[0] && s[0] < utf8.RuneSelf {
		return false // nearly all are told apart by their first letter
	}
	return len(s) >= len(words) && strings.EqualFold(s[:len(words)], words) && (len(s) == len(words) || s[len(words)] == ' ')
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cstoread/model"
	"cstoread/model/fold"
)

// kindWords are the nouns that name a document's kind at the head of its
// title, folded, in the nominative; the head may have one or two words before
// them ("Joint Statement", "Совместное заявление").
var kindWords = []struct {
	word string
	kind model.Kind
}{
	{"statement", model.KindStatement},
	{"заявление", model.KindStatement},
	{"appeal", model.KindStatement},
	{"обращение", model.KindStatement},
	{"declaration", model.KindDeclaration},
	{"декларация", model.KindDeclaration},
	{"decision", model.KindDecision},
	{"decisions", model.KindDecision},
	{"решение", model.KindDecision},
	{"решения", model.KindDecision},
	{"resolution", model.KindDecision},
	{"постановление", model.KindDecision},
	{"communique", model.KindCommunique},
	{"коммюнике", model.KindCommunique},
	{"speech", model.KindSpeech},
	{"address", model.KindSpeech},
	{"remarks", model.KindSpeech},
	{"выступление", model.KindSpeech},
	{"речь", model.KindSpeech},
	{"доклад", model.KindSpeech},
	{"briefing", model.KindSpeech},
	{"interview", model.KindSpeech},
	{"press conference", model.KindSpeech},
	{"intervention", model.KindSpeech},
	{"explanation of vote", model.KindSpeech},
	{"брифинг", model.KindSpeech},
	{"интервью", model.KindSpeech},
	{"пресс-конференция", model.KindSpeech},
	{"commentary", model.KindStatement},
	{"comment", model.KindStatement},
	{"комментарий", model.KindStatement},
	{"press release", model.KindNews},
	{"пресс-релиз", model.KindNews},
	{"news", model.KindNews},
}

// sections are the parts of an address that name the kind of what is under
// them, strongest first.
var sections = []struct {
	part string
	kind model.Kind
}{
	{"statement", model.KindStatement},
	{"zayavlen", model.KindStatement},
	{"declaration", model.KindDeclaration},
	{"deklarac", model.KindDeclaration},
	{"deklarats", model.KindDeclaration},
	{"communique", model.KindCommunique},
	{"kommyunike", model.KindCommunique},
	{"decision", model.KindDecision},
	{"reshen", model.KindDecision},
	{"speech", model.KindSpeech},
	{"remarks", model.KindSpeech},
	{"vystuplen", model.KindSpeech},
	{"press-release", model.KindNews},
	{"pressrelease", model.KindNews},
	{"news", model.KindNews},
	{"novosti", model.KindNews},
}

// kind takes the head of the title before the section of the address, because
// a declaration may be filed under the news.
func (r *Result) kind(title string, line model.Kind, address string) model.Kind {
	if k := headKind(title); k != model.KindUnknown {
		r.set(FieldKind, string(k), "head of the title", true)
		return k
	}
	if line != model.KindUnknown {
		r.set(FieldKind, string(line), "line of its own", true)
		return line
	}
	if k := lateKind(title); k != model.KindUnknown {
		r.set(FieldKind, string(k), "title", false)
		return k
	}
	if k := sectionKind(address); k != model.KindUnknown {
		r.set(FieldKind, string(k), "section of the address", true)
		return k
	}
	r.set(FieldKind, "", "", false)
	return model.KindUnknown
}

// headKind reads the kind from the first words of a title: "Joint Statement
// by …", but not "Declaration signed in Yerevan", which is news about one.
func headKind(title string) model.Kind {
	words := strings.Fields(strings.ReplaceAll(fold.String(title), ",", " , "))
	printed := strings.Fields(strings.ReplaceAll(title, ",", " , "))
	for i := 0; i < len(words) && i < 9; i++ {
		for _, k := range kindWords {
			n := len(strings.Fields(k.word))
			if i+n > len(words) || strings.Trim(strings.Join(words[i:i+n], " "), `".:`) != k.word {
				continue
			}
			if headNoun(words[:i], words[i+n:]) || len(printed) == len(words) && ownerBefore(printed[:i], words[:i]) && headNoun(nil, words[i+n:]) {
				if k.word == "address" && toPeople(words[i+n:]) {
					return model.KindStatement
				}
				return k.kind
			}
		}
	}
	return model.KindUnknown
}

// ownerBefore says that the words before a kind's noun are a name, whose
// document it is: "Brussels Summit Declaration", "Foreign Ministry statement",
// "G20 Leaders' Declaration". In a headline in capitals a verb among them makes
// it news: "President Signs Declaration".
func ownerBefore(printed, folded []string) bool {
	if len(printed) == 0 || len(printed) > 8 {
		return false
	}
	for i, w := range printed {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“‘(`))
		name := unicode.IsUpper(r) || unicode.IsDigit(r) || adjective[folded[i]]
		small := folded[i] == "of" || folded[i] == "and" || folded[i] == "the" || folded[i] == "for"
		if !name && !small || headlineVerb[folded[i]] || folded[i] == "," {
			return false
		}
		if cyrillic(w) {
			return false
		}
	}
	return true
}

// headlineVerb holds what headlines say of a document that is issued.
var headlineVerb = map[string]bool{
	"signs": true, "sign": true, "signed": true, "adopts": true, "adopt": true, "adopted": true, "issues": true, "issue": true, "issued": true,
	"welcomes": true, "welcome": true, "condemns": true, "presents": true, "delivers": true, "makes": true, "approves": true, "approve": true,
	"publishes": true, "supports": true, "support": true, "rejects": true, "reject": true, "calls": true, "discuss": true, "discusses": true,
	"reads": true, "releases": true, "endorses": true, "endorse": true, "joins": true, "join": true, "prepares": true, "drafts": true, "is": true, "are": true,
	"on": true, "after": true, "against": true, "in": true, "with": true, "about": true, "as": true,
}

// toPeople says that an address is a document of a body to the public ("of the
// Heads of State to the Peoples"), not a speech.
func toPeople(after []string) bool {
	if len(after) == 0 || after[0] != "of" {
		return false
	}
	for _, w := range after {
		switch w {
		case "heads", "states", "participants", "council", "members", "leaders", "ministers", "presidents", "assembly", "parliaments":
			return true
		}
	}
	return false
}

// lateKind reads a kind that closes a title after a colon or a dash: "The way
// ahead: UK statement".
func lateKind(title string) model.Kind {
	for _, sep := range []string{": ", " – ", " — ", " - "} {
		if at := strings.LastIndex(title, sep); at > 0 {
			if k := headKind(title[at+len(sep):]); k != model.KindUnknown {
				return k
			}
		}
	}
	return model.KindUnknown
}

// headNoun says that a kind's noun, with these words before and after it, is
// what the title names, not something that the title tells of.
func headNoun(before, after []string) bool {
	for _, w := range before {
		switch {
		case adjective[w], strings.HasSuffix(w, "'s"), strings.HasSuffix(w, "ое"), strings.HasSuffix(w, "ая"):
		default:
			return false
		}
	}
	if len(after) == 0 {
		return true
	}
	if strings.HasSuffix(after[0], "ed") && !(len(after) > 1 && after[1] == "by") {
		return false
	}
	switch after[0] {
	case "was", "is", "were", "has", "have", "will", "calls", "says", "comes", "принято", "принята", "подписана", "подписано", "опубликовано":
		return false
	}
	return true
}

// adjective holds the words that stand before a kind's noun.
var adjective = map[string]bool{
	"joint": true, "final": true, "press": true, "official": true, "political": true, "draft": true,
	"summit": true, "ministerial": true, "presidential": true, "general": true, "special": true,
	"opening": true, "closing": true, "introductory": true, "welcome": true, "the": true, "a": true,
	"common": true, "outcome": true, "informational": true, "information": true, "media": true,
	"chair's": true, "anniversary": true, "csto": true, "cis": true, "sco": true, "leaders": true,
	"leaders'": true, "ministers'": true, "foreign": true, "security": true, "council": true,
	"итоговое": true, "пресс": true, "для": true,
}

func sectionKind(address string) model.Kind {
	_, path, ok := strings.Cut(address, "://")
	if !ok {
		path = address
	}
	// The last part is the page's own name and often made from its title, so
	// only the folders above it are a section.
	path, _, _ = strings.Cut(path, "?")
	parts := strings.Split(strings.TrimRight(strings.ToLower(path), "/"), "/")
	if len(parts) < 2 {
		return model.KindUnknown
	}
	for i := len(parts) - 2; i > 0; i-- {
		for _, s := range sections {
			if strings.Contains(parts[i], s.part) {
				return s.kind
			}
		}
	}
	return model.KindUnknown
}

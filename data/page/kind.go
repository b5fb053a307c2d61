package page

import (
	"strings"

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
func (r *Result) kind(title, address string) model.Kind {
	if k := headKind(title); k != model.KindUnknown {
		r.set(FieldKind, string(k), "head of the title", true)
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
	for i := 0; i < len(words) && i < 4; i++ {
		for _, k := range kindWords {
			n := len(strings.Fields(k.word))
			if i+n > len(words) || strings.Trim(strings.Join(words[i:i+n], " "), `".:`) != k.word {
				continue
			}
			if headNoun(words[:i], words[i+n:]) {
				return k.kind
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

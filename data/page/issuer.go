package page

import (
	"regexp"
	"strings"
	"sync"
)

// issuerForms find who speaks in the head of a title. The name runs up to the
// words that open the subject or the occasion.
var issuerForms = sync.OnceValue(func() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(?:[\p{L}-]+\s+){0,3}?(?:statement|declaration|decision|communiqu[eé]|resolution|appeal|address|speech|remarks|press release)s?\s+(?:adopted\s+)?(?:by|of|from)\s+(?:the\s+)?(.+?)` + issuerEnd),
		regexp.MustCompile(`(?i)^(?:[\p{L}-]+\s+){0,2}?(?:заявление|декларация|решение|коммюнике|постановление|обращение|выступление|речь|доклад)\s+(.+?)` + issuerEndRussian),
		regexp.MustCompile(`^(.{3,120}?)['’]s?\s+(?:[Jj]oint\s+)?(?:[Ss]tatement|[Dd]eclaration|[Rr]emarks|[Ss]peech|[Aa]ddress)\b`),
		regexp.MustCompile(`^([\p{Lu}][\p{L}. -]{3,80}?)\s+(?:(?:[Jj]oint|[Ss]ummit|[Pp]ress|[Ll]eaders[’']|[Mm]inisterial|[Ff]oreign [Mm]inisters[’'])\s+)*(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé])\b`),
	}
})

const (
	issuerEnd        = `(?:\s+(?:on|regarding|concerning|about|in\s+connection|in\s+response|following|calling|condemning|marking|dedicated|devoted|at|to\s+the|after|ahead|with\s+regard|in\s+support|for|against|entitled|delivered|adopted)\b.*|\s*[,:(«"“].*|\s+[-–—]\s.*)?$`
	issuerEndRussian = `(?:\s+(?:о|об|обо|по|в\s+связи|относительно|в\s+поддержку|на|к|ко|для|с|со|в|против|посвящ\p{L}+|принят\p{L}+)\s.*|\s*[,:(«"“].*|\s+—\s.*)?$`
)

// issuer reads who speaks from the title, as printed; Russian titles name it
// in the genitive, which is kept and marked as doubtful.
func (r *Result) issuer(title, byline string) string {
	title = shield().Replace(joinDashes(title))
	for i, re := range issuerForms() {
		m := re.FindStringSubmatch(title)
		if m == nil {
			continue
		}
		name := strings.TrimSpace(strings.TrimRight(unshield(m[1]), " .,;:"))
		if letters(name) < 3 || len(Dates(name)) > 0 || adjective[strings.ToLower(name)] {
			continue
		}
		r.set(FieldIssuer, name, "head of the title", i == 0 && letters(name) < 160)
		return name
	}
	r.set(FieldIssuer, byline, "line under the title", false)
	return byline
}

// joinDashes keeps "государств – членов" from being read as a break.
func joinDashes(s string) string {
	for _, d := range []string{" – ", " — ", " - "} {
		for _, w := range []string{"член", "участни", "party", "member"} {
			s = strings.ReplaceAll(s, d+w, "-"+w)
		}
	}
	return s
}

// shield keeps the names of bodies whole that hold a word which elsewhere
// opens the subject of a title ("Organization for Security and …").
var shield = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, name := range []string{
		"on behalf of",
		"о коллективной безопасности", "о нераспространении", "по безопасности и сотрудничеству в Европе",
		"по взаимодействию и мерам доверия в Азии", "по правам человека", "по иностранным делам", "по делам",
		"в Европе", "в Азии", "по вопросам", "по разоружению", "по координации", "при ОДКБ", "по военно-экономическому сотрудничеству",
		"for Security and Co-operation in Europe", "for Security and Cooperation in Europe", "for Foreign Affairs",
		"on Interaction and Confidence Building Measures in Asia", "on Interaction and Confidence-Building Measures in Asia",
		"on Security and Co-operation in Europe", "on Disarmament", "for Human Rights", "on Human Rights", "on Trade and Development",
		"for the Prohibition of Chemical Weapons", "for Refugees", "on Foreign Affairs", "for Political Affairs", "for Disarmament Affairs",
	} {
		pairs = append(pairs, " "+name, strings.ReplaceAll(" "+name, " ", "\u00a0"))
	}
	return strings.NewReplacer(pairs...)
})

func unshield(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

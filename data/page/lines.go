package page

import (
	"regexp"
	"strings"
	"sync"

	"cstoread/model"
	"cstoread/model/fold"
)

// isSeparator says that a block only parts others: "* * *", "_____", "——".
// "###" is no separator but the mark that ends a press release.
func isSeparator(s string) bool { return s != "" && strings.Trim(s, "*_=~-–—•·|. ") == "" }

// isAddressOnly says that a block is an address on the web and nothing else,
// as print versions put it at their foot.
func isAddressOnly(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")) && !strings.ContainsAny(s, " \t")
}

// status holds the lines that say how a text is handed out. They stand above
// or below a title and are no wording of the document.
var status = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[(\[*]*(?:for immediate release|immediate release|unofficial translation|informal translation|courtesy translation|unofficial text|translated from \p{L}+|as delivered|as prepared(?: for delivery)?|check against delivery|embargoed.{0,60}|advance copy|original: ?\p{L}+|distr\.?: ?\p{L}+|for information media\b.*|not an official record|this is an archived page\b.*|неофициальный перевод|перевод с \p{L}+|для немедленного распространения|проверять по факту произнесения|стенограмма|transcript)[)\]*.]*$`)
})

func isStatus(s string) bool {
	return letters(s) <= 120 && status().MatchString(fold.String(strings.TrimSpace(s)))
}

// documentNumber is a line that numbers a document: "SC/13456", "No. 14/04",
// "2421-27-11-2019", "Press Release (2018) 074", "PC.DEC/1310".
var documentNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\W*(?:(?:press release|statement|document|doc|ref|пресс-релиз|документ)\.?:? )?(?:(?:no|nr|№)\.?\s*)?[(\[]?(?:[A-Z]{1,6}(?:[./-][A-Z]{1,6})*[./-])?\d[\d()./\s-]*(?:/[A-Z]{2,4}|/\d+)?[)\]]?\W*$`)
})

func isDocumentNumber(s string) bool {
	return letters(s) < 40 && documentNumber().MatchString(s)
}

// kindLabel reads a line that is nothing but a document's kind ("Press
// Statement", "Speech"), as sites print it above or below the title.
func kindLabel(s string) (model.Kind, bool) {
	s = strings.TrimSuffix(strings.TrimSpace(s), ":")
	if n := len(strings.Fields(s)); n == 0 || n > 4 || letters(s) > 40 {
		return model.KindUnknown, false
	}
	switch fold.String(s) {
	case "statements and remarks", "statements", "press releases", "statement & speeches", "speeches", "documents", "transcript of the speech":
		return model.KindUnknown, true
	}
	if !bareKind(s) {
		return model.KindUnknown, false
	}
	return headKind(s), true
}

// office holds words that name who speaks or signs.
var office = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:ambassador|minister|secretary|spokes(?:man|woman|person)|representative|president|chair(?:man|person|woman)?|commissioner|director|delegation|department|bureau|office of|envoy|prime minister|chargé)\b|(?:^|\s)(?:посол|министр|секретарь|представитель|президент|председатель|директор|департамент)`)
})

// isByline says that a short line names a person, an office or an author.
func isByline(s string) bool {
	if letters(s) > 110 || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") || startsLower(s) {
		return false
	}
	for _, by := range []string{"By ", "Автор ", "Delivered by ", "Issued by "} {
		if strings.HasPrefix(s, by) {
			return true
		}
	}
	return office().MatchString(s) && !sentence(s) && !salutation().MatchString(s) && !strings.HasSuffix(s, ",") && !strings.HasSuffix(s, "!")
}

// pressLine is a line under a date that names the office which put the text
// on the site.
var pressLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:press|media|web|communications?) (?:team|service|office|department|section|unit)\b|\bcorrespondent\b|пресс-служб|пресс-центр`)
})

// runs says that a block is running text: long, or a sentence.
func runs(s string) bool {
	return letters(s) > 150 || letters(s) > 60 && strings.HasSuffix(strings.TrimRight(s, `”»")`), ".")
}

// contentsWord opens a list of the parts of the page itself.
func contentsWord(s string) bool {
	switch strings.Trim(fold.String(s), " .:") {
	case "table of contents", "contents", "content", "page contents", "on this page", "in this article", "содержание", "оглавление":
		return true
	}
	return false
}

// dropContents takes out a table of contents: its heading, and the lines after
// it that are links or stand again further down.
func dropContents(blocks []Block) []Block {
	for i, b := range blocks {
		if !contentsWord(b.Text) {
			continue
		}
		below := map[string]int{}
		for _, c := range blocks[i+1:] {
			below[fold.String(c.Text)]++
		}
		end := i + 1
		for end < len(blocks) && (blocks[end].Linked > 0.8 && !blocks[end].Chrome || below[fold.String(blocks[end].Text)] > 1) {
			below[fold.String(blocks[end].Text)]--
			end++
		}
		return append(append([]Block{}, blocks[:i]...), blocks[end:]...)
	}
	return blocks
}

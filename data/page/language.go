package page

import (
	"strings"

	"cstoread/model/fold"
)

// stopWords tell the languages that statements come in by their most frequent
// small words; no more is needed, and a library that knows a hundred languages
// would weigh more than the rest of the program.
var stopWords = map[string][]string{
	"en": {"the", "of", "and", "to", "in", "for", "that", "with", "their", "on"},
	"fr": {"le", "la", "les", "des", "et", "du", "dans", "pour", "que", "une"},
	"de": {"der", "die", "und", "das", "den", "von", "mit", "fur", "des", "ist"},
	"es": {"el", "los", "las", "de", "que", "en", "y", "por", "una", "del"},
	"ru": {"и", "в", "на", "с", "по", "что", "для", "не", "их", "к"},
	"uk": {"і", "та", "у", "на", "що", "з", "щодо", "для", "від", "є"},
	"be": {"і", "у", "на", "што", "з", "для", "аб", "не", "па", "ад"},
}

func latinLanguage(body []Block) string    { return likeliest(body, "en", "fr", "de", "es") }
func cyrillicLanguage(body []Block) string { return likeliest(body, "ru", "uk", "be") }

// likeliest counts stop words in the first 20 KB and answers with nothing
// rather than on a handful of words.
func likeliest(body []Block, languages ...string) string {
	counts := map[string]int{}
	size, total := 0, 0
	for _, b := range body {
		if size += len(b.Text); size > 20<<10 {
			break
		}
		for _, w := range strings.Fields(fold.String(b.Text)) {
			total++
			w = strings.Trim(w, ".,;:()\"'")
			for _, l := range languages {
				for _, stop := range stopWords[l] {
					if w == stop {
						counts[l]++
					}
				}
			}
		}
	}
	best := ""
	for _, l := range languages {
		if counts[l] > counts[best] {
			best = l
		}
	}
	if counts[best]*20 < total {
		return ""
	}
	return best
}

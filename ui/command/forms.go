package command

import (
	"cstoread/model"
	"cstoread/model/ask"
)

// The machine-readable forms. Their field names are a contract with scripts:
// a name is never changed, fields may be added, and a value that is absent is
// left out. Offsets are bytes of the paragraph's text in UTF-8, end exclusive.

type statementForm struct {
	ID            string          `json:"id"`
	Title         string          `json:"title,omitempty"`
	Date          string          `json:"date,omitempty"`
	DatePrecision string          `json:"date_precision,omitempty"`
	Place         string          `json:"place,omitempty"`
	Issuer        string          `json:"issuer,omitempty"`
	Kind          string          `json:"kind,omitempty"`
	Language      string          `json:"language,omitempty"`
	Source        string          `json:"source,omitempty"`
	Matches       *int            `json:"matches,omitempty"`
	Paragraphs    []paragraphForm `json:"paragraphs,omitempty"`
}

type paragraphForm struct {
	N        int             `json:"n"`
	Text     string          `json:"text"`
	Mentions []model.Mention `json:"mentions"`
}

type searchForm struct {
	Ref     string `json:"ref"`
	ID      string `json:"id"`
	N       int    `json:"n"`
	Date    string `json:"date,omitempty"`
	Title   string `json:"title,omitempty"`
	Snippet string `json:"snippet"`
	// SnippetStart is where in the paragraph the snippet begins.
	SnippetStart int      `json:"snippet_start"`
	Spans        [][2]int `json:"spans"`
	// more says that the paragraph goes on behind the snippet.
	more bool
}

type facetForm struct {
	Code       string `json:"code"`
	Name       string `json:"name,omitempty"`
	Address    string `json:"address,omitempty"`
	Statements int    `json:"statements"`
	Paragraphs int    `json:"paragraphs"`
	Mentions   int    `json:"mentions"`
}

// headerForm is a statement without its paragraphs.
func headerForm(h model.Header) statementForm {
	return statementForm{
		ID: h.ID, Title: h.Title,
		Date: h.Date.String(), DatePrecision: h.Date.Precision(),
		Place: h.Place, Issuer: h.Issuer, Kind: string(h.Kind),
		Language: h.Language, Source: h.Source,
	}
}

// listForm is a line of a list.
func listForm(hit ask.Hit) statementForm {
	form := headerForm(hit.Header)
	n := bodyMatches(hit)
	form.Matches = &n
	return form
}

// bodyMatches counts the matching paragraphs as the screen does: the title is
// no paragraph of the text.
func bodyMatches(hit ask.Hit) int {
	n := len(hit.Paragraphs)
	if n > 0 && hit.Paragraphs[0] == 0 {
		n--
	}
	return n
}

// bodyForm is a statement with the given paragraphs.
func bodyForm(h model.Header, body []model.Paragraph) statementForm {
	form := headerForm(h)
	for _, p := range body {
		mentions := p.Mentions
		if mentions == nil {
			mentions = []model.Mention{}
		}
		form.Paragraphs = append(form.Paragraphs, paragraphForm{N: p.N, Text: p.Text, Mentions: mentions})
	}
	return form
}

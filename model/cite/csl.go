package cite

import (
	"bytes"
	"encoding/json"

	"cstoread/model"
)

// cslItem is an item of CSL 1.0.2, in the order in which it is written.
type cslItem struct {
	ID       string    `json:"id"`
	Type     string    `json:"type"`
	Title    string    `json:"title"`
	Author   []cslName `json:"author,omitempty"`
	Issued   *cslDate  `json:"issued,omitempty"`
	Place    string    `json:"publisher-place,omitempty"`
	Genre    string    `json:"genre,omitempty"`
	URL      string    `json:"URL,omitempty"`
	Accessed *cslDate  `json:"accessed,omitempty"`
	Language string    `json:"language,omitempty"`
	// Note holds the paragraphs: a locator belongs to a citation, for which an
	// item has no field.
	Note string `json:"note,omitempty"`
}

// cslName is the name of a body: a literal, which is not taken apart.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

func cslJSON(items []Item) string {
	out := make([]cslItem, 0, len(items))
	for _, i := range items {
		h := i.Header
		c := cslItem{
			ID: i.reference().String(), Type: cslType(h.Kind), Title: h.Title, Issued: cslDateOf(h.Date), Place: h.Place,
			Genre: string(h.Kind), URL: h.Source, Language: h.Language, Note: i.locator(),
		}
		if h.Issuer != "" {
			c.Author = []cslName{{h.Issuer}}
		}
		if h.Source != "" {
			c.Accessed = cslDateOf(h.Retrieved)
		}
		out = append(out, c)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil { // texts and numbers can always be written
		return "[]\n"
	}
	return b.String()
}

func cslType(k model.Kind) string {
	switch k {
	case model.KindSpeech:
		return "speech"
	case model.KindNews:
		return "webpage"
	}
	return "document"
}

// cslDateOf gives a date with as many parts as are known, a range as two.
func cslDateOf(d model.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	first := []int{d.Year}
	if d.Month > 0 {
		first = append(first, d.Month)
	}
	if d.Day > 0 {
		first = append(first, d.Day)
	}
	if d.EndDay == 0 {
		return &cslDate{[][]int{first}}
	}
	return &cslDate{[][]int{first, {d.Year, d.EndMonth, d.EndDay}}}
}

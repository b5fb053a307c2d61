// Package cite writes citations of statements and their paragraphs.
//
// Statements are official documents: they have no personal author, so the body
// that speaks stands in the author's place, and where none is known the title
// does. Nothing is guessed: what a header does not hold is left out, or given
// as "n.d." where a style wants a date.
package cite

import (
	"fmt"
	"slices"
	"strings"

	"cstoread/model"
)

// Style is a way of citing.
type Style string

// The styles there are.
const (
	// Plain is one line for a mail or a footnote, in no house's style.
	Plain Style = "plain"
	// Chicago is a full note of the Chicago Manual of Style, 17th edition.
	Chicago Style = "chicago"
	// APA is a reference of the APA's Publication Manual, 7th edition; for
	// paragraphs the citation in the text follows on a line of its own,
	// because that is the only place in which APA names them.
	APA Style = "apa"
	// BibTeX is an entry that both BibTeX and biblatex read.
	BibTeX Style = "bibtex"
	// CSLJSON is the item format of the Citation Style Language.
	CSLJSON Style = "csl-json"
	// RIS is the exchange format of reference managers.
	RIS Style = "ris"
)

// Styles lists the styles in the order in which help names them.
func Styles() []Style { return []Style{Plain, Chicago, APA, BibTeX, CSLJSON, RIS} }

// ParseStyle reads the name of a style.
func ParseStyle(s string) (Style, error) {
	if style := Style(strings.ToLower(s)); slices.Contains(Styles(), style) {
		return style, nil
	}
	return "", fmt.Errorf("%q is not a style of citation: write plain, chicago, apa, bibtex, csl-json or ris", s)
}

// Item is what is cited: a statement, or paragraphs of it.
type Item struct {
	Header model.Header
	// First and Last are paragraph numbers; both are 0 for the whole statement
	// and equal for one paragraph.
	First, Last int
}

// One cites one item. It ends without a line break.
func One(style Style, item Item) string {
	return strings.TrimRight(All(style, []Item{item}), "\n")
}

// All cites items in the order given, as a file of the style: a line each, or
// an entry each with a blank line between them, or one JSON array. Unless it
// is empty it ends with a line break. An unknown style is taken for Plain.
func All(style Style, items []Item) string {
	if style == CSLJSON {
		return cslJSON(items)
	}
	write, between := plain, ""
	switch style {
	case Chicago:
		write = chicago
	case APA:
		write = apa
	case BibTeX:
		write, between = bibTeX, "\n"
	case RIS:
		write, between = ris, "\n"
	}
	var b strings.Builder
	for i, item := range items {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(write(item) + "\n")
	}
	return b.String()
}

// locator names the paragraphs: "para. 7", "paras. 7–9", or "" for the whole
// statement.
func (i Item) locator() string {
	switch {
	case i.First < 1:
		return ""
	case i.Last <= i.First:
		return fmt.Sprintf("para. %d", i.First)
	}
	return fmt.Sprintf("paras. %d–%d", i.First, i.Last)
}

// reference is the item's address in the library.
func (i Item) reference() model.Reference {
	if i.First < 1 {
		return model.Reference{ID: i.Header.ID}
	}
	return model.Reference{ID: i.Header.ID, First: i.First, Last: max(i.First, i.Last)}
}

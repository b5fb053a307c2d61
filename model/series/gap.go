package series

import (
	"cmp"
	"slices"
	"strings"

	"cstoread/model"
)

// Kind is what an item is.
type Kind string

// The kinds of items, in the order in which they are shown.
const (
	Country    Kind = "country"
	Topic      Kind = "topic"
	Instrument Kind = "instrument"
	Formula    Kind = "formula"
)

var kinds = []Kind{Country, Topic, Instrument, Formula}

// Item is something that one side says and the other does not.
type Item struct {
	Kind Kind
	// Code is that of a mention, "" for a formula.
	Code string
	// Text is a formula as it stands at its first place.
	Text string
	// Statements counts those that have it.
	Statements int
	// Places are the paragraphs that have it, 0 being the title.
	Places []Place
}

// Place is a paragraph of a statement.
type Place struct {
	ID string
	N  int
}

// Gap is what a statement and earlier ones do not share.
type Gap struct {
	// Absent was there before, in at least one earlier statement (a formula
	// in two, or twice in the only one), and is not in the statement.
	Absent []Item
	// New is in the statement (a formula in two of its paragraphs) and in
	// none of the earlier ones.
	New []Item
}

// Compare finds the gap between a statement and earlier ones. Items come by
// kind, those of more statements first.
func Compare(s *model.Statement, earlier []*model.Statement) Gap {
	own := []*model.Statement{s}
	return Gap{
		Absent: append(mentioned(earlier, own), formulas(earlier, own)...),
		New:    append(mentioned(own, earlier), formulas(own, earlier)...),
	}
}

// mentioned lists what is named in some statements and in none of the others.
func mentioned(in, without []*model.Statement) []Item {
	others := map[subject]bool{}
	for _, s := range without {
		for k := range named(s) {
			others[k] = true
		}
	}
	found := map[subject]*Item{}
	for _, s := range in {
		for k := range named(s) {
			if others[k] {
				continue
			}
			if found[k] == nil {
				found[k] = &Item{Kind: Kind(k.kind), Code: k.code}
			}
			found[k].Statements++
		}
		for n := range len(s.Body) + 1 {
			p, _ := s.Paragraph(n)
			for _, m := range p.Mentions {
				if item := found[subject{m.Kind, m.Upper()}]; item != nil && m.Strength == model.StrengthNamed {
					item.at(Place{s.ID, n})
				}
			}
		}
	}
	var out []Item
	for _, item := range found {
		out = append(out, *item)
	}
	slices.SortFunc(out, byWeight)
	return out
}

// at notes a place once.
func (i *Item) at(p Place) {
	if n := len(i.Places); n == 0 || i.Places[n-1] != p {
		i.Places = append(i.Places, p)
	}
}

func byWeight(x, y Item) int {
	return cmp.Or(
		cmp.Compare(slices.Index(kinds, x.Kind), slices.Index(kinds, y.Kind)),
		cmp.Compare(y.Statements, x.Statements),
		cmp.Compare(len(y.Places), len(x.Places)),
		cmp.Compare(len(y.Text), len(x.Text)),
		strings.Compare(x.Code+x.Text, y.Code+y.Text),
	)
}

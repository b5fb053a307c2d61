package compare

import "cstoread/model"

// Relation says how two documents belong together by what their headers say.
type Relation string

// The relations. Texts in two languages share few words, so that their
// paragraphs align by names and numbers at best.
const (
	Unrelated Relation = ""
	// Variants are two versions of one text in one language: two sites'
	// copies, or two translations of the same original.
	Variants Relation = "variants"
	// Translation is a text and its translation, or translations of one
	// original into two languages.
	Translation Relation = "translation"
)

// Related tells how two statements belong together.
func Related(a, b model.Header) Relation {
	linked := a.TranslationOf != "" && (a.TranslationOf == b.ID || a.TranslationOf == b.TranslationOf) ||
		b.TranslationOf != "" && b.TranslationOf == a.ID
	variant := a.VariantOf != "" && (a.VariantOf == b.ID || a.VariantOf == b.VariantOf) ||
		b.VariantOf != "" && b.VariantOf == a.ID
	switch {
	case (linked || variant) && a.Language != b.Language:
		return Translation
	case linked || variant:
		return Variants
	}
	return Unrelated
}

// Tally counts the pairs of a comparison by kind.
type Tally struct {
	Same, Reworded, Merged, Split, OnlyA, OnlyB int
	// Moved counts pairs of any kind that stand in another order.
	Moved int
}

// Tally counts the pairs.
func (r Result) Tally() Tally {
	var t Tally
	for _, p := range r.Pairs {
		switch p.Kind {
		case Same:
			t.Same++
		case Reworded:
			t.Reworded++
		case Merged:
			t.Merged++
		case Split:
			t.Split++
		case OnlyA:
			t.OnlyA++
		case OnlyB:
			t.OnlyB++
		}
		if p.Moved {
			t.Moved++
		}
	}
	return t
}

package index

import (
	"unsafe"

	"github.com/RoaringBitmap/roaring/v2"

	"cstoread/model"
	"cstoread/model/query"
)

// headed gives the paragraphs of the statements whose headers say something.
func (a *asker) headed(p *query.Plan) *roaring.Bitmap {
	make := func() *roaring.Bitmap { return a.paragraphs(a.stating(p)) }
	if f := p.Facet.Field; f == query.FieldIs || f == query.FieldAdded {
		return make() // what they mean changes from one question to the next
	}
	return a.keep("header "+string(p.Facet.Field)+":"+p.Facet.Code, make)
}

// stating gives the statements whose headers say something: for a field whose
// values are kept once, by asking about each value.
func (a *asker) stating(p *query.Plan) dense {
	docs := newDense(a.Statements())
	if c, ok := columnOf(p.Facet); ok {
		holds := make([]bool, len(a.values[c]))
		for i, v := range a.values[c] {
			var h model.Header
			c.set(&h, v)
			holds[i] = p.Header(&h)
		}
		for doc, n := range a.columns[c] {
			if holds[n] {
				docs.add(uint32(doc))
			}
		}
		return docs
	}
	for doc := range uint32(a.Statements()) {
		id := a.id(doc)
		h := model.Header{ID: unsafe.String(&id[0], len(id))}
		flags := a.Segment.headers[a.headerStarts[doc]]
		if flags&flagSource != 0 {
			h.Source = "there"
		}
		if flags&flagNotes != 0 {
			h.Notes = "there"
		}
		if flags&flagTranslation != 0 {
			h.TranslationOf = "there"
		}
		if p.Header(&h) {
			docs.add(doc)
		}
	}
	return docs
}

// columnOf is the column that alone decides a facet.
func columnOf(f query.Facet) (column, bool) {
	field := f.Field
	if field == query.FieldHas {
		field = query.Field(f.Code)
	}
	switch field {
	case query.FieldKind:
		return columnKind, true
	case query.FieldIssuer:
		return columnIssuer, true
	case query.FieldPlace:
		return columnPlace, true
	case query.FieldLanguage:
		return columnLanguage, true
	case query.FieldYear, query.FieldAfter, query.FieldBefore, "date":
		return columnDate, true
	case query.FieldAdded:
		return columnAdded, true
	}
	return 0, false
}

package index

import (
	"encoding/binary"
	"strconv"

	"cstoread/model"
)

// column numbers the fields of headers whose values are kept once each.
type column int

const (
	columnKind column = iota
	columnIssuer
	columnPlace
	columnLanguage
	columnYear
	columnDate
	columnAdded
	columns
)

// value is what a header has in a column, as text; "" is nothing.
func (c column) value(h *model.Header) string {
	switch c {
	case columnKind:
		return string(h.Kind)
	case columnIssuer:
		return h.Issuer
	case columnPlace:
		return h.Place
	case columnLanguage:
		return h.Language
	case columnYear:
		if h.Date.Year == 0 {
			return ""
		}
		return strconv.Itoa(h.Date.Year)
	case columnDate:
		return h.Date.String()
	}
	return h.Added.String()
}

// set gives a header the value of a column.
func (c column) set(h *model.Header, value string) {
	switch c {
	case columnKind:
		h.Kind = model.Kind(value)
	case columnIssuer:
		h.Issuer = value
	case columnPlace:
		h.Place = value
	case columnLanguage:
		h.Language = value
	case columnDate:
		h.Date, _ = model.ParseDate(value)
	case columnAdded:
		h.Added, _ = model.ParseDate(value)
	}
}

// flags of what a header has beside its columns.
const (
	flagEmbedded = 1 << iota
	flagSource
	flagNotes
	flagTranslation
)

// appendHeader writes what the columns do not hold.
func appendHeader(b []byte, h *model.Header) []byte {
	flags := byte(0)
	if h.Embedded {
		flags |= flagEmbedded
	}
	if h.Source != "" {
		flags |= flagSource
	}
	if h.Notes != "" {
		flags |= flagNotes
	}
	if h.TranslationOf != "" {
		flags |= flagTranslation
	}
	b = append(b, flags)
	b = binary.AppendUvarint(b, uint64(h.Paragraphs))
	for _, s := range []string{
		h.ID, h.Title, h.Source, h.Doubtful, h.VariantOf, h.TranslationOf, h.Notes,
		h.Retrieved.String(), h.Published.String(),
	} {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

// header reads the whole header of a statement. Its texts share one copy, and
// those of the columns are the segment's own.
func (s *Segment) header(doc uint32) model.Header {
	all := string(s.headers[s.headerStarts[doc]:s.headerStarts[doc+1]])
	h := model.Header{Embedded: all[0]&flagEmbedded != 0}
	n, at := textNumber(all, 1)
	h.Paragraphs = int(n)
	var retrieved, published string
	for _, field := range [...]*string{
		&h.ID, &h.Title, &h.Source, &h.Doubtful, &h.VariantOf, &h.TranslationOf, &h.Notes,
		&retrieved, &published,
	} {
		n, at = textNumber(all, at)
		*field = all[at : at+int(n)]
		at += int(n)
	}
	h.Retrieved, _ = model.ParseDate(retrieved)
	h.Published, _ = model.ParseDate(published)
	h.Kind = model.Kind(s.value(columnKind, doc))
	h.Issuer = s.value(columnIssuer, doc)
	h.Place = s.value(columnPlace, doc)
	h.Language = s.value(columnLanguage, doc)
	h.Date = s.date(doc)
	h.Added, _ = model.ParseDate(s.value(columnAdded, doc))
	return h
}

// value is a statement's value in a column.
func (s *Segment) value(c column, doc uint32) string { return s.values[c][s.columns[c][doc]] }

// textNumber reads a varint of a text and says where it ends.
func textNumber(s string, at int) (n uint64, end int) {
	for shift := 0; ; shift += 7 {
		c := s[at]
		at++
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n, at
		}
	}
}

// id is a statement's ID, good as long as the segment's bytes are.
func (s *Segment) id(doc uint32) []byte {
	b := s.headers[s.headerStarts[doc]:s.headerStarts[doc+1]]
	_, at := binary.Uvarint(b[1:])
	b = b[1+at:]
	n, at := binary.Uvarint(b)
	return b[at : at+int(n)]
}

// date is a statement's date.
func (s *Segment) date(doc uint32) model.Date { return s.dates[s.columns[columnDate][doc]] }

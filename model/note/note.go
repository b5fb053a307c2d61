// Package note is what a reader keeps about a paragraph: a remark, tags, or
// the mere fact that it was marked. Notes live apart from the statements, so
// they hold the paragraph's words as well as its number, and find it again
// after the statement was edited, renumbered or taken in anew. A note whose
// paragraph is nowhere to be found is an orphan: it is shown, never dropped.
//
// Bookmarks and reading marks are another thing: they say where one was, and
// belong to model.Memory.
package note

import (
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/similar"
)

// Note is what is kept about one paragraph.
type Note struct {
	// ID and N say which paragraph it was when the note was made; 0 is the
	// title.
	ID string
	N  int
	// Anchor is the paragraph's text at that time.
	Anchor string
	Text   string
	// Tags are words of the reader's own, sorted.
	Tags []string
	// Made is the day of the last change.
	Made model.Date
}

// Found says how a note's paragraph was found again.
type Found string

// The ways. A paragraph that was reworded is found while at least half of its
// wording is left.
const (
	There    Found = "there"
	Moved    Found = "moved"
	Reworded Found = "reworded"
	Orphan   Found = "orphan"
)

// Placed is a note with where its paragraph is now.
type Placed struct {
	Note
	Found Found
	// Statement and Paragraph are where it is now; nil and zero of an orphan.
	Statement *model.Statement
	Paragraph model.Paragraph
}

// Reference is where the note's paragraph is now, or was when it is an orphan.
func (p Placed) Reference() model.Reference {
	id, n := p.ID, p.N
	if p.Statement != nil {
		id, n = p.Statement.ID, p.Paragraph.N
	}
	return model.Reference{ID: id, First: n, Last: n}
}

// half is the likeness down to which a paragraph is the same one reworded.
const half = 0.5

// Place finds a note's paragraph in its statement.
func Place(n Note, s *model.Statement) Placed {
	same := similar.Same(n.Anchor)
	if p, ok := s.Paragraph(n.N); ok && similar.Same(p.Text) == same {
		return Placed{n, There, s, p}
	}
	anchor := similar.Shingles(similar.Words(n.Anchor))
	best, at := 0.0, -1
	for i, p := range s.Body {
		if similar.Same(p.Text) == same {
			return Placed{n, Moved, s, p}
		}
		// A paragraph that took others in still contains this one.
		other := similar.Shingles(similar.Words(p.Text))
		likeness := max(similar.Resemblance(anchor, other), similar.Containment(anchor, other))
		if likeness > best {
			best, at = likeness, i
		}
	}
	if at >= 0 && best >= half {
		return Placed{n, Reworded, s, s.Body[at]}
	}
	return Placed{Note: n, Found: Orphan}
}

// Library is where notes' statements are looked for.
type Library interface {
	Headers() []model.Header
	Statement(id string) (*model.Statement, error)
}

// PlaceAll finds the paragraphs of all notes. Where a statement is gone, or no
// longer has the paragraph, another one with the very same words will do, such
// as the same text taken in under another ID.
func PlaceAll(notes []Note, library Library) []Placed {
	out := make([]Placed, len(notes))
	lost := map[uint64][]int{}
	for i, n := range notes {
		out[i] = Placed{Note: n, Found: Orphan}
		if s, err := library.Statement(n.ID); err == nil {
			out[i] = Place(n, s)
		}
		if out[i].Found == Orphan && n.Anchor != "" {
			same := similar.Same(n.Anchor)
			lost[same] = append(lost[same], i)
		}
	}
	if len(lost) == 0 {
		return out
	}
	for _, h := range library.Headers() {
		s, err := library.Statement(h.ID)
		if err != nil {
			continue
		}
		for _, p := range s.Body {
			same := similar.Same(p.Text)
			for _, i := range lost[same] {
				out[i] = Placed{notes[i], Moved, s, p}
			}
			delete(lost, same)
		}
	}
	return out
}

// Tag makes a word fit to be a tag: lower case, without spaces, commas or #
// around it. An empty answer is no tag.
func Tag(s string) string {
	s = strings.Trim(strings.ToLower(strings.TrimSpace(s)), "#,")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' || r == '\n' }), "-")
}

// With gives the notes with one on a paragraph of s changed or added. Its tags
// are added to those there are, its remark replaces an earlier one unless it is
// empty. An orphan that once had the same number stays what it is.
func With(notes []Note, n Note, s *model.Statement) []Note {
	out := slices.Clone(notes)
	for i, old := range notes {
		if !on(old, s, n.N) {
			continue
		}
		if n.Text == "" {
			n.Text = old.Text
		}
		n.Tags = tags(old.Tags, n.Tags)
		out[i] = n
		return out
	}
	n.Tags = tags(n.Tags)
	return append(out, n)
}

// on says that a note is on paragraph n of s as it is now.
func on(old Note, s *model.Statement, n int) bool {
	if old.ID != s.ID {
		return false
	}
	p := Place(old, s)
	return p.Found != Orphan && p.Paragraph.N == n
}

func tags(lists ...[]string) []string {
	out := slices.Concat(lists...)
	slices.Sort(out)
	return slices.Compact(out)
}

// Without gives the notes without those on paragraph n of s, or, where there
// are none, without the orphans that once were on it; and whether there was
// either.
func Without(notes []Note, s *model.Statement, n int) ([]Note, bool) {
	out := slices.DeleteFunc(slices.Clone(notes), func(x Note) bool { return on(x, s, n) })
	if len(out) == len(notes) {
		out = slices.DeleteFunc(out, func(x Note) bool { return x.ID == s.ID && x.N == n && Place(x, s).Found == Orphan })
	}
	return out, len(out) < len(notes)
}

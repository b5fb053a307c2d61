package note

import (
	"slices"
	"testing"

	"cstoread/model"
)

const (
	first  = "Ministers express concern over the situation in Syria and in the whole of the region."
	second = "They call on all parties to return to the table without preconditions of any kind."
	third  = "They call upon all of the parties to return to the table without preconditions of any kind."
)

type shelf map[string]*model.Statement

func (l shelf) Headers() []model.Header {
	var out []model.Header
	for _, s := range l {
		out = append(out, s.Header)
	}
	return out
}

func (l shelf) Statement(id string) (*model.Statement, error) {
	if s, ok := l[id]; ok {
		return s, nil
	}
	return nil, model.ErrUnknownID
}

func of(id string, paragraphs ...string) *model.Statement {
	s := &model.Statement{Header: model.Header{ID: id, Title: "A title"}}
	for i, p := range paragraphs {
		s.Body = append(s.Body, model.Paragraph{N: i + 1, Text: p})
	}
	return s
}

func TestPlace(t *testing.T) {
	n := Note{ID: "a", N: 2, Anchor: second}
	for _, c := range []struct {
		name string
		s    *model.Statement
		want Found
		at   string
	}{
		{"untouched", of("a", first, second), There, "a#p2"},
		{"one put before it", of("a", first, first+" More.", second), Moved, "a#p3"},
		{"reworded in place", of("a", first, third), Reworded, "a#p2"},
		{"reworded and moved", of("a", third, first), Reworded, "a#p1"},
		{"joined with another", of("a", first+" "+second), Reworded, "a#p1"},
		{"deleted", of("a", first), Orphan, "a#p2"},
		{"another text altogether", of("a", first, "Nothing of the sort."), Orphan, "a#p2"},
		{"another statement has it", of("b", first, second), Moved, "b#p2"},
	} {
		got := PlaceAll([]Note{n}, shelf{c.s.ID: c.s})[0]
		if got.Found != c.want || got.Reference().String() != c.at {
			t.Errorf("%s: %s at %s, want %s at %s", c.name, got.Found, got.Reference(), c.want, c.at)
		}
	}
	if got := Place(Note{ID: "a", N: 0, Anchor: "A title"}, of("a", first)); got.Found != There {
		t.Errorf("the title: %s", got.Found)
	}
}

func TestWith(t *testing.T) {
	s := of("a", first, second)
	notes := With(nil, Note{ID: "a", N: 1, Anchor: first, Text: "old", Tags: []string{"x"}}, s)
	notes = With(notes, Note{ID: "a", N: 1, Anchor: first, Tags: []string{"b", "x"}}, s)
	if len(notes) != 1 || notes[0].Text != "old" || !slices.Equal(notes[0].Tags, []string{"b", "x"}) {
		t.Errorf("%+v", notes)
	}
	// The paragraph is dropped: a note on the next one leaves the orphan alone.
	s = of("a", second)
	notes = With(notes, Note{ID: "a", N: 1, Anchor: second, Text: "new"}, s)
	if len(notes) != 2 || notes[0].Text != "old" || notes[1].Text != "new" {
		t.Errorf("%+v", notes)
	}
	rest, ok := Without(notes, s, 1)
	if !ok || len(rest) != 1 || rest[0].Text != "old" {
		t.Errorf("%+v, %v", rest, ok)
	}
	if rest, ok = Without(rest, s, 1); !ok || len(rest) > 0 {
		t.Errorf("the orphan is still there: %+v", rest)
	}
	if _, ok = Without(notes, s, 2); ok {
		t.Error("a note was removed from a paragraph that has none")
	}
}

func TestTag(t *testing.T) {
	for in, want := range map[string]string{"#Gulf": "gulf", " Two words ": "two-words", "a,b": "a-b", "#": "", "": ""} {
		if got := Tag(in); got != want {
			t.Errorf("Tag(%q) = %q, want %q", in, got, want)
		}
	}
}

package command

import (
	"slices"
	"strings"

	"cstoread/model"
)

// statement finds the one statement that id names. A whole ID is read without
// a look at any other statement; else id may be the beginning of one ID, or
// any part of it, as long as only one has it.
func (a *app) statement(id string) (*model.Statement, error) {
	library, err := a.Library()
	if err != nil {
		return nil, err
	}
	if s, err := library.Statement(id); err == nil {
		return s, nil
	}
	switch found := matchingIDs(library.Headers(), id); len(found) {
	case 0:
		return nil, nothingf("no statement has %q in its id; to see the ids: cstoread list", line(id))
	case 1:
		return library.Statement(found[0])
	default:
		return nil, usagef("%q could be %s; write more of the id", line(id), someOf(found))
	}
}

// matchingIDs lists the IDs that id can stand for: itself, else those which
// begin with it, else those which have it somewhere.
func matchingIDs(headers []model.Header, id string) []string {
	id = strings.ToLower(id)
	var begin, within []string
	for _, h := range headers {
		switch {
		case h.ID == id:
			return []string{h.ID}
		case strings.HasPrefix(h.ID, id):
			begin = append(begin, h.ID)
		case strings.Contains(h.ID, id):
			within = append(within, h.ID)
		}
	}
	if len(begin) > 0 {
		return begin
	}
	return within
}

// someOf names up to three IDs.
func someOf(ids []string) string {
	shown := slices.Clone(ids[:min(3, len(ids))])
	for i := range shown {
		shown[i] = line(shown[i])
	}
	if len(ids) > len(shown) {
		return strings.Join(shown, ", ") + " and others"
	}
	return strings.Join(shown[:len(shown)-1], ", ") + " or " + shown[len(shown)-1]
}

// passage is what a reference points to: a statement and the paragraphs of it
// that are meant.
type passage struct {
	*model.Statement
	ref  model.Reference
	body []model.Paragraph
}

// passage looks up one argument of a command.
func (a *app) passage(arg string) (passage, error) {
	ref, err := model.ParseReference(arg)
	if err != nil {
		return passage{}, usagef("%s", line(err.Error()))
	}
	s, err := a.statement(ref.ID)
	if err != nil {
		return passage{}, err
	}
	ref.ID = s.ID
	return cut(s, ref)
}

// cut takes the paragraphs that ref means out of its statement.
func cut(s *model.Statement, ref model.Reference) (passage, error) {
	if ref.First == 0 {
		return passage{Statement: s, ref: ref, body: s.Body}, nil
	}
	if ref.Last > len(s.Body) {
		return passage{}, nothingf("%s has %d paragraphs, so there is no %s", s.ID, len(s.Body), ref)
	}
	return passage{Statement: s, ref: ref, body: s.Body[ref.First-1 : ref.Last]}, nil
}

package command

import (
	"errors"

	"cstoread/model"
)

// statement finds the one statement that id names. A whole ID is read without
// a look at any other statement; else id may be the beginning of one ID, or
// any part of it, as long as only one has it.
func (a *app) statement(id string) (*model.Statement, error) {
	library, err := a.library()
	if err != nil {
		return nil, err
	}
	s, err := library.Statement(id)
	if !errors.Is(err, model.ErrUnknownID) {
		return s, err
	}
	whole, err := model.Resolve(idsOf(library), id)
	if err != nil {
		return nil, err
	}
	return library.Statement(whole)
}

func idsOf(library model.Library) []string {
	headers := library.Headers()
	ids := make([]string, len(headers))
	for i := range headers {
		ids[i] = headers[i].ID
	}
	return ids
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

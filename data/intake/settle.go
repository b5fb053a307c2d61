package intake

import (
	"errors"

	"cstoread/data/document"
	"cstoread/data/page"
	"cstoread/model"
)

// settle gives a statement the body that its file will have. Markdown of a
// source can mean something else where it stands in a document (a list that
// runs into the next, a number that begins a line); what is searched and
// quoted must be what is kept. Where marks make the difference, the text is
// kept without them.
func settle(s *model.Statement) error {
	if ok, err := readBack(s); ok || err != nil {
		return err
	}
	for i := range s.Body {
		p := &s.Body[i]
		p.Markdown = page.Escape(p.Text)
		if p.Role != model.RoleSignature && p.Role != model.RoleSalutation {
			p.Role = model.RoleText
		}
	}
	_, err := readBack(s)
	return err
}

// readBack formats and parses a statement, and takes its body from there when
// it has as many paragraphs.
func readBack(s *model.Statement) (bool, error) {
	try := *s
	if try.ID == "" {
		try.ID = "new"
	}
	if try.Title == "" {
		return false, errors.New("it has no title")
	}
	back, err := document.Parse("the new statement", document.Format(&try))
	if err != nil {
		return false, err
	}
	if len(back.Body) != len(s.Body) {
		return false, nil
	}
	s.Title, s.Body = back.Title, back.Body
	s.Paragraphs = len(s.Body)
	return true, nil
}

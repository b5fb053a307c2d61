package command

import (
	"cstoread/model"
)

// addForm is the machine-readable form of what became of a source.
type addForm struct {
	Source    string         `json:"source"`
	Status    string         `json:"status"`
	ID        string         `json:"id,omitempty"`
	Reason    string         `json:"reason,omitempty"`
	Statement *statementForm `json:"statement,omitempty"`
	// Paragraphs counts the body's; First and Last are its first and last
	// paragraph, which show at a glance whether the text was cut right.
	Paragraphs int                       `json:"paragraphs,omitempty"`
	First      string                    `json:"first,omitempty"`
	Last       string                    `json:"last,omitempty"`
	Evidence   map[string]model.Evidence `json:"evidence,omitempty"`
	Notes      []string                  `json:"notes,omitempty"`
}

func additionForm(add model.Addition) addForm {
	f := addForm{
		Source: add.Source, Status: string(add.Status), ID: add.ID, Reason: add.Reason,
		Evidence: add.Evidence, Notes: add.Notes,
	}
	s := add.Statement
	if s == nil {
		return f
	}
	head := headerForm(s.Header)
	f.Statement = &head
	f.Paragraphs = len(s.Body)
	if len(s.Body) > 0 {
		f.First, f.Last = s.Body[0].Text, s.Body[len(s.Body)-1].Text
	}
	return f
}

// Package document reads and writes statements as files hold them: Markdown
// with YAML front matter.
//
//	---
//	id: 2019-11-27-middle-east-north-africa
//	title: Statement by the Foreign Ministers …
//	date: 2019-11-27
//	place: Bishkek
//	---
//
//	The Foreign Ministers … express concern …
//
// The front matter is strict where a mistake would mislead: a missing id or
// title, a date that the calendar does not have, a key given twice, an empty
// body are errors with their line. Where the file may simply know more than
// this program (an unknown key, another kind), it is kept and a Problem says
// so. The body is Markdown as CommonMark and GitHub's tables define it; its
// blocks are the statement's paragraphs.
//
// Everything is cleaned here, at the door: no escape sequence, control byte or
// direction override of a file gets any further.
//
// Finding mentions, and where files are, is not this package's business.
package document

import (
	"fmt"

	"cstoread/model"
	"cstoread/model/clean"
)

// MaxSize is the greatest size of a document in bytes. The longest treaties
// are a few MiB; what is longer is no statement.
const MaxSize = 16 << 20

// Document is a statement with what its file holds besides.
type Document struct {
	Statement *model.Statement
	// Extra is the front matter's unknown keys, as YAML lines to the letter.
	Extra string
	// Warnings are what should be looked at and does no harm.
	Warnings []Problem
}

// Problem is something wrong in a file, and where.
type Problem struct {
	// Name is the file's.
	Name string
	// Line counts from 1.
	Line int
	// Message says what is wrong and what to do, without a full stop.
	Message string
}

// Error gives "NAME:LINE: MESSAGE", in one line that is safe to print.
func (p *Problem) Error() string {
	return clean.Line(fmt.Sprintf("%s:%d: %s", p.Name, p.Line, p.Message))
}

// Parse reads a document and returns its statement, without mentions. An
// error is a *Problem. Name is used in messages only.
func Parse(name string, data []byte) (*model.Statement, error) {
	doc, err := Read(name, data)
	if err != nil {
		return nil, err
	}
	return doc.Statement, nil
}

// Read is Parse with the rest of what the file holds.
func Read(name string, data []byte) (*Document, error) {
	doc, body, err := read(name, data)
	if err != nil {
		return nil, err
	}
	doc.Statement.Body = paragraphs(body)
	if doc.Statement.Paragraphs = len(doc.Statement.Body); doc.Statement.Paragraphs == 0 {
		return nil, emptyBody(name, data)
	}
	return doc, nil
}

// ParseHeader reads the header alone and counts the paragraphs. It is several
// times faster than Parse.
func ParseHeader(name string, data []byte) (model.Header, error) {
	doc, body, err := read(name, data)
	if err != nil {
		return model.Header{}, err
	}
	header := doc.Statement.Header
	if header.Paragraphs = count(body); header.Paragraphs == 0 {
		return model.Header{}, emptyBody(name, data)
	}
	return header, nil
}

// read is what Read and ParseHeader share: everything but the body's text.
func read(name string, data []byte) (doc *Document, body string, err error) {
	if len(data) > MaxSize {
		return nil, "", &Problem{name, 1, fmt.Sprintf("larger than %d MiB, which no statement is", MaxSize>>20)}
	}
	head, body, problem := split(name, clean.Text(string(data)))
	if problem != nil {
		return nil, "", problem
	}
	fields, problem := parseFields(name, head)
	if problem != nil {
		return nil, "", problem
	}
	doc, problem = fill(name, fields)
	if problem != nil {
		return nil, "", problem
	}
	return doc, disarm(body), nil
}

func emptyBody(name string, data []byte) error {
	line := 1
	for _, c := range data {
		if c == '\n' {
			line++
		}
	}
	return &Problem{name, line, "no text after the front matter: a statement has at least one paragraph"}
}

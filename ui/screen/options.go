package screen

import (
	"context"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// Options are what the screen works on and how it starts.
type Options struct {
	// Open gives the library when the screen is already there; it may take
	// its time.
	Open func() (Shelf, error)
	// Memory keeps what is remembered between runs; nil remembers nothing.
	Memory Memory
	// Cite writes a citation of paragraphs first to last of a statement, or
	// of the whole when both are 0, in one line or a few.
	Cite func(h model.Header, first, last int) string
	// Add reads a source (a path or an address), keeps what it finds there in
	// the library if keep is set, and reports what became, or would become,
	// of each part of it. Nil means that nothing can be added.
	Add func(ctx context.Context, source string, keep bool, report func(model.Addition)) error
	// Today is the day of reading, for queries like added:7d.
	Today model.Date
	// Keys are the bindings; the zero value is keys.Default.
	Keys keys.Map

	// Reference opens this statement, at its paragraph if it has one.
	Reference model.Reference
	// Query is the text of the query to start with.
	Query string

	// Piped says that what is chosen will be printed into a pipe: Enter in
	// the reader then prints and ends, as p does.
	Piped bool
	// Linear draws for a screen reader: no frame, one fact a line.
	Linear bool
	// NoMouse leaves the mouse to the terminal.
	NoMouse bool
	// NoColour draws without colours.
	NoColour bool
	// Theme is the scheme of colours; "" is the standard one.
	Theme theme.Scheme
	// Measure is the width of the text in columns where the reader has not
	// chosen one; 0 is the program's own.
	Measure int
}

// Shelf is the library with what answers questions about it.
type Shelf struct {
	Library model.Library
	Engine  ask.Engine
	Tables  Tables
	// Stem makes ~word find all forms of a word.
	Stem func(word string) string
}

// Tables is what the screen needs of the tables of mentions.
type Tables interface {
	query.Vocabulary
	// CountryName and TopicName are the names people know a code by, or the
	// code itself when it is not known.
	CountryName(code string) string
	TopicName(code string) string
}

// Memory keeps what is remembered from one run to the next. Its methods are
// called away from the screen's own loop, one at a time.
type Memory interface {
	Load() (model.Memory, error)
	Save(model.Memory) error
}

// Result is how it ended.
type Result struct {
	// Cancelled is true when the reader was left by an interrupt; then
	// nothing is to be printed and the exit code is 130.
	Cancelled bool
	// Chosen is what is to be printed, or nil.
	Chosen *model.Reference
}

package command

import (
	"context"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/tag"
	"cstoread/ui/theme"
)

// Deps are the things that the commands work on. Each is asked for when a
// command first needs it, so that showing a statement reads that statement
// and nothing else.
type Deps struct {
	// Library is the collection of all statements: those built in and those
	// of a folder, which is the user's own one when it is "". Without
	// mentions, statements are read but nothing is looked for in them.
	Library func(folder string, mentions bool) (model.Library, error)
	// Tables are the tables of countries, topics and instruments.
	Tables func() (*tag.Tables, error)
	// Engine answers questions to a library.
	Engine func(model.Library) (ask.Engine, error)
	// Settings are what the user has set in the configuration file.
	Settings func() (Settings, error)
	// Notes are the user's notes on paragraphs.
	Notes func() Notebook
	// Keeping changes the user's library.
	Keeping
	// Queries are the saved queries by name.
	Queries func() (map[string]string, error)
	// Stem makes ~word find all forms of a word.
	Stem func(word string) string
	// Open runs the reader until the person at it ends it. It returns what
	// was chosen to be printed, nothing when nothing was, and ErrCancelled
	// when the reader was left without the choice it was opened for.
	Open func(ctx context.Context, start Start) ([]model.Reference, error)
}

// Start says where and how the reader opens.
type Start struct {
	// Library is the folder of the user's statements, "" for the usual one.
	Library string
	// Reference or Query is where it opens; without either, at the whole list.
	Reference model.Reference
	Query     string
	// Piped says that standard output is no terminal: what is chosen goes
	// there, so that leaving without a choice is a cancellation.
	Piped bool
	// Keys are changes of keys, "ACTION=KEY KEY", those that count last.
	Keys []string
	// Theme is the scheme of colours, Measure the width of the text in
	// columns, 0 for the usual one.
	Theme   theme.Scheme
	Measure int
	// Linear is for screen readers; NoMouse leaves the mouse alone.
	Linear, NoMouse bool
}

// library is the collection that this command line is about, opened once.
func (a *app) library() (model.Library, error) {
	if a.opened != nil {
		return a.opened, nil
	}
	library, err := a.Library(a.folder, !a.plain)
	if err == nil {
		a.opened = library
	}
	return library, err
}

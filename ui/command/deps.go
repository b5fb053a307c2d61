package command

import (
	"context"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/tag"
)

// Deps are the things that the commands work on. Each is asked for when a
// command first needs it, so that showing a statement reads that statement
// and nothing else.
type Deps struct {
	// Library is the collection of all statements.
	Library func() (model.Library, error)
	// Tables are the tables of countries, topics and instruments.
	Tables func() (*tag.Tables, error)
	// Engine answers questions to the library.
	Engine func() (ask.Engine, error)
	// Open runs the reader until the person at it ends it. It returns what
	// was chosen to be printed, nothing when nothing was, and ErrCancelled
	// when the reader was left without the choice it was opened for.
	Open func(ctx context.Context, start Start) ([]model.Reference, error)
}

// Start says where the reader opens: at a statement, at a query, or at the
// whole list.
type Start struct {
	Reference model.Reference
	Query     string
}

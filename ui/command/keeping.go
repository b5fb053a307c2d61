package command

import (
	"context"
	"io"
	"iter"

	"cstoread/model"
)

// Keeping is what the commands that change the user's library work on.
type Keeping struct {
	// Add takes sources in and reports what became of each, in their order.
	Add func(ctx context.Context, request AddRequest, report func(model.Addition)) error
	// Count is how many files the sources are, for showing progress.
	Count func(sources []string) int
	// List reads a list of sources, one a line.
	List func(io.Reader) ([]string, error)
	// Keeper is the user's own library, in the folder that --library names.
	Keeper func(folder string) (Keeper, error)
	// Export writes statements out in a form for other programs.
	Export func(ExportRequest) error
	// Checks looks over the library, its cache and the files beside it.
	Checks func(folder string) []model.Check
}

// AddRequest says what to add and how.
type AddRequest struct {
	// Folder is the user's library as --library names it.
	Folder  string
	Sources []string
	// Stdin is what "-" reads.
	Stdin io.Reader
	// DryRun keeps nothing.
	DryRun bool
	// Local allows addresses of the local network.
	Local bool
}

// ExportRequest says what to write out, how and where.
type ExportRequest struct {
	// Format is markdown, jsonl, csv, html or epub.
	Format string
	// To is the folder or file to write; without it everything goes to Out.
	To         string
	Out        io.Writer
	Statements iter.Seq2[*model.Statement, error]
}

// Keeper is a library that can be changed.
type Keeper interface {
	Remove(id string) error
	Restore(id string) error
	// Trash lists what can be restored.
	Trash() []model.Header
	// Document is a statement's file.
	Document(id string) ([]byte, error)
	// SetHeader gives a statement's file another header.
	SetHeader(id string, change func(*model.Header)) error
	// Replace gives a statement's file other bytes, which must be a document
	// of the same ID.
	Replace(id string, data []byte) error
}

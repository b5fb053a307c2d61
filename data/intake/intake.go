// Package intake takes sources into the library: it finds the files behind
// what people name, has them read and understood, tells what is there already,
// and hands what is new to the library to keep.
//
// Reading formats is package source's business, understanding pages package
// page's, and writing files the library's. Nothing of a source that is refused
// is kept, and every source gets one Result that says what became of it.
package intake

import (
	"context"
	"io"

	"cstoread/data/source"
	"cstoread/model"
)

// Result is what became of one source, or of one file within it.
type Result = model.Addition

// Keeper keeps statements. What it took without an error is on disk.
type Keeper interface {
	// AddAll keeps new statements under their IDs, with an error or nil for
	// each.
	AddAll(statements []*model.Statement) []error
	// Edit replaces a statement's file and keeps the old one.
	Edit(id string, change func(old []byte) ([]byte, error)) error
}

// Fetcher gets a page from the web.
type Fetcher interface {
	Get(ctx context.Context, address string) (source.Input, error)
}

// Options say how to take sources in.
type Options struct {
	Library model.Library
	// Keeper is nil where there is no library to add to.
	Keeper Keeper
	// Fetch is nil where nothing may be fetched.
	Fetch  Fetcher
	Stdin  io.Reader
	Limits source.Limits
	// Today is the day that is noted as the one of retrieval and addition.
	Today model.Date
	// DryRun keeps nothing.
	DryRun bool
	// Report is called for every result, in the order of the sources, when
	// what it says is true: "added" comes after the file is on disk.
	Report func(Result)
}

// Run takes in the sources that are named: files, folders, "-" for standard
// input, addresses. It goes on after a source that fails; its error is for
// what stops the whole: a library that cannot be written, or ctx. What was
// reported as added stays.
func Run(ctx context.Context, names []string, o Options) error {
	k, err := newKept(o)
	if err != nil {
		return err
	}
	err = understood(ctx, names, o, k.take)
	if flushErr := k.flush(); err == nil {
		err = flushErr
	}
	return err
}

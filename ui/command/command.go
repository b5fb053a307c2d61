// Package command is cstoread without a screen: the command line, its flags,
// its exit codes and what it prints for people and for programs.
//
// Every command asks package ask the same questions as the screen does, so
// that a query gives the same answer on both. A command is one file here;
// what they share is next to them: the query flags, the output formats, the
// machine-readable forms. Nothing here draws a screen: the reader is opened
// through Deps, and package ui joins the two.
package command

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// Deps are the things that the commands work on. All but Open are asked for
// when a command first needs them, so that showing a statement reads that
// statement and nothing else.
type Deps struct {
	// Library is the collection of all statements.
	Library func() (model.Library, error)
	// Tables are the tables of countries, topics and instruments.
	Tables func() (Tables, error)
	// Engine answers questions to the library.
	Engine func() (ask.Engine, error)
	// Open runs the reader until the person at it ends it. It returns what
	// was chosen to be printed, nothing when nothing was, and ErrCancelled
	// when the reader was left without a choice that was asked for.
	Open func(ctx context.Context, start Start) ([]model.Reference, error)
}

// Tables is what the commands need of the tables of mentions.
type Tables interface {
	query.Vocabulary
	// Tag appends the mentions in text to dst. The language is a BCP 47 tag,
	// empty when it is not known.
	Tag(dst []model.Mention, text, language string) []model.Mention
	// CountryName and TopicName are the names people know a code by.
	CountryName(code string) string
	TopicName(code string) string
}

// Start says where the reader opens: at a statement, at a query, or at the
// whole list.
type Start struct {
	Reference model.Reference
	Query     string
}

// Streams are the three ends of a command's plumbing.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
}

// app is what every command has at hand.
type app struct {
	Deps
	Streams
}

// Run executes one command line, without the program's name, and returns the
// exit code.
func Run(ctx context.Context, args []string, streams Streams, deps Deps) int {
	a := &app{Deps: deps, Streams: streams}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	return a.exit(root.ExecuteContext(ctx))
}

// root is the command line's tree.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "cstoread [REFERENCE | QUERY WORDS...]",
		Short:         "Read, filter and quote diplomatic statements",
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          a.open,
	}
	return root
}

func (a *app) open(cmd *cobra.Command, args []string) error {
	_, err := a.Open(cmd.Context(), Start{})
	return err
}

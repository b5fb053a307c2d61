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
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"cstoread/model"
)

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
	out *output
	// began says that the command line was understood and its command runs:
	// what fails before is a mistake in the command line.
	began bool
	// folder is where the user's statements are, as --library names it.
	folder string
	// plain says that the command has no use for mentions.
	plain  bool
	opened model.Library
}

// Run executes one command line, without the program's name, and returns the
// exit code.
func Run(ctx context.Context, args []string, streams Streams, deps Deps) int {
	a := &app{Deps: deps, Streams: streams, out: newOutput(streams.Out)}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	err := root.ExecuteContext(ctx)
	if err != nil && !a.began {
		err = usageError{err}
	}
	if flushed := a.out.Flush(); err == nil {
		err = flushed
	}
	return a.exit(err)
}

// The groups in which help shows the commands.
const (
	groupRead = "read"
	groupKeep = "keep"
	groupMore = "more"
)

// root is the tree of all commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "cstoread [REFERENCE | QUERY WORDS...]",
		Short: "Read, filter and quote diplomatic statements",
		Long: `Opens the reader: on the whole list, at a statement, or at a query.

In a pipe the screen is drawn on the terminal and what is chosen with p (or
Enter) goes to standard output. The commands below do the same work without a
screen.

` + exitCodesHelp,
		Example: `  cstoread
  cstoread 2019-11-27
  cstoread country:Syria "territorial integrity"
  cstoread | less`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       "set",
		RunE:          a.open,
	}
	root.SetVersionTemplate(versionLine())
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return fmt.Errorf("%w; see cstoread --help", err)
	})
	a.queryFlags(root)
	readerFlags(root)
	formatFlag(root, "form of what is printed", formatText, formatMarkdown, formatJSON)
	root.PersistentFlags().StringVar(&a.folder, "library", "", "folder of your own statements")
	must(root.MarkPersistentFlagDirname("library"))
	root.AddGroup(
		&cobra.Group{ID: groupRead, Title: "reading and finding"},
		&cobra.Group{ID: groupKeep, Title: "your own statements"},
		&cobra.Group{ID: groupMore, Title: "more"},
	)
	root.SetHelpCommandGroupID(groupMore)
	root.SetCompletionCommandGroupID(groupMore)
	root.AddCommand(a.list(), a.show(), a.search(), a.precedents(), a.queries())
	for _, c := range censuses() {
		root.AddCommand(a.census(c))
	}
	root.AddCommand(a.add(), a.edit(), a.remove(), a.restore(), a.exporting(), a.doctor())
	root.AddCommand(a.cite(), a.tag(), a.eval(), a.config(), a.man())
	root.AddCommand(a.compare(), a.missing(), a.timeline())
	root.AddCommand(a.note(), a.notes(), a.collect())
	for _, cmd := range append(root.Commands(), root) {
		cmd.RunE = a.begin(cmd.RunE)
	}
	return root
}

// begin notes that a command runs.
func (a *app) begin(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		a.began = true
		if err := a.ownFolder(cmd); err != nil {
			return err
		}
		return run(cmd, args)
	}
}

// ownFolder takes the user's folder from the settings where neither the
// command line nor the environment names one. config tells them apart itself.
func (a *app) ownFolder(cmd *cobra.Command) error {
	if a.folder != "" || os.Getenv("CSTOREAD_LIBRARY") != "" || cmd.Name() == "config" {
		return nil
	}
	s, err := a.Settings()
	a.folder = s.Library
	return err
}

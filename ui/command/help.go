package command

import (
	"context"
	"os"
	"slices"
	"strings"

	"charm.land/fang/v2"
	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
)

// help prints the help of cmd in fang's dress. Fang runs for this alone:
// before anything it prints it asks the terminal on os.Stdin whether its
// background is dark, and waits two seconds where the terminal does not
// answer. So it gets no terminal to ask, and the sixteen colours that every
// terminal shows legibly on its own background.
func (a *app) help(cmd *cobra.Command, _ []string) {
	stdin := os.Stdin
	defer func() { os.Stdin = stdin }()
	if null, err := os.Open(os.DevNull); err == nil {
		defer func() { _ = null.Close() }()
		os.Stdin = null
	}
	root := cmd.Root()
	root.SetArgs(append(path(cmd), "--help"))
	_ = fang.Execute(context.Background(), root,
		fang.WithoutVersion(), fang.WithoutManpage(),
		fang.WithColorSchemeFunc(fang.AnsiColorScheme))
}

// path is the words that lead from the root to cmd.
func path(cmd *cobra.Command) []string {
	var words []string
	for ; cmd.HasParent(); cmd = cmd.Parent() {
		words = append(words, cmd.Name())
	}
	slices.Reverse(words)
	return words
}

// man prints the manual page.
func (a *app) man() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Long:    "Prints the manual page in roff, for man(1).",
		Example: "  cstoread man > cstoread.1",
		GroupID: groupMore,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			page, err := mango.NewManPage(1, cmd.Root())
			if err != nil {
				return err
			}
			page.WithSection("Exit status", exitCodesHelp)
			_, err = a.out.WriteString(strings.TrimRight(page.Build(roff.NewDocument()), "\n") + "\n")
			return err
		},
	}
}

package command

import (
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/clean"
	"cstoread/ui/theme"
)

// open starts the reader and prints what was chosen in it.
func (a *app) open(cmd *cobra.Command, args []string) error {
	start, err := a.start(cmd, args)
	if err != nil {
		return err
	}
	flags := cmd.Flags()
	start.Library, start.Piped = a.folder, !a.out.person
	start.Linear, _ = flags.GetBool("linear")
	start.NoMouse, _ = flags.GetBool("no-mouse")
	start.Keys, _ = flags.GetStringArray("key")
	if err := a.settle(cmd, &start); err != nil {
		return err
	}
	chosen, err := a.Open(cmd.Context(), start)
	if err != nil {
		return err
	}
	var passages []passage
	for _, ref := range chosen {
		s, err := a.statement(ref.ID)
		if err != nil {
			return err
		}
		p, err := cut(s, ref)
		if err != nil {
			return err
		}
		passages = append(passages, p)
	}
	return a.print(passages, a.chosenFormat(cmd, formatText, formatText))
}

// settle adds to what the command line says what the user has set.
func (a *app) settle(cmd *cobra.Command, start *Start) error {
	s, err := a.Settings()
	if err != nil {
		return err
	}
	named, _ := cmd.Flags().GetString("theme")
	if start.Theme, err = themeSetting(named, s).scheme(); err != nil {
		return err
	}
	start.Measure = s.Measure
	if s.Linear != nil && !cmd.Flags().Changed("linear") && !start.Linear {
		start.Linear = *s.Linear
	}
	if s.Mouse != nil && !cmd.Flags().Changed("no-mouse") {
		start.NoMouse = !*s.Mouse
	}
	start.Keys = slices.Concat(s.OlderKeys, s.Keys, start.Keys)
	return nil
}

// readerFlags adds the flags about the screen.
func readerFlags(cmd *cobra.Command) {
	cmd.Flags().Bool("linear", os.Getenv("CSTOREAD_LINEAR") != "", "plain lines for a screen reader")
	cmd.Flags().Bool("no-mouse", false, "leave the mouse to the terminal")
	cmd.Flags().StringArray("key", nil, "give an action other keys, such as down=n")
	var schemes []string
	for _, s := range theme.Schemes() {
		schemes = append(schemes, string(s))
	}
	cmd.Flags().String("theme", "", "colours: "+strings.Join(schemes, ", "))
	must(cmd.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(schemes, cobra.ShellCompDirectiveNoFileComp)))
}

// start reads the words behind cstoread: one that names a statement opens it,
// all others are a query. A mistake in the query is for the screen to show.
func (a *app) start(cmd *cobra.Command, args []string) (Start, error) {
	text := clean.Line(queryText(cmd, args))
	if len(args) != 1 || text != clean.Line(args[0]) || !looksLikeReference(args[0]) {
		return Start{Query: text}, nil
	}
	ref, err := model.ParseReference(args[0])
	if err != nil {
		return Start{}, usagef("%s", line(err.Error()))
	}
	library, err := a.library()
	if err != nil {
		return Start{}, err
	}
	// A whole ID is found without looking at the others, of which there can
	// be very many.
	id := ref.ID
	if _, err = library.Statement(id); errors.Is(err, model.ErrUnknownID) {
		id, err = model.Resolve(idsOf(library), ref.ID)
	}
	if err == nil {
		ref.ID = id
		return Start{Reference: ref}, nil
	}
	if ref.First > 0 {
		return Start{}, err
	}
	return Start{Query: text}, nil
}

// looksLikeReference tells "2019-11-27" and "2019-11-27-title#p3" from words
// to look for. A word with a hyphen is taken for a part of an id only where
// exactly one statement has it.
func looksLikeReference(s string) bool {
	return strings.ContainsAny(s, "#-") && !strings.ContainsAny(s, " \t\":()") && !strings.HasPrefix(s, "-")
}

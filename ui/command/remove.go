package command

import (
	"github.com/spf13/cobra"

	"cstoread/model"
)

func (a *app) remove() *cobra.Command {
	return &cobra.Command{
		Use:   "remove REFERENCE...",
		Short: "Remove statements from your library, into its trash",
		Long: `Moves statements of your library into its trash, from where restore brings them
back. Statements that are built in cannot be removed.`,
		Example: `  cstoread add statement.txt && cstoread remove ministers`,
		GroupID: groupKeep,
		Args:    atLeastOne("a reference, such as 2019-11-27"), ValidArgsFunction: a.references,
		RunE: func(_ *cobra.Command, args []string) error {
			a.plain = true
			keeper, err := a.Keeper(a.folder)
			if err != nil {
				return err
			}
			for _, arg := range args {
				s, err := a.whole(arg)
				if err != nil {
					return err
				}
				if err := keeper.Remove(s.ID); err != nil {
					return err
				}
				if err := a.say("removed", s.Header); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (a *app) restore() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "restore [ID...]",
		Short: "Bring removed statements back, or list them",
		Long: `Brings statements back from the trash of your library; without an ID it lists
what can be brought back.`,
		Example: `  cstoread add statement.txt && cstoread remove ministers && cstoread restore`,
		GroupID: groupKeep,
		RunE: func(_ *cobra.Command, args []string) error {
			keeper, err := a.Keeper(a.folder)
			if err != nil {
				return err
			}
			trash := keeper.Trash()
			if len(args) == 0 {
				return a.listTrash(trash)
			}
			ids := make([]string, len(trash))
			for i, h := range trash {
				ids[i] = h.ID
			}
			for _, arg := range args {
				id, err := model.Resolve(ids, arg)
				if err != nil {
					return err
				}
				if err := keeper.Restore(id); err != nil {
					return err
				}
				for _, h := range trash {
					if h.ID != id {
						continue
					}
					if err := a.say("restored", h); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
	return cmd
}

func (a *app) listTrash(trash []model.Header) error {
	if len(trash) == 0 {
		return nothingf("the trash is empty")
	}
	for _, h := range trash {
		if err := a.say("in the trash", h); err != nil {
			return err
		}
	}
	return nil
}

// say prints what was done with a statement: a sentence for people, columns
// (what, id, date, title) for programs.
func (a *app) say(what string, h model.Header) error {
	if !a.out.person {
		return a.out.row(what, h.ID, h.Date.String(), h.Title)
	}
	_, err := a.out.WriteString(what + " " + line(h.ID) + ": " + line(model.ShortTitle(h.Title)) + "\n")
	return err
}

// whole looks up a reference that must be to a whole statement.
func (a *app) whole(arg string) (*model.Statement, error) {
	ref, err := model.ParseReference(arg)
	if err != nil {
		return nil, usagef("%s", line(err.Error()))
	}
	if ref.First != 0 {
		return nil, usagef("%s is a part of a statement; name the whole one: %s", line(arg), line(ref.ID))
	}
	return a.statement(ref.ID)
}

// exactlyOne is the rule of commands that work on one thing.
func exactlyOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usagef("%s needs %s, and nothing else", cmd.Name(), what)
		}
		return nil
	}
}

package command

import (
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model/cite"
	"cstoread/model/clean"
)

func (a *app) cite() *cobra.Command {
	var styles []string
	for _, s := range cite.Styles() {
		styles = append(styles, string(s))
	}
	cmd := &cobra.Command{
		Use:   "cite REFERENCE...",
		Short: "Cite statements or paragraphs of them",
		Long: `Prints a citation of each statement, or of the paragraphs that a reference
such as ID#p7 names. What is not known of a statement is left out.

Several references make one file of the style: a line or an entry each, or one
array of JSON.`,
		Example: `  cstoread cite 2019-11-27
  cstoread cite 2019-11-27#p4-5 --style chicago
  cstoread cite 2019-11-27 2024-06-06 --style bibtex > statements.bib`,
		GroupID:           groupRead,
		Args:              atLeastOne("a reference, such as 2019-11-27 or 2019-11-27#p7"),
		ValidArgsFunction: a.references,
		RunE: func(cmd *cobra.Command, args []string) error {
			name, _ := cmd.Flags().GetString("style")
			style, err := cite.ParseStyle(name)
			if err != nil {
				return usagef("--style: %w", err)
			}
			a.plain = true
			passages, err := a.passages(cmd, args)
			if err != nil {
				return err
			}
			return a.printCitations(style, passages)
		},
	}
	cmd.Flags().String("style", string(cite.Plain), "style of citation: "+strings.Join(styles, ", "))
	must(cmd.RegisterFlagCompletionFunc("style", cobra.FixedCompletions(styles, cobra.ShellCompDirectiveNoFileComp)))
	cmd.Flags().String("paragraphs", "", "cite only these paragraphs, such as 3 or 3-5")
	return cmd
}

func (a *app) printCitations(style cite.Style, passages []passage) error {
	items := make([]cite.Item, len(passages))
	for i, p := range passages {
		items[i] = cite.Item{Header: p.Header, First: p.ref.First, Last: p.ref.Last}
	}
	text := cite.All(style, items)
	if style == cite.CSLJSON {
		text = string(harmless([]byte(text)))
	}
	_, err := a.out.WriteString(clean.Text(text))
	return err
}

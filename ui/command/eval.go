package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"cstoread/model/eval"
)

func (a *app) eval() *cobra.Command {
	var split string
	var print eval.Print
	cmd := &cobra.Command{
		Use:   "eval FILE.jsonl...",
		Short: "Measure the tags against texts labelled by a reader",
		Long: `Tags the texts of the files and compares the sets of named countries, of upper
topics and of resolutions with what a reader wrote down. Prints precision,
recall and F1 over all and by class, then each error with its text: "-SY" was
not found, "+SY" should not have been. "-" reads standard input.

Each line of a file is an object

  {"id","text","language","countries":[…],"also":[…],"topics":[…],"resolutions":[…]}

A list that is left out is not judged, an empty one says that nothing must be
found. What "also" (and "also_topics") names counts neither way. The year of a
resolution is ignored. With "spans":[{"code","start","end"}] the places of
countries are compared as well. Lines may be marked "split":"dev" or "held";
errors of the held ones are shown with --held only.`,
		Example: `  cstoread eval gold.jsonl
  cstoread eval --split dev model/tag/testdata/gold/*.jsonl
  cstoread eval --format json gold.jsonl | jq '.facets.countries.f1'`,
		GroupID: groupMore,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("eval needs a FILE of labelled texts; see cstoread eval --help")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if split != "" && split != eval.SplitDev && split != eval.SplitHeld {
				return usagef("--split %s is not known; use %s or %s", line(split), eval.SplitDev, eval.SplitHeld)
			}
			entries, err := a.goldOf(args)
			if err != nil {
				return err
			}
			if entries = eval.Select(entries, split); len(entries) == 0 {
				return nothingf("no labelled text to measure by")
			}
			tables, err := a.Tables()
			if err != nil {
				return err
			}
			report := eval.Score(entries, tables)
			if a.chosenFormat(cmd, formatText, formatText) == formatJSON {
				records := a.out.records(formatNDJSON)
				return records.write(report.Form(print))
			}
			return report.Write(a.out, print)
		},
	}
	cmd.Flags().StringVar(&split, "split", "", "only texts marked dev or held")
	must(cmd.RegisterFlagCompletionFunc("split",
		cobra.FixedCompletions([]string{eval.SplitDev, eval.SplitHeld}, cobra.ShellCompDirectiveNoFileComp)))
	cmd.Flags().BoolVar(&print.Classes, "classes", false, "show every class, also those without errors")
	cmd.Flags().BoolVar(&print.Held, "held", false, "show the errors of held texts too")
	formatFlag(cmd, "form of the scores", formatText, formatJSON)
	return cmd
}

// goldOf reads all files as one set. The same id may stand in several files.
func (a *app) goldOf(names []string) ([]eval.Entry, error) {
	var all []eval.Entry
	for _, name := range names {
		entries, err := a.goldFile(name)
		if err != nil {
			return nil, fmt.Errorf("cannot measure by %s: %w", line(name), err)
		}
		all = append(all, entries...)
	}
	return all, nil
}

func (a *app) goldFile(name string) ([]eval.Entry, error) {
	if name == "-" {
		return eval.Read(a.In)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return eval.Read(f)
}

package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// format is a form of output that --format can name.
type format string

const (
	formatText     format = "text"
	formatTSV      format = "tsv"
	formatJSON     format = "json"
	formatNDJSON   format = "ndjson"
	formatMarkdown format = "markdown"
)

// formatFlag adds --format to cmd with the values it knows.
func formatFlag(cmd *cobra.Command, usage string, known ...format) {
	names := make([]string, len(known))
	for i, f := range known {
		names[i] = string(f)
	}
	cmd.Flags().StringP("format", "f", "", usage+": "+strings.Join(names, ", "))
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)))
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		got, _ := cmd.Flags().GetString("format")
		if got != "" && !slices.Contains(names, got) {
			return usagef("--format %s is not known here; use one of %s", line(got), strings.Join(names, ", "))
		}
		return nil
	}
}

// chosenFormat is the format asked for. Where none was, people get person and
// programs get program.
func (a *app) chosenFormat(cmd *cobra.Command, person, program format) format {
	if got, _ := cmd.Flags().GetString("format"); got != "" {
		return format(got)
	}
	if a.out.person {
		return person
	}
	return program
}

// must is for mistakes of this package's own, such as completing a flag that
// does not exist; a test builds the whole tree.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

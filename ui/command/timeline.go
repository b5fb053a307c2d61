package command

import (
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model/ask"
	"cstoread/model/query"
	"cstoread/model/trend"
)

func (a *app) timeline() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "timeline [QUERY...]",
		Short: "Count paragraphs over the years or months",
		Long: `Counts the paragraphs of each year, or month, in which each query holds. Every
argument is a query of its own, so put one of several words in quotes; flags
such as --topic hold for all of them. --relative counts per 100 paragraphs of
the period.

--table shows something else: heat the countries against the years, together
the countries named in the same paragraphs, topics the topics with the
countries that stand beside them. Those tables take one query or none. Lift is
how many times more often two are named together than chance would have it.

Titles count as paragraphs, as they do in search; the field query of JSON finds
exactly the paragraphs that were counted. In a pipe it prints tab-separated
columns: period, query, statements, paragraphs, paragraphs in the library; heat:
code, year, paragraphs; the other tables: two codes, paragraphs, statements,
lift. Counts without a date stand in a row without a period.`,
		Example: `  cstoread timeline country:Syria country:Libya --by month
  cstoread timeline '"territorial integrity"' terrorism --relative --format json
  cstoread timeline country:Syria country:Libya --format svg > timeline.svg
  cstoread timeline --table heat --format text
  cstoread timeline --table together --sort lift --limit 10`,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			request, err := a.timelineRequest(cmd, args)
			if err != nil {
				return err
			}
			switch request.table {
			case "":
				return a.lines(cmd, request)
			case "heat":
				return a.heat(cmd, request)
			}
			return a.together(cmd, request)
		},
	}
	a.queryFlags(cmd)
	flags := cmd.Flags()
	flags.String("by", string(trend.Year), "length of a period: year, month")
	flags.Bool("relative", false, "count per 100 paragraphs of the period")
	flags.String("table", "", "another table: heat, together, topics")
	flags.String("sort", "paragraphs", "order of a table: "+strings.Join(trend.Orders(), ", "))
	flags.Int("limit", 0, "print at most this many rows of a table; 0 is all")
	for flag, values := range map[string][]string{
		"by": {"year", "month"}, "table": {"heat", "together", "topics"}, "sort": trend.Orders(),
	} {
		must(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)))
	}
	formatFlag(cmd, "form of the counts", formatText, formatTSV, formatJSON, formatSVG)
	return cmd
}

const formatSVG format = "svg"

// timelineRequest is what a command line asks for.
type timelineRequest struct {
	queries  []trend.Asked
	base     ask.Question
	unit     trend.Unit
	relative bool
	table    string
	sort     string
	limit    int
	engine   ask.Engine
}

func (a *app) timelineRequest(cmd *cobra.Command, args []string) (timelineRequest, error) {
	var r timelineRequest
	by, _ := cmd.Flags().GetString("by")
	r.unit = trend.Unit(by)
	r.relative, _ = cmd.Flags().GetBool("relative")
	r.table, _ = cmd.Flags().GetString("table")
	r.sort, _ = cmd.Flags().GetString("sort")
	r.limit, _ = cmd.Flags().GetInt("limit")
	f, _ := cmd.Flags().GetString("format")
	switch {
	case r.unit != trend.Year && r.unit != trend.Month:
		return r, usagef("--by %s is not known; use year or month", line(by))
	case r.table != "" && r.table != "heat" && r.table != "together" && r.table != "topics":
		return r, usagef("--table %s is not known; use heat, together or topics", line(r.table))
	case r.table != "" && len(args) > 1:
		return r, usagef("--table takes one query; put it in quotes where it has several words")
	case trend.SortTogether(nil, r.sort) != nil:
		return r, usagef("--sort %s is not known; use %s", line(r.sort), strings.Join(trend.Orders(), ", "))
	case r.limit < 0:
		return r, usagef("--limit %d: write a number from 0 up", r.limit)
	case format(f) == formatSVG && (r.table == "together" || r.table == "topics"):
		return r, usagef("that table has no picture; use --format text, tsv or json")
	}
	if len(args) == 0 {
		args = []string{""}
	}
	for _, arg := range args {
		q, err := a.question(cmd, []string{arg})
		if err != nil {
			return r, err
		}
		r.base = q
		r.queries = append(r.queries, trend.Asked{Name: nameOf(q.Query, arg), Query: q.Query})
	}
	library, err := a.library()
	if err != nil {
		return r, err
	}
	a.reportProblems(library)
	r.engine, err = a.Engine(library)
	return r, err
}

// nameOf is how a query is shown: as it was typed, else as it is written.
func nameOf(q query.Query, typed string) string {
	switch {
	case strings.TrimSpace(typed) != "":
		return line(typed)
	case q.IsZero():
		return "all"
	}
	return line(q.String())
}

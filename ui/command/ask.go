package command

import (
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model/ask"
)

// orderFlags adds the flags about the order and number of hits.
func orderFlags(cmd *cobra.Command) {
	orders := []string{string(ask.SortDate), string(ask.SortOldest), string(ask.SortTitle), string(ask.SortRelevance)}
	cmd.Flags().String("sort", string(ask.SortDate), "order: "+strings.Join(orders, ", "))
	cmd.Flags().Int("limit", 0, "print at most this many; 0 is all")
	must(cmd.RegisterFlagCompletionFunc("sort", cobra.FixedCompletions(orders, cobra.ShellCompDirectiveNoFileComp)))
}

// ask puts a question to the library. Nothing found is an error, because
// scripts ask for it by the exit code.
func (a *app) ask(cmd *cobra.Command, q ask.Question) (ask.Answer, error) {
	if f := cmd.Flags().Lookup("sort"); f != nil {
		q.Sort = ask.Sort(f.Value.String())
		switch q.Sort {
		case ask.SortDate, ask.SortOldest, ask.SortTitle, ask.SortRelevance:
		default:
			return ask.Answer{}, usagef("--sort %s is not known; use date, oldest, title or relevance", line(f.Value.String()))
		}
	}
	if limit, err := cmd.Flags().GetInt("limit"); err == nil {
		if limit < 0 {
			return ask.Answer{}, usagef("--limit %d: write a number from 0 up", limit)
		}
		q.Limit = limit
	}
	engine, err := a.Engine()
	if err != nil {
		return ask.Answer{}, err
	}
	answer, err := engine.Ask(cmd.Context(), q)
	if err != nil {
		return ask.Answer{}, err
	}
	if len(answer.Hits) == 0 && answer.Statements.N == 0 {
		return ask.Answer{}, noMatch(q)
	}
	return answer, nil
}

func noMatch(q ask.Question) error {
	if q.Query.IsZero() {
		return nothingf("the library is empty")
	}
	return nothingf("no paragraph matches %s; ask for less, or add scope:statement", line(q.Query.String()))
}

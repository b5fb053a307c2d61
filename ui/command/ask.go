package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
)

// orderFlags adds the flags about the order and number of hits.
func orderFlags(cmd *cobra.Command) {
	orders := []string{string(ask.SortDate), string(ask.SortOldest), string(ask.SortTitle), string(ask.SortRelevance)}
	cmd.Flags().String("sort", string(ask.SortDate), "order: "+strings.Join(orders, ", "))
	cmd.Flags().Int("limit", 0, "print at most this many; 0 is all")
	must(cmd.RegisterFlagCompletionFunc("sort", cobra.FixedCompletions(orders, cobra.ShellCompDirectiveNoFileComp)))
}

// orderOf is the order that --sort asks for.
func orderOf(cmd *cobra.Command) (ask.Sort, error) {
	f := cmd.Flags().Lookup("sort")
	if f == nil {
		return "", nil
	}
	if s := ask.Sort(f.Value.String()); slices.Contains(ask.Sorts(), s) {
		return s, nil
	}
	return "", usagef("--sort %s is not known; use date, oldest, title or relevance", line(f.Value.String()))
}

// ask puts a question to the library. Nothing found is an error, because
// scripts ask for it by the exit code.
func (a *app) ask(cmd *cobra.Command, q ask.Question) (ask.Answer, error) {
	switch order, err := orderOf(cmd); {
	case err != nil:
		return ask.Answer{}, err
	case order != "":
		q.Sort = order
	}
	if limit, err := cmd.Flags().GetInt("limit"); err == nil {
		if limit < 0 {
			return ask.Answer{}, usagef("--limit %d: write a number from 0 up", limit)
		}
		q.Limit = limit
	}
	library, err := a.library()
	if err != nil {
		return ask.Answer{}, err
	}
	engine, err := a.Engine(library)
	if err != nil {
		return ask.Answer{}, err
	}
	answer, err := engine.Ask(cmd.Context(), q)
	if err != nil {
		return ask.Answer{}, err
	}
	a.reportProblems(library)
	if len(answer.Hits) == 0 && answer.Statements.N == 0 {
		return ask.Answer{}, noMatch(cmd.Context(), engine, q)
	}
	return answer, nil
}

// noMatch says what was not found, and what is the nearest that would be.
func noMatch(ctx context.Context, engine ask.Engine, q ask.Question) error {
	if q.Query.IsZero() {
		return nothingf("the library is empty")
	}
	way, ok, err := ask.Nearest(ctx, engine, q)
	if err != nil || !ok {
		return nothingf("no paragraph matches %s", line(q.Query.String()))
	}
	return nothingf("no paragraph matches %s; %d would match %s",
		line(q.Query.String()), way.Paragraphs.N, line(way.Query.String()))
}

// problemLines is how many unreadable files are named before the rest is only
// counted.
const problemLines = 3

// reportProblems says which files are left out of the library, since an
// answer without them is not the whole answer.
func (a *app) reportProblems(library model.Library) {
	l, ok := library.(interface{ Problems() []error })
	if !ok {
		return
	}
	problems := l.Problems()
	for i, problem := range problems {
		if i == problemLines {
			_, _ = fmt.Fprintf(a.Err, "cstoread: %d more files are left out\n", len(problems)-i)
			return
		}
		_, _ = fmt.Fprintf(a.Err, "cstoread: left out: %s\n", line(problem.Error()))
	}
}

package command

import (
	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/clean"
	"cstoread/model/query"
	"cstoread/model/series"
)

func (a *app) missing() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "missing REFERENCE",
		Short: "Show what a statement leaves out that earlier ones said",
		Long: `Looks for the earlier statements of the same series, that is of the same issuer
and alike in title, wording and subjects, and lists the countries, topics,
instruments and formulas (word sequences that several of them share) that stood
there and are absent now; then those that are new. The statements it compared
with are shown with how alike they are; --against names others.

In a pipe it prints tab-separated columns: absent or new, kind, code or words,
name, number of statements, references. JSON has the series too.`,
		Example: `  cstoread missing 2024-06-06 --against year:2019
  cstoread missing 2024-06-06 --against country:Syria --format tsv
  cstoread missing 2024-06-06 --against year:2019 --format json | jq '.absent[].text'`,
		GroupID:           groupRead,
		Args:              exactlyOne("a reference, such as 2019-11-27"),
		ValidArgsFunction: a.references,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.passage(args[0])
			if err != nil {
				return err
			}
			members, err := a.series(cmd, p.Statement)
			if err != nil {
				return err
			}
			earlier := make([]*model.Statement, len(members))
			for i, m := range members {
				earlier[i] = m.Statement
			}
			return a.printMissing(cmd, p.Statement, members, series.Compare(p.Statement, earlier))
		},
	}
	cmd.Flags().String("against", "", "compare with the statements that match this query")
	cmd.Flags().Int("limit", 0, "list at most this many of a kind; 0 is all, and 12 on a terminal")
	formatFlag(cmd, "form of the answer", formatText, formatTSV, formatJSON)
	return cmd
}

// series finds what a statement is to be compared with.
func (a *app) series(cmd *cobra.Command, s *model.Statement) ([]series.Member, error) {
	library, err := a.library()
	if err != nil {
		return nil, err
	}
	against, _ := cmd.Flags().GetString("against")
	if against == "" {
		others, err := readAll(library, series.Candidates(s.Header, library.Headers()))
		if err != nil {
			return nil, err
		}
		if members := series.Choose(s, others); len(members) > 0 {
			return members, nil
		}
		return nil, nothingf("no earlier statement of the same issuer is like %s; name some with --against QUERY", s.ID)
	}
	q, err := a.parsed(against)
	if err != nil {
		return nil, err
	}
	answer, err := a.ask(cmd, ask.Question{Query: q, Today: today()})
	if err != nil {
		return nil, err
	}
	var headers []model.Header
	for _, hit := range answer.Hits {
		if hit.Header.ID != s.ID {
			headers = append(headers, hit.Header)
		}
	}
	if len(headers) == 0 {
		return nil, nothingf("%s alone matches %s", s.ID, line(against))
	}
	others, err := readAll(library, headers)
	return series.Rate(s, others), err
}

// parsed reads a query that is the value of a flag.
func (a *app) parsed(text string) (query.Query, error) {
	tables, err := a.Tables()
	if err != nil {
		return query.Query{}, err
	}
	text = clean.Line(text)
	q := query.Parse(text, tables)
	if len(q.Problems) > 0 {
		return query.Query{}, usagef("%s", problemLine(text, q.Problems[0]))
	}
	return q, nil
}

func readAll(library model.Library, headers []model.Header) ([]*model.Statement, error) {
	out := make([]*model.Statement, len(headers))
	for i, h := range headers {
		s, err := library.Statement(h.ID)
		if err != nil {
			return nil, err
		}
		out[i] = s
	}
	return out, nil
}

package command

import (
	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

func (a *app) search() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "search QUERY WORDS...",
		Short: "Find the paragraphs that match a query",
		Long: `Prints each paragraph in which the query holds, with its reference.

In a pipe it prints tab-separated columns: reference, date, title, snippet. A
tab, a line break and a backslash inside a value are written \t, \n and \\.
JSON has the spans of the hits too, as byte offsets into the paragraph's text,
and in snippet_start where in that text the snippet begins.

With --concordance every hit is a line, with its date, what stands before and
after it, and in a pipe its reference; --sort left and --sort right then order
the hits by the words beside them.`,
		Example: `  cstoread search Syria sovereignty
  cstoread search '"territorial integrity"' --country Syria
  cstoread search sovereignty --concordance --sort right
  cstoread search country:SY --format json | jq -r '.[].ref'`,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := a.question(cmd, args)
			if err != nil {
				return err
			}
			if q.Query.IsZero() {
				return usagef("search needs a query, such as: cstoread search country:Syria")
			}
			limit, _ := cmd.Flags().GetInt("limit")
			order, wanted, err := concordOrder(cmd)
			if err != nil {
				return err
			}
			answer, err := a.ask(cmd, q)
			if err != nil {
				return err
			}
			if wanted {
				return a.concordance(cmd, q, answer.Hits, order, limit)
			}
			return a.printSearch(cmd, q, answer.Hits)
		},
	}
	a.queryFlags(cmd)
	orderFlags(cmd)
	concordanceFlag(cmd)
	formatFlag(cmd, "form of the hits", formatText, formatTSV, formatJSON, formatNDJSON)
	return cmd
}

func (a *app) printSearch(cmd *cobra.Command, q ask.Question, hits []ask.Hit) error {
	library, err := a.library()
	if err != nil {
		return err
	}
	f := a.chosenFormat(cmd, formatText, formatTSV)
	limit, _ := cmd.Flags().GetInt("limit")
	records, printed := a.out.records(f), 0
	matcher := query.Compile(q.Query, q.Options())
	for _, hit := range hits {
		s, err := library.Statement(hit.Header.ID)
		if err != nil {
			return err
		}
		for i, n := range hit.Paragraphs {
			if limit > 0 && printed == limit {
				return records.end(f)
			}
			printed++
			found := foundIn(s, n, matcher)
			switch f {
			case formatText:
				err = a.searchText(found, i == 0)
			case formatTSV:
				err = a.out.row(found.Ref, found.Date, found.Title, found.Snippet)
			default:
				err = records.write(found)
			}
			if err != nil {
				return err
			}
		}
	}
	return records.end(f)
}

// end closes the records of a JSON format; others have nothing to close.
func (r *records) end(f format) error {
	if f == formatJSON {
		return r.close()
	}
	return nil
}

// foundIn is what search says about one paragraph.
func foundIn(s *model.Statement, n int, matcher *query.Matcher) searchForm {
	p, _ := s.Paragraph(n)
	spans := query.Joined(matcher.Spans(p))
	start, end := snippet(p.Text, spans)
	form := searchForm{
		Ref: numbered(s.ID, n), ID: s.ID, N: n,
		Date: s.Date.String(), Title: s.Title,
		Snippet: p.Text[start:end], SnippetStart: start,
		Spans: make([][2]int, 0, len(spans)), more: end < len(p.Text),
	}
	for _, sp := range spans {
		form.Spans = append(form.Spans, [2]int{sp.Start, sp.End})
	}
	return form
}

// searchText prints a hit for people: the statement once, then its snippets.
func (a *app) searchText(f searchForm, first bool) error {
	if first {
		head := fit(line(model.ShortTitle(f.Title)), max(0, a.out.width-12))
		if _, err := a.out.WriteString(pad(f.Date, 12) + a.out.in(lookStrong, head) + "\n"); err != nil {
			return err
		}
	}
	_, err := a.out.WriteString("  " + a.out.in(lookDim, line(f.Ref)) + "\n" + a.out.snippetLines(f) + "\n")
	return err
}

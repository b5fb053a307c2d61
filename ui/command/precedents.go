package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// precedentForm is one earlier or later use of a wording.
type precedentForm struct {
	searchForm
	// Use is "first" or "last" of a phrase's uses.
	Use string `json:"use,omitempty"`
	// Likeness is the part of their word sequences that two paragraphs share.
	Likeness float64 `json:"likeness,omitempty"`
}

func (a *app) precedents() *cobra.Command {
	cmd := &cobra.Command{
		Use:   `precedents REFERENCE#p7 | "PHRASE"`,
		Short: "Find where a wording was used before and after",
		Long: `Of a phrase it prints every use from the oldest to the newest, and says which
is the first and which the last. Of a paragraph it prints the paragraphs of
other statements that are worded most like it, with the part of the sequences
of three words that both share. Query flags narrow where it looks.

In a pipe it prints tab-separated columns: reference, date, title, snippet, and
"first" or "last" or the likeness in per cent.`,
		Example: `  cstoread precedents "territorial integrity"
  cstoread precedents 2019-11-27#p7
  cstoread precedents "two-State solution" --after 2015 --format json`,
		Args:    cobra.MinimumNArgs(1),
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := a.question(cmd, nil)
			if err != nil {
				return err
			}
			forms, err := a.findPrecedents(cmd, q, strings.Join(args, " "))
			if err != nil {
				return err
			}
			if limit, _ := cmd.Flags().GetInt("limit"); limit > 0 && len(forms) > limit {
				forms = forms[:limit]
			}
			return a.printPrecedents(cmd, forms)
		},
	}
	a.queryFlags(cmd)
	cmd.Flags().Int("limit", 0, "print at most this many; 0 is all")
	formatFlag(cmd, "form of the uses", formatText, formatTSV, formatJSON, formatNDJSON)
	return cmd
}

func (a *app) findPrecedents(cmd *cobra.Command, q ask.Question, arg string) ([]precedentForm, error) {
	if ref, err := model.ParseReference(arg); err == nil && ref.First > 0 {
		if ref.First != ref.Last {
			return nil, usagef("precedents takes one paragraph: %s#p%d", line(ref.ID), ref.First)
		}
		return a.alike(cmd, q, arg)
	}
	return a.uses(cmd, q, arg)
}

// alike finds the paragraphs that are worded like one.
func (a *app) alike(cmd *cobra.Command, q ask.Question, arg string) ([]precedentForm, error) {
	p, err := a.passage(arg)
	if err != nil {
		return nil, err
	}
	library, err := a.library()
	if err != nil {
		return nil, err
	}
	engine, err := a.Engine(library)
	if err != nil {
		return nil, err
	}
	found, err := ask.Precedents(cmd.Context(), engine, library, q, p.ID, p.body[0])
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, nothingf("no paragraph elsewhere shares three words in a row with %s", p.ref)
	}
	nothing := query.Compile(query.Query{}, query.Options{})
	var forms []precedentForm
	for _, x := range found {
		s, err := library.Statement(x.Header.ID)
		if err != nil {
			return nil, err
		}
		forms = append(forms, precedentForm{searchForm: foundIn(s, x.N, nothing), Likeness: x.Likeness})
	}
	return forms, nil
}

// uses finds every paragraph that has a phrase, from old to new.
func (a *app) uses(cmd *cobra.Command, q ask.Question, phrase string) ([]precedentForm, error) {
	parsed := query.Parse(`"`+strings.Trim(phrase, `"`)+`"`, nil)
	if len(parsed.Problems) > 0 {
		return nil, usagef("precedents needs a phrase or a reference such as 2019-11-27#p4, not %s", line(phrase))
	}
	q.Query = q.Query.WithNode(parsed.Root)
	library, err := a.library()
	if err != nil {
		return nil, err
	}
	q.Sort = ask.SortOldest
	answer, err := a.ask(cmd, q)
	if err != nil {
		return nil, err
	}
	matcher := query.Compile(parsed, q.Options())
	var forms []precedentForm
	for _, hit := range answer.Hits {
		s, err := library.Statement(hit.Header.ID)
		if err != nil {
			return nil, err
		}
		for _, n := range hit.Paragraphs {
			forms = append(forms, precedentForm{searchForm: foundIn(s, n, matcher)})
		}
	}
	markEnds(forms)
	return forms, nil
}

// markEnds says which use is the first and which the last that is dated.
func markEnds(forms []precedentForm) {
	last := -1
	for i := range forms {
		if forms[i].Date != "" {
			last = i
		}
	}
	if last >= 0 {
		forms[last].Use = "last"
		forms[0].Use = "first"
	}
}

func (a *app) printPrecedents(cmd *cobra.Command, forms []precedentForm) error {
	f := a.chosenFormat(cmd, formatText, formatTSV)
	records := a.out.records(f)
	for _, form := range forms {
		note := form.Use
		if form.Likeness > 0 {
			note = fmt.Sprintf("%.0f%%", 100*form.Likeness)
		}
		var err error
		switch f {
		case formatText:
			head := pad(form.Date, 12) + pad(note, 7) + a.out.in(lookStrong, fit(line(form.Ref), max(0, a.out.width-19)))
			_, err = a.out.WriteString(head + "\n" + a.out.snippetLines(form.searchForm) + "\n")
		case formatTSV:
			err = a.out.row(form.Ref, form.Date, form.Title, form.Snippet, note)
		default:
			err = records.write(form)
		}
		if err != nil {
			return err
		}
	}
	return records.end(f)
}

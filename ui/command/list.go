package command

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
)

func (a *app) list() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list [QUERY WORDS...]",
		Short: "List statements, newest first",
		Long: `Lists the statements in which a paragraph matches the query, or all.

In a pipe it prints tab-separated columns: id, date, kind, place, number of
matching paragraphs, number of paragraphs, title. The title counts where one
searches, but is no paragraph: 0 matching ones mean a match in the title. A tab, a line break and a
backslash inside a value are written \t, \n and \\.`,
		Example: `  cstoread list
  cstoread list --country Syria --year 2019
  cstoread list "territorial integrity" --format json | jq '.[].id'`,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := a.question(cmd, args)
			if err != nil {
				return err
			}
			answer, err := a.ask(cmd, q)
			if err != nil {
				return err
			}
			return a.printList(cmd, answer.Hits)
		},
	}
	a.queryFlags(cmd)
	orderFlags(cmd)
	formatFlag(cmd, "form of the list", formatText, formatTSV, formatJSON, formatNDJSON)
	return cmd
}

func (a *app) printList(cmd *cobra.Command, hits []ask.Hit) error {
	switch f := a.chosenFormat(cmd, formatText, formatTSV); f {
	case formatText:
		return a.listText(hits)
	case formatTSV:
		for _, hit := range hits {
			h := hit.Header
			err := a.out.row(h.ID, h.Date.String(), string(h.Kind), h.Place,
				strconv.Itoa(bodyMatches(hit)), strconv.Itoa(h.Paragraphs), h.Title)
			if err != nil {
				return err
			}
		}
		return nil
	default:
		records := a.out.records(f)
		for _, hit := range hits {
			if err := records.write(listForm(hit)); err != nil {
				return err
			}
		}
		return records.close()
	}
}

// listText prints two lines a statement: what it is, and how to reach it.
func (a *app) listText(hits []ask.Hit) error {
	const date = 12
	for _, hit := range hits {
		h := hit.Header
		title := fit(line(model.ShortTitle(h.Title)), max(0, a.out.width-date))
		_, err := a.out.WriteString(pad(h.Date.String(), date) + a.out.in(lookStrong, title) + "\n" +
			pad("", date) + a.out.in(lookDim, fit(listFacts(hit), max(0, a.out.width-date))) + "\n")
		if err != nil {
			return err
		}
	}
	return nil
}

// listFacts is the second line of a statement in a list.
func listFacts(hit ask.Hit) string {
	h := hit.Header
	facts := []string{line(h.ID)}
	for _, s := range []string{string(h.Kind), h.Place} {
		if s = line(s); s != "" {
			facts = append(facts, s)
		}
	}
	facts = append(facts, countOf(bodyMatches(hit), h.Paragraphs))
	return strings.Join(facts, " · ")
}

// countOf says how many of a statement's paragraphs match.
func countOf(matches, all int) string {
	if matches == all {
		return strconv.Itoa(all) + " ¶"
	}
	return strconv.Itoa(matches) + " of " + strconv.Itoa(all) + " ¶"
}

// dateline is what stands under a statement's title.
func dateline(h model.Header) string {
	var facts []string
	for _, s := range []string{h.Date.Long(), h.Place} {
		if s = line(s); s != "" {
			facts = append(facts, s)
		}
	}
	return strings.Join(facts, " · ")
}

package command

import (
	"strconv"

	"github.com/spf13/cobra"

	"cstoread/model/ask"
	"cstoread/model/query"
	"cstoread/model/tag"
)

// A census is a command that counts what the matching paragraphs mention.
type census struct {
	name, of string
	field    query.Field
	example  string
	// entry names a code and gives its public address, if it has one.
	entry func(t *tag.Tables, code string) (name, address string)
}

func censuses() []census {
	return []census{
		{
			"countries", "countries", query.FieldCountry,
			"  cstoread countries\n  cstoread countries --year 2019 --format tsv\n  cstoread countries terrorism --implied",
			func(t *tag.Tables, code string) (string, string) { return t.CountryName(code), "" },
		},
		{
			"topics", "topics", query.FieldTopic,
			"  cstoread topics\n  cstoread topics --country Syria --format json",
			func(t *tag.Tables, code string) (string, string) { return t.TopicName(code), "" },
		},
		{
			"instruments", "resolutions, treaties and agreements", query.FieldInstrument,
			"  cstoread instruments\n  cstoread instruments --year 2019 --format tsv",
			func(t *tag.Tables, code string) (string, string) { return t.InstrumentInfo(code) },
		},
	}
}

func (a *app) census(c census) *cobra.Command {
	cmd := &cobra.Command{
		Use:   c.name + " [QUERY WORDS...]",
		Short: "Count the " + c.of + " that are mentioned",
		Long: "Counts the " + c.of + ` named in the paragraphs that match the query, or in all.

In a pipe it prints tab-separated columns: code, name, number of statements,
of paragraphs and of mentions, most frequent first.`,
		Example: c.example,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := a.question(cmd, args)
			if err != nil {
				return err
			}
			q.Facets = []query.Field{c.field}
			answer, err := a.ask(cmd, q)
			if err != nil {
				return err
			}
			counts := answer.Facets[c.field]
			if len(counts) == 0 {
				return nothingf("no %s are mentioned there", c.of)
			}
			return a.printCensus(cmd, c, counts)
		},
	}
	a.queryFlags(cmd)
	formatFlag(cmd, "form of the counts", formatText, formatTSV, formatJSON, formatNDJSON)
	return cmd
}

func (a *app) printCensus(cmd *cobra.Command, c census, counts []ask.FacetCount) error {
	tables, err := a.Tables()
	if err != nil {
		return err
	}
	forms := make([]facetForm, len(counts))
	for i, n := range counts {
		name, address := c.entry(tables, n.Code)
		forms[i] = facetForm{
			Code: n.Code, Name: name, Address: address,
			Statements: n.Statements, Paragraphs: n.Paragraphs, Mentions: n.Mentions,
		}
	}
	switch f := a.chosenFormat(cmd, formatText, formatTSV); f {
	case formatText:
		return a.censusText(forms)
	case formatTSV:
		for _, n := range forms {
			err := a.out.row(n.Code, n.Name, strconv.Itoa(n.Statements), strconv.Itoa(n.Paragraphs), strconv.Itoa(n.Mentions))
			if err != nil {
				return err
			}
		}
		return nil
	default:
		records := a.out.records(f)
		for _, n := range forms {
			if err := records.write(n); err != nil {
				return err
			}
		}
		return records.close()
	}
}

// censusText prints aligned columns for people.
func (a *app) censusText(forms []facetForm) error {
	codes := 4
	for _, n := range forms {
		codes = max(codes, len(line(n.Code)))
	}
	head := pad("", codes) + "  " + column("stat.") + column("¶") + column("ment.")
	if _, err := a.out.WriteString(a.out.in(lookDim, head) + "\n"); err != nil {
		return err
	}
	for _, n := range forms {
		row := pad(line(n.Code), codes) + "  " +
			column(strconv.Itoa(n.Statements)) +
			column(strconv.Itoa(n.Paragraphs)) +
			column(strconv.Itoa(n.Mentions)) + "  " + line(n.Name)
		if _, err := a.out.WriteString(fit(row, a.out.width) + "\n"); err != nil {
			return err
		}
	}
	return nil
}

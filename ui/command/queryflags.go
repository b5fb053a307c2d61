package command

import (
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/clean"
	"cstoread/model/query"
)

// queryFields are the fields that have a flag of their own, with what the
// flag's help says.
var queryFields = []struct {
	field query.Field
	usage string
}{
	{query.FieldCountry, "name, demonym or code of a country"},
	{query.FieldTopic, "code or name of a topic"},
	{query.FieldInstrument, "treaty, agreement or resolution"},
	{query.FieldResolution, "resolution of the UN, by number or symbol"},
	{query.FieldKind, "kind of document, such as statement or news"},
	{query.FieldIssuer, "who speaks"},
	{query.FieldPlace, "where it was given"},
	{query.FieldLanguage, "language of the text, such as en"},
	{query.FieldYear, "a year or years, such as 2019 or 2015..2020"},
	{query.FieldAfter, "on or after this date"},
	{query.FieldBefore, "before this date"},
	{query.FieldScope, "with statement, different paragraphs may meet the parts"},
}

// queryFlags adds the flags that every command with a query takes.
func (a *app) queryFlags(cmd *cobra.Command) {
	for _, f := range queryFields {
		cmd.Flags().StringArray(string(f.field), nil, f.usage)
	}
	cmd.Flags().Bool("implied", false, "let countries that are only implied match too")
	a.completeQueryFlags(cmd)
}

// queryText is the query that words and flags amount to, in the query's own
// language. Words come first, so that a mistake in them is where it was typed.
// A flag given twice asks for both values, values with commas between them
// for any of them.
func queryText(cmd *cobra.Command, words []string) string {
	parts := []string{}
	if s := strings.TrimSpace(strings.Join(words, " ")); s != "" {
		parts = append(parts, s)
	}
	for _, f := range queryFields {
		values, _ := cmd.Flags().GetStringArray(string(f.field))
		for _, v := range values {
			parts = append(parts, facetText(f.field, v))
		}
	}
	return strings.Join(parts, " ")
}

// facetText writes one flag as a part of a query.
func facetText(field query.Field, value string) string {
	values := strings.Split(value, ",")
	for i, v := range values {
		v = strings.TrimSpace(v)
		if strings.ContainsAny(v, " \t()") && !strings.Contains(v, `"`) {
			v = `"` + v + `"`
		}
		values[i] = v
	}
	return string(field) + ":" + strings.Join(values, ",")
}

// question reads the query of a command line. A mistake in it is an error:
// unlike the screen, a command has nobody to show half an answer to.
func (a *app) question(cmd *cobra.Command, words []string) (ask.Question, error) {
	implied, _ := cmd.Flags().GetBool("implied")
	text := clean.Line(queryText(cmd, words))
	question := ask.Question{Implied: implied, Today: today(), Stem: a.Stem}
	if text == "" {
		return question, nil
	}
	vocabulary, err := a.vocabulary(text)
	if err != nil {
		return ask.Question{}, err
	}
	q := query.Parse(text, vocabulary)
	if len(q.Problems) > 0 {
		return ask.Question{}, usagef("%s", problemLine(text, q.Problems[0]))
	}
	question.Query = q
	return question, nil
}

// today is the day from which "added:7d" counts back.
func today() model.Date {
	now := time.Now()
	return model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
}

// problemLine shows a mistake where it is, on one line, with marks around it.
func problemLine(text string, p query.Problem) string {
	start := min(max(p.Start, 0), len(text))
	end := min(max(p.End, start), len(text))
	shown := text[:start] + "⟦" + text[start:end] + "⟧" + text[end:]
	column := strconv.Itoa(len([]rune(text[:start])) + 1)
	return "the query at character " + column + ": " + line(p.Message) + ": " + line(shown)
}

package command

import (
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/query"
)

// completions offers values that begin with what is typed, each with a
// description. Whatever goes wrong offers nothing: a shell has nowhere to
// show an error.
type completions func(typed string) []cobra.Completion

func (c completions) flag(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return c(typed), cobra.ShellCompDirectiveNoFileComp
}

// completeQueryFlags completes the values of the query flags.
func (a *app) completeQueryFlags(cmd *cobra.Command) {
	values := map[query.Field]completions{
		query.FieldCountry:  a.countryCompletions,
		query.FieldTopic:    a.topicCompletions,
		query.FieldKind:     fixed(kindNames()),
		query.FieldScope:    fixed([]string{"paragraph", "statement"}),
		query.FieldPlace:    a.headerCompletions(func(h model.Header) string { return h.Place }),
		query.FieldIssuer:   a.headerCompletions(func(h model.Header) string { return h.Issuer }),
		query.FieldLanguage: a.headerCompletions(func(h model.Header) string { return h.Language }),
	}
	for _, f := range queryFields {
		complete, ok := values[f.field]
		if !ok {
			complete = fixed(nil)
		}
		must(cmd.RegisterFlagCompletionFunc(string(f.field), complete.flag))
	}
}

func fixed(values []string) completions {
	return func(typed string) []cobra.Completion {
		var found []cobra.Completion
		for _, v := range values {
			found = offer(found, typed, v, "")
		}
		return found
	}
}

func kindNames() []string {
	var names []string
	for _, k := range model.Kinds() {
		names = append(names, string(k))
	}
	return names
}

// offer adds value when it begins with what is typed.
func offer(found []cobra.Completion, typed, value, about string) []cobra.Completion {
	value = line(value)
	if value == "" || !strings.HasPrefix(strings.ToLower(value), strings.ToLower(typed)) {
		return found
	}
	return append(found, cobra.CompletionWithDesc(value, fit(line(about), 60)))
}

// headerCompletions offers what the library's statements have in one field.
func (a *app) headerCompletions(field func(model.Header) string) completions {
	return func(typed string) []cobra.Completion {
		library, err := a.library()
		if err != nil {
			return nil
		}
		seen := map[string]bool{}
		var found []cobra.Completion
		for _, h := range library.Headers() {
			if v := field(h); !seen[v] {
				seen[v] = true
				found = offer(found, typed, v, "")
			}
		}
		return found
	}
}

// references completes the arguments of a command that takes references.
func (a *app) references(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	library, err := a.library()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var found []cobra.Completion
	for _, h := range library.Headers() {
		found = offer(found, typed, h.ID, h.Title)
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) countryCompletions(typed string) []cobra.Completion {
	tables, err := a.Tables()
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, c := range tables.Countries() {
		found = offer(found, typed, c.Code, c.Name)
		if typed != "" {
			found = offer(found, typed, c.Name, c.Code)
		}
	}
	return found
}

func (a *app) topicCompletions(typed string) []cobra.Completion {
	tables, err := a.Tables()
	if err != nil {
		return nil
	}
	var found []cobra.Completion
	for _, t := range tables.Topics() {
		found = offer(found, typed, t.Code, t.Name)
	}
	return found
}

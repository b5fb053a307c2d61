package command

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model/query"
)

// savedForm is a saved query.
type savedForm struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

func (a *app) queries() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "queries",
		Short: "List your saved queries",
		Long: `Lists the queries that are saved in the file "queries" of the configuration
folder, usually ~/.config/cstoread/queries. Write it with any editor, a query a
line, as in:

  gulf = "Persian Gulf" OR country:Iran

In any query @gulf then stands for that one.`,
		Example: "  cstoread queries --format json",
		Args:    cobra.NoArgs,
		GroupID: groupRead,
		RunE: func(cmd *cobra.Command, _ []string) error {
			saved, err := a.saved()
			if err != nil {
				return err
			}
			f := a.chosenFormat(cmd, formatTSV, formatTSV)
			records := a.out.records(f)
			for _, name := range slices.Sorted(maps.Keys(saved)) {
				if f == formatTSV {
					err = a.out.row(name, saved[name])
				} else {
					err = records.write(savedForm{name, saved[name]})
				}
				if err != nil {
					return err
				}
			}
			return records.end(f)
		},
	}
	formatFlag(cmd, "form of the list", formatTSV, formatJSON, formatNDJSON)
	return cmd
}

// saved are the saved queries by name.
func (a *app) saved() (map[string]string, error) {
	if a.Queries == nil {
		return nil, nil
	}
	return a.Queries()
}

// vocabulary is what a query's text may name: saved queries too, when it has
// an @.
func (a *app) vocabulary(text string) (query.Vocabulary, error) {
	tables, err := a.Tables()
	if err != nil || !strings.Contains(text, "@") {
		return tables, err
	}
	saved, err := a.saved()
	return query.Names(tables, saved), err
}

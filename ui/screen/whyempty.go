package screen

import (
	"context"
	"fmt"
	"strings"

	"cstoread/model/ask"
	"cstoread/model/query"
)

// longestReasons is how many ways out of an empty answer are named.
const longestReasons = 4

// whyEmpty says in a few lines which part of a query empties it: what would be
// found without each part that stands in the way.
func whyEmpty(ctx context.Context, e ask.Engine, q ask.Question, name func(query.Field, string) string) []string {
	ways, err := ask.Emptied(ctx, e, q)
	if err != nil {
		return nil
	}
	chips := q.Query.Chips(name)
	label := func(i int) string {
		text := strings.Trim(chips[i].Label, `"`)
		if chips[i].Negated {
			text = "not " + text
		}
		return "“" + text + "”"
	}
	if len(chips) == 1 {
		return []string{"No paragraph has " + label(0) + "."}
	}
	var lines []string
	for _, w := range ways {
		if w.Statements.N == 0 || len(lines) == longestReasons {
			continue
		}
		found := fmt.Sprintf("%s %s", total(w.Statements), plural(w.Statements.N, "statement"))
		if w.Wider() {
			lines = append(lines, "In different paragraphs of one statement (scope:statement): "+found+".")
		} else {
			lines = append(lines, "Without "+label(w.Chip)+": "+found+".")
		}
	}
	if len(lines) == 0 {
		lines = append(lines, "Even without any single part of it nothing is found.")
	}
	return lines
}

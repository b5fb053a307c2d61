package command

import (
	"iter"

	"github.com/spf13/cobra"

	"cstoread/model"
)

func (a *app) exporting() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export [QUERY WORDS...]",
		Short: "Write statements out: Markdown, JSON lines, CSV, HTML, EPUB",
		Long: `Writes the statements that match the query, or all, in a form for other programs:

  markdown  a folder of documents, one a statement (--to DIR)
  jsonl     a line a statement, with paragraphs and mentions
  csv       a row a mention, with its paragraph
  html      one page in which every paragraph can be linked to
  epub      one e-book, a chapter a statement (--to FILE)

Without --to it writes to standard output. Nothing that is there is replaced.`,
		Example: `  cstoread export --to statements
  cstoread export country:Syria --format html --to syria.html
  cstoread export --format csv year:2019 | head -n 3`,
		GroupID: groupKeep,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := a.question(cmd, args)
			if err != nil {
				return err
			}
			answer, err := a.ask(cmd, q)
			if err != nil {
				return err
			}
			library, err := a.library()
			if err != nil {
				return err
			}
			ids := make([]string, len(answer.Hits))
			for i, hit := range answer.Hits {
				ids[i] = hit.Header.ID
			}
			return a.runExport(cmd, statementsOf(library, ids))
		},
	}
	a.queryFlags(cmd)
	orderFlags(cmd)
	formatFlag(cmd, "form", formatMarkdown, formatJSONL, formatCSV, formatHTML, formatEPUB)
	cmd.Flags().String("to", "", "folder or file to write, which must not be there yet")
	return cmd
}

// The forms of export besides those of other commands.
const (
	formatJSONL format = "jsonl"
	formatCSV   format = "csv"
	formatHTML  format = "html"
	formatEPUB  format = "epub"
)

func (a *app) runExport(cmd *cobra.Command, statements iter.Seq2[*model.Statement, error]) error {
	to, _ := cmd.Flags().GetString("to")
	f := a.chosenFormat(cmd, formatMarkdown, formatMarkdown)
	if to == "" && (f == formatMarkdown || f == formatEPUB && a.out.person) {
		return usagef("where to? name a folder or a file with --to")
	}
	return a.Export(ExportRequest{Format: string(f), To: to, Out: a.out, Statements: statements})
}

// statementsOf reads statements one after the other, so that a large export
// holds one of them in memory.
func statementsOf(library model.Library, ids []string) iter.Seq2[*model.Statement, error] {
	return func(yield func(*model.Statement, error) bool) {
		for _, id := range ids {
			s, err := library.Statement(id)
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}

package command

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/clean"
)

func (a *app) add() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "add SOURCE...",
		Short: "Add files, folders and web pages to your library",
		Long: `Takes statements into your library: files (saved pages, text, Markdown, Word,
OpenDocument, RTF, PDF, mail, and zip or gzip archives of these), folders with
all that is in them, - for standard input, and web addresses of pages or feeds.

The same text is not kept twice. A changed text of a statement becomes its new
form and the old one is kept; another site's copy and another language's
version are kept and linked. What cannot be a statement is refused with the
reason, and nothing of it is kept.

In a pipe it prints tab-separated columns: status, id, source, reason. The exit
code is 1 when a source was refused.`,
		Example: `  cstoread add page.html
  cstoread add --dry-run --review folder
  cstoread add folder --format ndjson | jq .status
  cstoread add - < statement.txt`,
		GroupID: groupKeep,
		RunE: func(cmd *cobra.Command, args []string) error {
			sources, err := a.sources(cmd, args)
			if err != nil {
				return err
			}
			return a.runAdd(cmd, sources)
		},
	}
	formatFlag(cmd, "form of the results", formatText, formatTSV, formatJSON, formatNDJSON)
	cmd.Flags().Bool("dry-run", false, "show what would be added, and keep nothing")
	cmd.Flags().Bool("review", false, "list the fields that a person should look at, with where they were found")
	cmd.Flags().Bool("local", false, "allow addresses of the local network")
	cmd.Flags().String("from", "", "read sources from a file too, one a line; - is standard input")
	return cmd
}

// sources are those named and those of the list.
func (a *app) sources(cmd *cobra.Command, args []string) ([]string, error) {
	from, _ := cmd.Flags().GetString("from")
	switch {
	case from == "" && len(args) == 0:
		return nil, usagef("add needs a source: a file, a folder, an address, or - for standard input")
	case from == "":
		return args, nil
	case from == "-":
		list, err := a.List(a.In)
		return append(args, list...), err
	}
	f, err := os.Open(from)
	if err != nil {
		return nil, fmt.Errorf("the list %s cannot be read: %w", line(from), clean.Cause(err))
	}
	defer f.Close()
	list, err := a.List(f)
	return append(args, list...), err
}

// adding is one run of add: what it prints as it goes, and the sums for the
// end.
type adding struct {
	*app
	format   format
	review   bool
	records  *records
	progress *progress
	counts   map[model.AdditionStatus]int
	doubtful []model.Addition
	failed   error
}

func (a *app) runAdd(cmd *cobra.Command, sources []string) error {
	run := adding{app: a, format: a.chosenFormat(cmd, formatText, formatTSV), counts: map[model.AdditionStatus]int{}}
	run.review, _ = cmd.Flags().GetBool("review")
	request := AddRequest{Folder: a.folder, Sources: sources, Stdin: a.In}
	request.DryRun, _ = cmd.Flags().GetBool("dry-run")
	request.Local, _ = cmd.Flags().GetBool("local")
	if run.format == formatJSON || run.format == formatNDJSON {
		run.records = a.out.records(run.format)
	}
	run.progress = a.newProgress(a.Count(sources))
	err := a.Add(cmd.Context(), request, run.report)
	run.progress.end()
	if err == nil {
		err = run.failed
	}
	if ended := run.finish(); err == nil {
		err = ended
	}
	return err
}

// report prints one result.
func (r *adding) report(add model.Addition) {
	r.counts[add.Status]++
	r.progress.step()
	if add.Statement != nil && add.Statement.Doubtful != "" && add.Status != model.AdditionDuplicate {
		r.doubtful = append(r.doubtful, add)
	}
	var err error
	switch {
	case r.records != nil:
		err = r.records.write(additionForm(add))
	case r.format == formatTSV:
		err = r.out.row(string(add.Status), add.ID, add.Source, add.Reason)
	default:
		r.progress.clear()
		err = r.sentence(add)
	}
	if err == nil {
		// A line a source is of use only while it is true.
		err = r.out.Flush()
	}
	if r.failed == nil {
		r.failed = err
	}
}

// sentence says what became of a source in one line for people.
func (r *adding) sentence(add model.Addition) error {
	look := lookDim
	if add.Status == model.AdditionRefused {
		look = lookStrong
	}
	what := pad(string(add.Status), 11) + line(add.Source)
	if add.ID != "" {
		what += " → " + line(add.ID)
	}
	if add.Reason != "" {
		what += ": " + line(add.Reason)
	}
	for _, note := range add.Notes {
		what += " (" + line(note) + ")"
	}
	_, err := r.out.WriteString(r.out.in(look, what) + "\n")
	return err
}

// finish lists what is doubtful, sums up for people, and makes the exit code.
func (r *adding) finish() error {
	if r.records != nil {
		if err := r.records.close(); err != nil {
			return err
		}
	}
	if r.format == formatText || r.review && r.format == formatTSV {
		if err := r.doubts(); err != nil {
			return err
		}
	}
	if r.format == formatText {
		if _, err := r.out.WriteString(r.sum() + "\n"); err != nil {
			return err
		}
	}
	if n := r.counts[model.AdditionRefused]; n > 0 {
		return fmt.Errorf("%s refused", plural(n, "source was", "sources were"))
	}
	return nil
}

// doubts lists the doubtful fields with their evidence, or how many there are
// and how to see them.
func (r *adding) doubts() error {
	if len(r.doubtful) == 0 {
		return nil
	}
	if !r.review {
		_, err := r.out.WriteString(plural(len(r.doubtful), "statement has", "statements have") +
			" fields to look at: cstoread list is:doubtful shows which, cstoread edit sets them\n")
		return err
	}
	for _, add := range r.doubtful {
		for _, field := range strings.Split(add.Statement.Doubtful, ", ") {
			e := add.Evidence[field]
			value, found := e.Value, e.Found
			if value == "" {
				value, found = "not known", "nothing found"
			}
			var err error
			if r.format == formatTSV {
				err = r.out.row("doubtful", add.ID, add.Source, field+": "+value+" ("+found+")")
			} else {
				_, err = r.out.WriteString("look at    " + line(add.ID) + " " + field + ": " + line(value) + " (" + found + ")\n")
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *adding) sum() string {
	var parts []string
	for _, s := range []model.AdditionStatus{
		model.AdditionAdded, model.AdditionWouldAdd, model.AdditionRevision,
		model.AdditionVariant, model.AdditionDuplicate, model.AdditionRefused,
	} {
		if n := r.counts[s]; n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+string(s))
		}
	}
	if len(parts) == 0 {
		return "nothing found to add"
	}
	return strings.Join(parts, ", ")
}

// plural writes a count with the right form of its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

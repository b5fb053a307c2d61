package command

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/clean"
)

func (a *app) show() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show REFERENCE...",
		Short: "Print statements or paragraphs of them",
		Long: `Prints statements, or the paragraphs that a reference such as ID#p7 or
ID#p7-9 names. An id may be shortened to any part that only one has.

On a terminal the text is set at its width. In a pipe it is plain: a title, a
line with date and place, and each paragraph on one line with an empty line
between; paragraphs alone come without the title. The format json prints one
statement a line, with its mentions.`,
		Example: `  cstoread show 2019-11-27
  cstoread show 2019-11-27#p3-5 --format markdown
  cstoread show 2019-11-27 --paragraphs 3 --format json | jq '.paragraphs[].mentions'`,
		GroupID:           groupRead,
		Args:              atLeastOne("a reference, such as 2019-11-27 or 2019-11-27#p7"),
		ValidArgsFunction: a.references,
		RunE: func(cmd *cobra.Command, args []string) error {
			f := a.chosenFormat(cmd, formatText, formatText)
			a.plain = f != formatJSON
			passages, err := a.passages(cmd, args)
			if err != nil {
				return err
			}
			return a.print(passages, f)
		},
	}
	cmd.Flags().String("paragraphs", "", "print only these paragraphs, such as 3 or 3-5")
	formatFlag(cmd, "form of the text", formatText, formatMarkdown, formatJSON)
	return cmd
}

// passages looks up all arguments before anything is printed, so that a
// mistake in the last one does not leave half an answer.
func (a *app) passages(cmd *cobra.Command, args []string) ([]passage, error) {
	first, last := 0, 0
	if s, _ := cmd.Flags().GetString("paragraphs"); s != "" {
		var err error
		if first, last, err = model.ParseRange(s); err != nil {
			return nil, usagef("--paragraphs: %s", line(err.Error()))
		}
	}
	passages := make([]passage, 0, len(args))
	for _, arg := range args {
		p, err := a.passage(arg)
		if err == nil && first > 0 {
			if p.ref.First > 0 {
				return nil, usagef("%s names its paragraphs already; leave out --paragraphs", line(arg))
			}
			p, err = cut(p.Statement, model.Reference{ID: p.ID, First: first, Last: last})
		}
		if err != nil {
			return nil, err
		}
		passages = append(passages, p)
	}
	return passages, nil
}

// print writes passages in one of show's formats.
func (a *app) print(passages []passage, f format) error {
	records := a.out.records(formatNDJSON)
	for i, p := range passages {
		var err error
		if i > 0 && f != formatJSON {
			_ = a.out.WriteByte('\n')
		}
		switch {
		case f == formatJSON:
			err = records.write(bodyForm(p.Header, p.body))
		case f == formatMarkdown:
			_, err = a.out.WriteString(markdownOf(p))
		case a.out.person:
			_, err = a.out.WriteString(a.rendered(p))
		default:
			_, err = a.out.WriteString(plainOf(p))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// plainOf is a passage as plain text: every paragraph on one line, whatever
// its length, with an empty line between. Markup is not part of it.
func plainOf(p passage) string {
	var blocks []string
	if p.ref.First == 0 {
		blocks = append(blocks, line(p.Title))
		if d := dateline(p.Header); d != "" {
			blocks = append(blocks, d)
		}
	}
	for _, par := range p.body {
		blocks = append(blocks, line(par.Text))
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// markdownOf is a passage as Markdown, its blocks as the document has them.
func markdownOf(p passage) string {
	var blocks []string
	if p.ref.First == 0 {
		blocks = append(blocks, "# "+line(p.Title))
		if d := dateline(p.Header); d != "" {
			blocks = append(blocks, "*"+d+"*")
		}
	}
	for _, par := range p.body {
		blocks = append(blocks, strings.TrimRight(clean.Text(par.Markdown), "\n"))
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// atLeastOne is the rule of commands that need something to work on.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef("%s needs %s", cmd.Name(), what)
		}
		return nil
	}
}

// numbered says which paragraph a line of output is about.
func numbered(id string, n int) string {
	if n == 0 {
		return id
	}
	return id + "#p" + strconv.Itoa(n)
}

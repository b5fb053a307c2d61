package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/compare"
)

func (a *app) compare() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "compare REFERENCE REFERENCE",
		Short: "Compare the wording of two statements",
		Long: `Pairs the paragraphs of two statements by what they say, although they moved,
were joined or divided, and shows which words changed. References such as
ID#p3-7 compare parts.

On a terminal wide enough the two stand side by side. In a pipe the text has
[-words that went-] and {+words that came+}; = before a pair says that it is
the same, ~ reworded, > moved, - gone, + new. What is the same and in order is
only counted; --all shows it too.

Like diff, it exits with 0 when both say the same, with 1 when they differ, and
with 2 or 3 when they could not be compared.`,
		Example: `  cstoread compare 2019-11-27 2024-06-06 | less -R
  cstoread compare 2019-11-27#p4-6 2019-11-27#p5-8 --format markdown | less
  cstoread compare 2019-11-27 2024-06-06 --format json | jq '.pairs[].kind'
  cstoread compare 2019-11-27 2019-11-27 --all`,
		GroupID:           groupRead,
		Args:              exactlyTwo,
		ValidArgsFunction: a.references,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.plain = true
			c, err := a.comparison(args[0], args[1])
			if err != nil {
				return troubleError{err}
			}
			if err := a.printComparison(cmd, c); err != nil {
				return troubleError{err}
			}
			if !c.Equal() {
				return errDifferent
			}
			return nil
		},
	}
	cmd.Flags().Bool("all", false, "show paragraphs that are the same too")
	formatFlag(cmd, "form of the comparison", formatText, formatMarkdown, formatHTML, formatJSON)
	return cmd
}

func exactlyTwo(cmd *cobra.Command, args []string) error {
	if len(args) != 2 {
		return usagef("%s needs two references, such as 2019-11-27 2024-06-06", cmd.Name())
	}
	return nil
}

// comparison is a result with the passages it is about.
type comparison struct {
	compare.Result
	a, b     passage
	relation compare.Relation
	all      bool
}

// comparison looks both references up and compares them. Paragraphs keep the
// numbers they have in their statements.
func (a *app) comparison(left, right string) (comparison, error) {
	pa, err := a.passage(left)
	if err != nil {
		return comparison{}, err
	}
	pb, err := a.passage(right)
	if err != nil {
		return comparison{}, err
	}
	r := compare.Texts(textsOf(pa), textsOf(pb))
	for i := range r.Pairs {
		p := &r.Pairs[i]
		for k := range p.A {
			p.A[k] = pa.body[p.A[k]-1].N
		}
		for k := range p.B {
			p.B[k] = pb.body[p.B[k]-1].N
		}
	}
	return comparison{Result: r, a: pa, b: pb, relation: compare.Related(pa.Header, pb.Header)}, nil
}

func textsOf(p passage) []string {
	out := make([]string, len(p.body))
	for i, par := range p.body {
		out[i] = line(par.Text)
	}
	return out
}

func (a *app) printComparison(cmd *cobra.Command, c comparison) error {
	c.all, _ = cmd.Flags().GetBool("all")
	var text string
	switch a.chosenFormat(cmd, formatText, formatText) {
	case formatJSON:
		return a.out.records(formatNDJSON).write(c.form())
	case formatMarkdown:
		text = c.markdown()
	case formatHTML:
		text = c.html()
	default:
		if a.out.width >= sideBySide {
			text = c.columns(a.out)
		} else {
			text = c.text(a.out)
		}
	}
	_, err := a.out.WriteString(text)
	return err
}

// summary says in a line or two how much of the texts is the same.
func (c comparison) summary() string {
	t := c.Tally()
	s := fmt.Sprintf("%d same, %d reworded, %d joined, %d divided, %d only in the first, %d only in the second; %d moved",
		t.Same, t.Reworded, t.Merged, t.Split, t.OnlyA, t.OnlyB, t.Moved)
	return s + fmt.Sprintf("; %.0f%% of the wording is shared", 100*c.Likeness)
}

// notes is what a reader of the comparison has to know beforehand.
func (c comparison) notes() []string {
	var notes []string
	switch c.relation {
	case compare.Variants:
		notes = append(notes, "These are two versions of one text: differences are of translation or edition.")
	case compare.Translation:
		notes = append(notes, "One is the other's translation: across languages, wording cannot be compared.")
	default:
		if la, lb := c.a.Language, c.b.Language; la != "" && lb != "" && la != lb {
			notes = append(notes, "The texts are in two languages ("+line(la)+" and "+line(lb)+"): wording cannot be compared.")
		}
	}
	if c.Bounded {
		notes = append(notes, "The texts are so long that paragraphs were paired by their rarer word sequences only.")
	}
	return notes
}

// shown are the pairs to be shown: all, or those with a change.
func (c comparison) shown() []compare.Pair {
	if c.all {
		return c.Pairs
	}
	var out []compare.Pair
	for _, p := range c.Pairs {
		if p.Kind != compare.Same || p.Moved {
			out = append(out, p)
		}
	}
	return out
}

// edits are a pair's words; a paragraph that is the same, gone or new is one
// stretch.
func (c comparison) edits(p compare.Pair) []compare.Edit {
	if p.Words != nil {
		return p.Words
	}
	left, right := joinTexts(c.a.Statement, p.A), joinTexts(c.b.Statement, p.B)
	switch p.Kind {
	case compare.OnlyA:
		return []compare.Edit{{Op: compare.Delete, Text: left}}
	case compare.OnlyB:
		return []compare.Edit{{Op: compare.Insert, Text: right}}
	}
	return []compare.Edit{{Op: compare.Keep, Text: left, Other: right}}
}

func joinTexts(s *model.Statement, numbers []int) string {
	text := ""
	for i, n := range numbers {
		p, _ := s.Paragraph(n)
		if i > 0 {
			text += " "
		}
		text += line(p.Text)
	}
	return text
}

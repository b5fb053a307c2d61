package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/fold"
	"cstoread/model/query"
)

// The orders of a concordance beside those of an answer: by the words to the
// right of the hit, and by those to the left, the nearest first.
const (
	sortLeft  = "left"
	sortRight = "right"
)

// pipeSide is how many columns stand on either side of a hit in a pipe.
const pipeSide = 60

// concordForm is one hit of a concordance.
type concordForm struct {
	Ref   string `json:"ref"`
	ID    string `json:"id"`
	N     int    `json:"n"`
	Date  string `json:"date,omitempty"`
	Left  string `json:"left"`
	Hit   string `json:"hit"`
	Right string `json:"right"`
	// Start and End are where in the paragraph's text the hit is.
	Start int `json:"start"`
	End   int `json:"end"`
}

// concordanceFlag adds --concordance.
func concordanceFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("concordance", false, "print one hit a line, the hits below each other")
}

// concordance prints every hit of an answer on a line of its own, with what
// stands to its left and right.
func (a *app) concordance(cmd *cobra.Command, q ask.Question, hits []ask.Hit, order string, limit int) error {
	library, err := a.library()
	if err != nil {
		return err
	}
	f := a.chosenFormat(cmd, formatText, formatText)
	matcher := query.Compile(q.Query, q.Options())
	sorted := order == sortLeft || order == sortRight
	var lines []concordForm
	records, printed := a.out.records(f), 0
	for _, hit := range hits {
		s, err := library.Statement(hit.Header.ID)
		if err != nil {
			return err
		}
		for _, form := range concord(s, hit.Paragraphs, matcher) {
			if sorted {
				lines = append(lines, form)
				continue
			}
			if limit > 0 && printed == limit {
				return records.end(f)
			}
			printed++
			if err := a.printConcord(records, f, form); err != nil {
				return err
			}
		}
	}
	if sorted {
		sortConcordance(lines, order)
		for i, form := range lines {
			if limit > 0 && i == limit {
				break
			}
			if err := a.printConcord(records, f, form); err != nil {
				return err
			}
			printed++
		}
	}
	if printed == 0 {
		return nothingf("the query has no words to show in their context; add a word or a country")
	}
	return records.end(f)
}

// concord lists the hits in some paragraphs of a statement.
func concord(s *model.Statement, paragraphs []int, matcher *query.Matcher) []concordForm {
	var all []concordForm
	for _, n := range paragraphs {
		p, _ := s.Paragraph(n)
		for _, span := range query.Joined(matcher.Spans(p)) {
			all = append(all, concordForm{
				Ref: numbered(s.ID, n), ID: s.ID, N: n, Date: s.Date.String(),
				Left: p.Text[:span.Start], Hit: p.Text[span.Start:span.End], Right: p.Text[span.End:],
				Start: span.Start, End: span.End,
			})
		}
	}
	return all
}

// sortConcordance orders hits by their context; equal ones stay as they are.
func sortConcordance(lines []concordForm, order string) {
	type keyed struct {
		form concordForm
		key  string
	}
	all := make([]keyed, len(lines))
	for i, form := range lines {
		all[i] = keyed{form, contextKey(form, order)}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	for i := range all {
		lines[i] = all[i].form
	}
}

// contextWords is how many words of a context take part in the order.
const contextWords = 6

// contextKey is the context as it sorts: folded words, outwards from the hit.
func contextKey(form concordForm, order string) string {
	text := form.Right
	if order == sortLeft {
		text = form.Left
	}
	words := strings.FieldsFunc(fold.String(text), func(r rune) bool { return strings.ContainsRune(" ,.;:()[]\"'!?-", r) })
	if order == sortLeft {
		slices.Reverse(words)
	}
	return strings.Join(words[:min(len(words), contextWords)], " ")
}

func (a *app) printConcord(records *records, f format, form concordForm) error {
	switch f {
	case formatText:
		_, err := a.out.WriteString(a.concordLine(form) + "\n")
		return err
	case formatTSV:
		return a.out.row(form.Ref, form.Date, form.Left, form.Hit, form.Right)
	}
	return records.write(form)
}

// concordLine sets a hit in the middle of the terminal, or of a line of fixed
// width in a pipe, with its date before it and its reference after it.
func (a *app) concordLine(form concordForm) string {
	const date = 11
	hit := inner(form.Hit)
	side := pipeSide
	if a.out.width > 0 {
		side = max(8, (a.out.width-ansi.StringWidth(hit))/2-date)
		hit = fit(hit, max(8, a.out.width-2*side))
	}
	left, right := inner(form.Left), inner(form.Right)
	if w := ansi.StringWidth(left); w > side {
		left = ansi.TruncateLeft(left, w-side+1, "…")
	}
	line := pad(form.Date, date) + strings.Repeat(" ", max(0, side-ansi.StringWidth(left))) + left + a.out.in(lookHit, hit)
	if a.out.width > 0 {
		return fit(line+right, a.out.width)
	}
	return line + pad(fit(right, side), side) + "  " + form.Ref
}

// concordOrder checks the order of a concordance, and gives the one to ask the
// engine for.
func concordOrder(cmd *cobra.Command) (order string, wanted bool, err error) {
	order, _ = cmd.Flags().GetString("sort")
	wanted, _ = cmd.Flags().GetBool("concordance")
	if order != sortLeft && order != sortRight {
		return order, wanted, nil
	}
	if !wanted {
		return "", false, usagef("--sort %s is an order of --concordance", order)
	}
	// The engine gives all by date; they are ordered and cut afterwards.
	for flag, value := range map[string]string{"sort": string(ask.SortDate), "limit": "0"} {
		if err := cmd.Flags().Set(flag, value); err != nil {
			return "", false, fmt.Errorf("--%s: %w", flag, err)
		}
	}
	return order, true, nil
}

package command

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"cstoread/model/trend"
	"cstoread/ui/chart"
)

// countForm is one count of a timeline for programs.
type countForm struct {
	Period     string `json:"period,omitempty"`
	Name       string `json:"name"`
	Statements int    `json:"statements"`
	Paragraphs int    `json:"paragraphs"`
	// Of is how many paragraphs the library has in the period, Per100 how
	// many of a hundred of them were found.
	Of     int     `json:"of,omitempty"`
	Per100 float64 `json:"per_100"`
	// Query finds the paragraphs that were counted; a row without a period
	// has none, since a missing date is asked for by what it is not.
	Query string `json:"query,omitempty"`
}

func (a *app) lines(cmd *cobra.Command, r timelineRequest) error {
	t, err := trend.Over(cmd.Context(), r.engine, r.queries, r.unit, r.base)
	if err != nil {
		return err
	}
	total := 0
	for _, l := range t.Lines {
		total += l.Total.Paragraphs
	}
	if total == 0 {
		return nothingf("no paragraph matches")
	}
	switch f := a.chosenFormat(cmd, formatText, formatTSV); f {
	case formatText:
		_, err = a.out.WriteString(linesText(t, r.relative, a.out))
	case formatSVG:
		_, err = a.out.WriteString(harmlessText(linesPicture(t, r.relative).Bars()))
	default:
		records := a.out.records(f)
		for _, c := range countForms(t) {
			if f == formatTSV {
				err = a.out.row(c.Period, c.Name, strconv.Itoa(c.Statements), strconv.Itoa(c.Paragraphs), strconv.Itoa(c.Of))
			} else {
				err = records.write(c)
			}
			if err != nil {
				return err
			}
		}
		return records.end(f)
	}
	return err
}

// harmlessText keeps what a terminal would obey out of a picture.
func harmlessText(s string) string {
	var b strings.Builder
	for l := range strings.Lines(s) {
		b.WriteString(line(strings.TrimSuffix(l, "\n")) + "\n")
	}
	return b.String()
}

func countForms(t trend.Timeline) []countForm {
	var out []countForm
	for i, p := range t.Periods {
		for k, l := range t.Lines {
			c := l.Counts[i]
			out = append(out, countForm{
				Period: p.String(), Name: l.Name, Statements: c.Statements, Paragraphs: c.Paragraphs,
				Of: t.All[i].Paragraphs, Per100: per100(t.Share(k, i)), Query: trend.Drill(l.Query, p).String(),
			})
		}
	}
	for _, l := range t.Lines {
		if l.Undated.Paragraphs > 0 {
			out = append(out, countForm{Name: l.Name, Statements: l.Undated.Statements, Paragraphs: l.Undated.Paragraphs})
		}
	}
	return out
}

// per100 is a share in parts of a hundred, to two places.
func per100(share float64) float64 { return float64(int(share*10000+.5)) / 100 }

// value is what is drawn of a count.
func value(t trend.Timeline, l, p int, relative bool) float64 {
	if relative {
		return per100(t.Share(l, p))
	}
	return float64(t.Lines[l].Counts[p].Paragraphs)
}

func peak(t trend.Timeline, relative bool) float64 {
	most := 0.0
	for l := range t.Lines {
		for p := range t.Periods {
			most = max(most, value(t, l, p, relative))
		}
	}
	return most
}

// pipeWidth is how wide a chart is that no terminal limits.
const pipeWidth = 80

// linesText draws a timeline: a sparkline a query, then bars a period. Months
// in which nothing was found are left out of the bars.
func linesText(t trend.Timeline, relative bool, o *output) string {
	width := o.width
	if width <= 0 {
		width = pipeWidth
	}
	names := 0
	for _, l := range t.Lines {
		names = max(names, ansi.StringWidth(l.Name))
	}
	names = min(names, max(4, width/3))
	most := peak(t, relative)
	var b strings.Builder
	unit := "paragraphs a " + string(t.Unit)
	if relative {
		unit = "per 100 paragraphs of the " + string(t.Unit)
	}
	b.WriteString(o.in(lookDim, fit(unit, width)) + "\n")
	for i, l := range t.Lines {
		values := make([]float64, len(t.Periods))
		for p := range t.Periods {
			values[p] = value(t, i, p, relative)
		}
		total := fmt.Sprintf("%d ¶ in %d", l.Total.Paragraphs, l.Total.Statements)
		row := pad(fit(l.Name, names), names) + "  " + padLeft(total, 12) + "  "
		spark := chart.Spark(values, most, width-ansi.StringWidth(row))
		b.WriteString(fit(strings.TrimRight(row+spark, " "), width) + "\n")
	}
	b.WriteString("\n")
	for p, period := range t.Periods {
		linesBars(&b, t, p, period.String(), names, width, most, relative)
	}
	for _, l := range t.Lines {
		if n := l.Undated; n.Paragraphs > 0 {
			b.WriteString(fit(fmt.Sprintf("without a %s: %s, %d ¶ in %d", t.Unit, l.Name, n.Paragraphs, n.Statements), width) + "\n")
		}
	}
	return b.String()
}

// linesBars draws the bars of one period.
func linesBars(b *strings.Builder, t trend.Timeline, p int, label string, names, width int, most float64, relative bool) {
	found := false
	for _, l := range t.Lines {
		found = found || l.Counts[p].Paragraphs > 0
	}
	if !found && t.Unit == trend.Month {
		return
	}
	const number = 7
	for i, l := range t.Lines {
		v := value(t, i, p, relative)
		count := strconv.FormatFloat(v, 'f', -1, 64)
		row := pad(label, 8) + pad(fit(l.Name, names), names) + padLeft(count, number) + " "
		if len(t.Lines) == 1 {
			row = pad(label, 8) + padLeft(count, number) + " "
		}
		row += chart.Bar(v, most, width-ansi.StringWidth(row))
		b.WriteString(fit(strings.TrimRight(row, " "), width) + "\n")
		label = ""
	}
}

func linesPicture(t trend.Timeline, relative bool) chart.Picture {
	p := chart.Picture{Title: "Paragraphs a " + string(t.Unit), Unit: "paragraphs"}
	if relative {
		p.Unit = "per 100 paragraphs of the " + string(t.Unit)
	}
	for _, period := range t.Periods {
		p.Columns = append(p.Columns, period.String())
	}
	for i, l := range t.Lines {
		row := chart.Row{Name: l.Name}
		for k := range t.Periods {
			row.Values = append(row.Values, value(t, i, k, relative))
		}
		p.Rows = append(p.Rows, row)
	}
	return p
}

package command

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model/ask"
	"cstoread/model/tag"
	"cstoread/model/trend"
	"cstoread/ui/chart"
)

// heatForm is a cell of a heat map for programs; empty cells are left out.
type heatForm struct {
	Code       string `json:"code"`
	Name       string `json:"name,omitempty"`
	Year       int    `json:"year"`
	Paragraphs int    `json:"paragraphs"`
	Query      string `json:"query"`
}

func (a *app) heat(cmd *cobra.Command, r timelineRequest) error {
	f := a.chosenFormat(cmd, formatText, formatTSV)
	if r.limit == 0 && (f == formatText || f == formatSVG) {
		r.limit = 40
	}
	q := r.queries[0].Query
	h, err := trend.HeatMap(cmd.Context(), r.engine, q, r.base, r.limit)
	if err != nil {
		return err
	}
	if len(h.Codes) == 0 {
		return nothingf("no countries are named in dated statements there")
	}
	tables, err := a.Tables()
	if err != nil {
		return err
	}
	switch f {
	case formatText:
		_, err = a.out.WriteString(heatText(h, tables, a.out))
		return err
	case formatSVG:
		_, err = a.out.WriteString(harmlessText(heatPicture(h, tables).Heat()))
		return err
	}
	records := a.out.records(f)
	for i, code := range h.Codes {
		for k, year := range h.Years {
			n := h.Paragraphs[i][k]
			switch {
			case n == 0:
			case f == formatTSV:
				err = a.out.row(code, strconv.Itoa(year), strconv.Itoa(n))
			default:
				err = records.write(heatForm{code, tables.CountryName(code), year, n, h.Drill(q, i, k).String()})
			}
			if err != nil {
				return err
			}
		}
	}
	return records.end(f)
}

// heatText draws a heat map: with numbers where they fit, else with a shade a
// year; the latest years where even these do not.
func heatText(h trend.Heat, tables *tag.Tables, o *output) string {
	width := o.width
	if width <= 0 {
		width = pipeWidth
	}
	names := min(28, max(8, width/3))
	cell := 6
	if names+cell*len(h.Years) > width {
		cell = 1
	}
	from := max(0, len(h.Years)-max(1, (width-names)/cell))
	years := h.Years[from:]
	most := 0
	for _, row := range h.Paragraphs {
		for _, n := range row[from:] {
			most = max(most, n)
		}
	}
	var b strings.Builder
	head := pad("", names)
	if cell == 1 {
		head += fmt.Sprintf("%d–%d", years[0], years[len(years)-1])
	} else {
		for _, y := range years {
			head += padLeft(strconv.Itoa(y), cell)
		}
	}
	b.WriteString(o.in(lookDim, fit(head, width)) + "\n")
	for i, code := range h.Codes {
		row := pad(fit(line(tables.CountryName(code)), names-1), names)
		for _, n := range h.Paragraphs[i][from:] {
			mark := chart.Shade(float64(n), float64(most))
			if cell > 1 && n > 0 {
				mark = strconv.Itoa(n) + " " + mark
			}
			row += padLeft(mark, cell)
		}
		b.WriteString(fit(strings.TrimRight(row, " "), width) + "\n")
	}
	return b.String()
}

func heatPicture(h trend.Heat, tables *tag.Tables) chart.Picture {
	p := chart.Picture{Title: "Countries named, by year", Unit: "paragraphs"}
	for _, y := range h.Years {
		p.Columns = append(p.Columns, strconv.Itoa(y))
	}
	for i, code := range h.Codes {
		row := chart.Row{Name: tables.CountryName(code)}
		for _, n := range h.Paragraphs[i] {
			row.Values = append(row.Values, float64(n))
		}
		p.Rows = append(p.Rows, row)
	}
	return p
}

// togetherForm is a row of the tables of two things for programs.
type togetherForm struct {
	A          string  `json:"a"`
	AName      string  `json:"a_name,omitempty"`
	B          string  `json:"b"`
	BName      string  `json:"b_name,omitempty"`
	Paragraphs int     `json:"paragraphs"`
	Statements int     `json:"statements"`
	Lift       float64 `json:"lift"`
	Query      string  `json:"query"`
}

func (a *app) together(cmd *cobra.Command, r timelineRequest) error {
	rows, err := a.togetherRows(cmd.Context(), r)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return nothingf("nothing is named together there")
	}
	if r.limit > 0 && len(rows) > r.limit {
		rows = rows[:r.limit]
	}
	f := a.chosenFormat(cmd, formatText, formatTSV)
	if f == formatText {
		head := padLeft("¶", 6) + padLeft("stat.", 6) + padLeft("lift", 7) + "  sorted by " + r.sort
		if _, err := a.out.WriteString(a.out.in(lookDim, fit(head, a.out.width)) + "\n"); err != nil {
			return err
		}
	}
	records := a.out.records(f)
	for _, t := range rows {
		switch f {
		case formatText:
			row := padLeft(strconv.Itoa(t.Paragraphs), 6) + padLeft(strconv.Itoa(t.Statements), 6) +
				padLeft(strconv.FormatFloat(t.Lift, 'f', 1, 64), 7) + "  " + line(t.AName) + " · " + line(t.BName)
			_, err = a.out.WriteString(fit(row, a.out.width) + "\n")
		case formatTSV:
			err = a.out.row(t.A, t.B, strconv.Itoa(t.Paragraphs), strconv.Itoa(t.Statements), strconv.FormatFloat(t.Lift, 'f', 2, 64))
		default:
			err = records.write(t)
		}
		if err != nil {
			return err
		}
	}
	return records.end(f)
}

// togetherRows counts and sorts.
func (a *app) togetherRows(ctx context.Context, r timelineRequest) ([]togetherForm, error) {
	library, err := a.library()
	if err != nil {
		return nil, err
	}
	tables, err := a.Tables()
	if err != nil {
		return nil, err
	}
	q := r.base
	q.Query, q.Sort = r.queries[0].Query, ask.SortDate
	answer, err := r.engine.Ask(ctx, q)
	if err != nil {
		return nil, err
	}
	count, name := trend.CoMentions, tables.CountryName
	if r.table == "topics" {
		count, name = trend.TopicsByCountry, tables.TopicName
	}
	found, err := count(answer.Hits, library.Statement)
	if err != nil {
		return nil, err
	}
	if err := trend.SortTogether(found, r.sort); err != nil {
		return nil, usagef("--sort %s is not known", line(r.sort))
	}
	var rows []togetherForm
	for _, t := range found {
		rows = append(rows, togetherForm{
			t.A, name(t.A), t.B, tables.CountryName(t.B), t.Paragraphs, t.Statements,
			float64(int(t.Lift*100+.5)) / 100, t.Drill(q.Query, r.table == "topics").String(),
		})
	}
	return rows, nil
}

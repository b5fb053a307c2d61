// Package trend counts: in how many paragraphs of each year or month a query
// holds, which countries are named each year, which are named together, and
// which topic goes with which country.
//
// Every count stands for paragraphs that can be looked at: Drill gives the
// query whose answer is exactly those. The title of a statement counts as a
// paragraph, as it does in every query. How counts are drawn is not known
// here.
package trend

import (
	"context"
	"fmt"
	"strconv"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/query"
)

// Unit is how long a period is.
type Unit string

// The units.
const (
	Year  Unit = "year"
	Month Unit = "month"
)

// Period is a year, or a month of it. The zero Period is of the statements
// whose date is not known as exactly as that.
type Period struct{ Year, Month int }

// String is "2019", "2019-11", or "" for the zero Period.
func (p Period) String() string {
	switch {
	case p.Year == 0:
		return ""
	case p.Month == 0:
		return fmt.Sprintf("%04d", p.Year)
	}
	return fmt.Sprintf("%04d-%02d", p.Year, p.Month)
}

// periodOf is the period of a date. A range counts where it begins.
func periodOf(d model.Date, unit Unit) Period {
	switch {
	case unit == Year:
		return Period{Year: d.Year}
	case d.Month == 0:
		return Period{}
	}
	return Period{d.Year, d.Month}
}

// Asked is a query with the name under which it is shown.
type Asked struct {
	Name  string
	Query query.Query
}

// Count is how much a query found in one period.
type Count struct{ Statements, Paragraphs int }

// Line is the counts of one query.
type Line struct {
	Asked
	// Counts are in the order of Timeline.Periods.
	Counts []Count
	// Total is of all dates, Undated of those without a period.
	Total, Undated Count
}

// Timeline is the counts of several queries.
type Timeline struct {
	Unit Unit
	// Periods go from the first to the last in which something was found,
	// without gaps.
	Periods []Period
	Lines   []Line
	// All is what the library holds in each period, to be counted against.
	All []Count
}

// maxPeriods bounds a timeline: four thousand years of months would be no
// help.
const maxPeriods = 4000

// Over asks all queries. base holds what the questions share: marks, the day,
// whether implied mentions count.
func Over(ctx context.Context, engine ask.Engine, queries []Asked, unit Unit, base ask.Question) (Timeline, error) {
	t := Timeline{Unit: unit}
	var found []map[Period]Count
	for _, q := range queries {
		line := Line{Asked: q}
		counts, err := count(ctx, engine, q.Query, unit, base)
		if err != nil {
			return Timeline{}, err
		}
		for _, c := range counts {
			line.Total = line.Total.plus(c)
		}
		line.Undated = counts[Period{}]
		found = append(found, counts)
		t.Lines = append(t.Lines, line)
	}
	t.Periods = span(found, unit)
	all, err := count(ctx, engine, query.Query{}, unit, base)
	if err != nil {
		return Timeline{}, err
	}
	for _, p := range t.Periods {
		t.All = append(t.All, all[p])
		for i := range t.Lines {
			t.Lines[i].Counts = append(t.Lines[i].Counts, found[i][p])
		}
	}
	return t, nil
}

func (c Count) plus(d Count) Count {
	return Count{c.Statements + d.Statements, c.Paragraphs + d.Paragraphs}
}

// count asks one query.
func count(ctx context.Context, engine ask.Engine, q query.Query, unit Unit, base ask.Question) (map[Period]Count, error) {
	base.Query, base.Limit, base.Facets, base.Sort = q, 0, nil, ask.SortDate
	answer, err := engine.Ask(ctx, base)
	if err != nil {
		return nil, err
	}
	counts := map[Period]Count{}
	for _, hit := range answer.Hits {
		p := periodOf(hit.Header.Date, unit)
		counts[p] = counts[p].plus(Count{1, len(hit.Paragraphs)})
	}
	return counts, nil
}

// span lists all periods from the first to the last.
func span(found []map[Period]Count, unit Unit) []Period {
	var first, last Period
	for _, counts := range found {
		for p := range counts {
			if p.Year == 0 {
				continue
			}
			if first.Year == 0 || p.compare(first) < 0 {
				first = p
			}
			if p.compare(last) > 0 {
				last = p
			}
		}
	}
	var out []Period
	for p := first; p.Year > 0 && p.compare(last) <= 0 && len(out) < maxPeriods; p = p.next(unit) {
		out = append(out, p)
	}
	return out
}

func (p Period) compare(q Period) int { return (p.Year-q.Year)*13 + p.Month - q.Month }

func (p Period) next(unit Unit) Period {
	switch {
	case unit == Year:
		return Period{Year: p.Year + 1}
	case p.Month == 12:
		return Period{p.Year + 1, 1}
	}
	return Period{p.Year, p.Month + 1}
}

// Share is the part of the period's paragraphs that were found, 0 to 1.
func (t Timeline) Share(line, period int) float64 {
	all := t.All[period].Paragraphs
	if all == 0 {
		return 0
	}
	return float64(t.Lines[line].Counts[period].Paragraphs) / float64(all)
}

// Drill is the query whose answer is the paragraphs behind a count of q in a
// period. The zero period cannot be asked for and gives q itself.
func Drill(q query.Query, p Period) query.Query {
	within := func(f query.Field, s string) query.Node { return query.Facet{Field: f, Code: s, Text: s} }
	switch {
	case p.Year == 0:
		return q
	case p.Month == 0:
		return q.WithNode(within(query.FieldYear, strconv.Itoa(p.Year)))
	}
	return q.WithNode(within(query.FieldAfter, p.String())).WithNode(within(query.FieldBefore, p.next(Month).String()))
}

package command

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/series"
	"cstoread/model/tag"
)

// missingForm is the answer for programs, a contract like the other forms.
type missingForm struct {
	Statement statementForm `json:"statement"`
	Against   []memberForm  `json:"against"`
	Absent    []itemForm    `json:"absent"`
	New       []itemForm    `json:"new"`
}

// memberForm is a statement of the series; its likenesses go from 0 to 1.
type memberForm struct {
	statementForm
	Likeness float64 `json:"likeness"`
	Wording  float64 `json:"wording"`
	Titles   float64 `json:"titles"`
	Subjects float64 `json:"subjects"`
}

// itemForm has a code and a name, or the text of a formula.
type itemForm struct {
	Kind       string   `json:"kind"`
	Code       string   `json:"code,omitempty"`
	Name       string   `json:"name,omitempty"`
	Text       string   `json:"text,omitempty"`
	Statements int      `json:"statements"`
	Refs       []string `json:"refs"`
}

func (a *app) printMissing(cmd *cobra.Command, s *model.Statement, members []series.Member, gap series.Gap) error {
	tables, err := a.Tables()
	if err != nil {
		return err
	}
	f := a.chosenFormat(cmd, formatText, formatTSV)
	limit, _ := cmd.Flags().GetInt("limit")
	if f == formatText && !cmd.Flags().Changed("limit") {
		limit = 12
	}
	form := missingForm{
		Statement: headerForm(s.Header),
		Absent:    itemForms(gap.Absent, tables, limit), New: itemForms(gap.New, tables, limit),
	}
	for _, m := range members {
		form.Against = append(form.Against, memberForm{headerForm(m.Statement.Header), m.Likeness, m.Wording, m.Title, m.Subjects})
	}
	switch f {
	case formatJSON:
		return a.out.records(formatNDJSON).write(form)
	case formatTSV:
		return a.missingRows(form)
	}
	_, err = a.out.WriteString(form.text(a.out))
	return err
}

// itemForms keeps at most limit items of each kind.
func itemForms(items []series.Item, tables *tag.Tables, limit int) []itemForm {
	out := []itemForm{}
	seen := map[series.Kind]int{}
	for _, i := range items {
		if seen[i.Kind]++; limit > 0 && seen[i.Kind] > limit {
			continue
		}
		f := itemForm{Kind: string(i.Kind), Code: i.Code, Text: line(i.Text), Statements: i.Statements}
		switch i.Kind {
		case series.Country:
			f.Name = tables.CountryName(i.Code)
		case series.Topic:
			f.Name = tables.TopicName(i.Code)
		case series.Instrument:
			f.Name, _ = tables.InstrumentInfo(i.Code)
		}
		for _, p := range i.Places {
			f.Refs = append(f.Refs, numbered(p.ID, p.N))
		}
		out = append(out, f)
	}
	return out
}

func (a *app) missingRows(form missingForm) error {
	for _, part := range []struct {
		name  string
		items []itemForm
	}{{"absent", form.Absent}, {"new", form.New}} {
		for _, i := range part.items {
			if err := a.out.row(part.name, i.Kind, i.Code+i.Text, i.Name, strconv.Itoa(i.Statements), strings.Join(i.Refs, " ")); err != nil {
				return err
			}
		}
	}
	return nil
}

// text is the answer for people: what was compared with, what is absent, what
// is new, each with where it stands.
func (f missingForm) text(o *output) string {
	var b strings.Builder
	b.WriteString(o.in(lookStrong, fit(line(model.ShortTitle(f.Statement.Title)), o.width)) + "\n" + o.in(lookDim, fit(line(f.Statement.ID), o.width)) + "\n\ncompared with\n")
	for _, m := range f.Against {
		likeness := fmt.Sprintf("%3.0f%%  ", 100*m.Likeness)
		why := fmt.Sprintf("wording %.0f%%, title %.0f%%, subjects %.0f%%", 100*m.Wording, 100*m.Titles, 100*m.Subjects)
		b.WriteString(fit("  "+likeness+line(m.ID), o.width) + "\n" + o.in(lookDim, fit("        "+why, o.width)) + "\n")
	}
	f.part(&b, o, "absent now", f.Absent)
	f.part(&b, o, "new", f.New)
	return b.String()
}

func (f missingForm) part(b *strings.Builder, o *output, title string, items []itemForm) {
	b.WriteString("\n" + o.in(lookStrong, title) + "\n")
	if len(items) == 0 {
		b.WriteString("  nothing\n")
	}
	kind := ""
	for _, i := range items {
		if i.Kind != kind {
			kind = i.Kind
			b.WriteString("  " + map[string]string{"country": "countries", "topic": "topics", "instrument": "instruments", "formula": "formulas"}[kind] + "\n")
		}
		what := i.Text
		if what == "" {
			what = line(i.Name)
			if what == "" || i.Kind == string(series.Instrument) {
				what = strings.TrimSpace(line(i.Code) + "  " + what)
			}
		} else {
			what = "“" + what + "”"
		}
		if i.Statements > 1 {
			what += fmt.Sprintf("  (%d statements)", i.Statements)
		}
		if o.width > 0 {
			what = strings.ReplaceAll(lipgloss.Wrap(what, max(1, o.width-4), ""), "\n", "\n    ")
		}
		b.WriteString("    " + what + "\n" + o.in(lookDim, fit("      "+refsShown(i.Refs), o.width)) + "\n")
	}
}

// refsShown names the newest few places.
func refsShown(refs []string) string {
	const most = 3
	shown := slices.Clone(refs[:min(len(refs), most)])
	if more := len(refs) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf("and %d more", more))
	}
	return line(strings.Join(shown, ", "))
}

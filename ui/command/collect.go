package command

import (
	"encoding/csv"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/cite"
	"cstoread/model/clean"
	"cstoread/model/note"
)

// The forms of a collection besides those of other commands.
const (
	formatBibTeX  format = "bibtex"
	formatCSLJSON format = "csl-json"
	formatRIS     format = "ris"
)

func (a *app) collect() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "collect [REFERENCE...]",
		Short: "Write paragraphs out with their citations",
		Long: `Writes a collection of paragraphs: those that the references name, or without
any those you keep notes on, all or with one label. As Markdown each paragraph
is quoted with its citation and your remark; bibtex, csl-json and ris are
bibliographies, csv is a table with a row a paragraph for a spreadsheet.

A note whose paragraph is in no statement any more is written out with the
words it had, and named on standard error where the form has no place for it.`,
		Example: `  cstoread collect '2019-11-27#p4-5' '2019-11-27#p7'
  cstoread collect '2019-11-27#p7' --format ris > paragraph.ris
  cstoread note '2019-11-27#p4' --label syria && cstoread collect --label syria --format csv`,
		GroupID:           groupKeep,
		ValidArgsFunction: a.references,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.plain = true
			excerpts, err := a.excerpts(cmd, args)
			if err != nil {
				return err
			}
			f := a.chosenFormat(cmd, formatMarkdown, formatMarkdown)
			switch f {
			case formatMarkdown:
				_, err = a.out.WriteString(clean.Text(excerptsMarkdown(excerpts)))
				return err
			case formatCSV:
				return a.excerptsCSV(excerpts)
			}
			return a.bibliography(cite.Style(f), excerpts)
		},
	}
	cmd.Flags().String("label", "", "those with this label of yours")
	formatFlag(cmd, "form of the collection", formatMarkdown, formatBibTeX, formatCSLJSON, formatRIS, formatCSV)
	return cmd
}

// excerpt is a paragraph of a collection; of an orphan only the note is known.
type excerpt struct {
	header model.Header
	n      int
	text   string
	note   *note.Placed
}

func (e excerpt) orphan() bool { return e.note != nil && e.note.Found == note.Orphan }

// citation is in one line.
func (e excerpt) citation() string {
	return cite.One(cite.Plain, cite.Item{Header: e.header, First: e.n, Last: e.n})
}

func (a *app) excerpts(cmd *cobra.Command, args []string) ([]excerpt, error) {
	var out []excerpt
	if len(args) > 0 {
		if label, _ := cmd.Flags().GetString("label"); label != "" {
			return nil, usagef("name references or a label, not both")
		}
		passages, err := a.passages(cmd, args)
		for _, p := range passages {
			for _, par := range p.body {
				out = append(out, excerpt{header: p.Header, n: par.N, text: line(par.Text)})
			}
		}
		return out, err
	}
	placed, err := a.placedNotes(cmd, nil)
	for i, p := range placed {
		e := excerpt{header: model.Header{ID: p.ID}, n: p.N, text: line(p.Anchor), note: &placed[i]}
		if p.Statement != nil {
			e.header, e.n, e.text = p.Statement.Header, p.Paragraph.N, line(p.Paragraph.Text)
		}
		out = append(out, e)
	}
	return out, err
}

// excerptsMarkdown quotes each paragraph, with its citation below.
func excerptsMarkdown(excerpts []excerpt) string {
	var blocks []string
	for _, e := range excerpts {
		block := "> " + markdownText(e.text) + "\n>\n> — "
		if e.orphan() {
			block += markdownText(numbered(e.header.ID, e.n)) + " (not in the library any more)"
		} else {
			block += markdownText(line(e.citation()))
		}
		if e.note != nil && e.note.Text != "" {
			block += "\n\n" + markdownText(line(e.note.Text))
		}
		if e.note != nil && len(e.note.Tags) > 0 {
			block += "\n\n" + markdownText("#"+strings.Join(e.note.Tags, " #"))
		}
		blocks = append(blocks, block)
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// bibliography cites the paragraphs that are in the library.
func (a *app) bibliography(style cite.Style, excerpts []excerpt) error {
	var items []cite.Item
	for _, e := range excerpts {
		if e.orphan() {
			_, _ = a.Err.Write([]byte("cstoread: left out: " + line(numbered(e.header.ID, e.n)) + " is in no statement any more\n"))
			continue
		}
		items = append(items, cite.Item{Header: e.header, First: e.n, Last: e.n})
	}
	text := cite.All(style, items)
	if style == cite.CSLJSON {
		text = string(harmless([]byte(text)))
	}
	_, err := a.out.WriteString(clean.Text(text))
	return err
}

// excerptsCSV writes a row a paragraph under a row of names.
func (a *app) excerptsCSV(excerpts []excerpt) error {
	w := csv.NewWriter(a.out)
	rows := [][]string{{
		"ref", "id", "n", "date", "title", "issuer", "place", "kind", "language", "source",
		"text", "citation", "found", "labels", "note",
	}}
	for _, e := range excerpts {
		row := append([]string{numbered(e.header.ID, e.n), e.header.ID, strconv.Itoa(e.n)}, describe(e.header)...)
		citation := ""
		if !e.orphan() {
			citation = e.citation()
		}
		row = append(row, e.text, citation)
		if e.note != nil {
			row = append(row, string(e.note.Found), strings.Join(e.note.Tags, " "), e.note.Text)
		} else {
			row = append(row, "", "", "")
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for i := range row {
			row[i] = cellText(line(row[i]))
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// cellText keeps a spreadsheet from taking a text for a formula: an apostrophe
// before it is not shown there.
func cellText(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

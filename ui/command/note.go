package command

import (
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/fold"
	"cstoread/model/note"
)

// Notebook is where notes on paragraphs rest.
type Notebook interface {
	// Load gives the notes that could be read, with an error that names
	// those that could not.
	Load() ([]note.Note, error)
	// Change replaces them while no other program does.
	Change(func([]note.Note) ([]note.Note, error)) error
}

func (a *app) note() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "note REFERENCE [TEXT...]",
		Short: "Keep a remark or labels on a paragraph",
		Long: `Keeps a remark on a paragraph, labels it with --label, or, with neither, just
marks it. A second remark replaces the first, labels are added.

Notes are lines of notes.jsonl in the data folder, apart from the statements.
They hold the paragraph's words, so that they find it again after the statement
was edited or taken in anew. The command notes lists them, collect writes them
out with the paragraphs.`,
		Example: `  cstoread note '2019-11-27#p7' "the new wording on Yemen" --label gulf
  cstoread note '2019-11-27#p3' && cstoread note '2019-11-27#p3' --remove`,
		GroupID:           groupKeep,
		Args:              atLeastOne("a paragraph, such as 2019-11-27#p7"),
		ValidArgsFunction: a.references,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.plain = true
			p, err := a.passage(args[0])
			if err != nil {
				return err
			}
			if p.ref.First != p.ref.Last {
				return usagef("a note is on one paragraph: write %s#p%d", p.ID, p.ref.First)
			}
			if remove, _ := cmd.Flags().GetBool("remove"); remove {
				return a.removeNote(p)
			}
			return a.keepNote(cmd, p, strings.Join(args[1:], " "))
		},
	}
	cmd.Flags().StringSlice("label", nil, "label the paragraph with this word")
	cmd.Flags().Bool("remove", false, "remove the note on the paragraph")
	return cmd
}

func (a *app) keepNote(cmd *cobra.Command, p passage, text string) error {
	par, _ := p.Paragraph(p.ref.First)
	n := note.Note{ID: p.ID, N: p.ref.First, Anchor: line(par.Text), Text: strings.TrimSpace(line(text)), Made: today()}
	labels, _ := cmd.Flags().GetStringSlice("label")
	for _, l := range labels {
		label := note.Tag(line(l))
		if label == "" {
			return usagef("--label %q is no word", line(l))
		}
		n.Tags = append(n.Tags, label)
	}
	err := a.Notes().Change(func(all []note.Note) ([]note.Note, error) { return note.With(all, n, p.Statement), nil })
	if err != nil {
		return err
	}
	_, err = a.out.WriteString("noted " + numbered(p.ID, p.ref.First) + "\n")
	return err
}

// removeNote takes away the note that is shown on a paragraph.
func (a *app) removeNote(p passage) error {
	ref := numbered(p.ID, p.ref.First)
	err := a.Notes().Change(func(all []note.Note) ([]note.Note, error) {
		if rest, ok := note.Without(all, p.Statement, p.ref.First); ok {
			return rest, nil
		}
		return nil, nothingf("there is no note on %s", ref)
	})
	if err != nil {
		return err
	}
	_, err = a.out.WriteString("removed the note on " + ref + "\n")
	return err
}

func numberedNow(p note.Placed) string {
	ref := p.Reference()
	return numbered(ref.ID, ref.First)
}

func (a *app) notes() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "notes [WORDS...]",
		Short: "List your notes on paragraphs",
		Long: `Lists the notes whose remark, labels or paragraph hold all the words, or all
notes, with how the paragraph was found: there where it was, moved, reworded, or
an orphan, which is in no statement any more.

In a pipe it prints tab-separated columns: reference, how it was found, labels,
remark, the paragraph's words when it was noted.`,
		Example: `  cstoread note '2019-11-27#p7' wording && cstoread notes
  cstoread note '2019-11-27#p4' --label syria && cstoread notes --label syria --format json`,
		GroupID: groupKeep,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.plain = true
			placed, err := a.placedNotes(cmd, args)
			if err != nil {
				return err
			}
			return a.printNotes(cmd, placed)
		},
	}
	cmd.Flags().String("label", "", "only those with this label")
	formatFlag(cmd, "form of the list", formatText, formatTSV, formatJSON)
	return cmd
}

// placedNotes are the notes that a command line asks for, with where their
// paragraphs are now.
func (a *app) placedNotes(cmd *cobra.Command, words []string) ([]note.Placed, error) {
	all, err := a.Notes().Load()
	if err != nil {
		if len(all) == 0 {
			return nil, err
		}
		_, _ = a.Err.Write([]byte("cstoread: " + line(err.Error()) + "\n"))
	}
	label, _ := cmd.Flags().GetString("label")
	label = note.Tag(line(label))
	var chosen []note.Note
	for _, n := range all {
		if holdsWords(n, words) && (label == "" || strings.Contains(" "+strings.Join(n.Tags, " ")+" ", " "+label+" ")) {
			chosen = append(chosen, n)
		}
	}
	if len(chosen) == 0 {
		return nil, nothingf("no such note; cstoread note REFERENCE keeps one")
	}
	library, err := a.library()
	if err != nil {
		return nil, err
	}
	return note.PlaceAll(chosen, library), nil
}

func holdsWords(n note.Note, words []string) bool {
	text := fold.String(n.Text + " " + strings.Join(n.Tags, " ") + " " + n.Anchor)
	for _, w := range words {
		if !strings.Contains(text, fold.String(line(w))) {
			return false
		}
	}
	return true
}

// noteForm is a note for programs. ref is where the paragraph is now, was where
// it was when it was noted, if that is elsewhere.
type noteForm struct {
	Ref    string   `json:"ref"`
	Was    string   `json:"was,omitempty"`
	Found  string   `json:"found"`
	Labels []string `json:"labels,omitempty"`
	Note   string   `json:"note,omitempty"`
	Anchor string   `json:"anchor"`
	Made   string   `json:"made,omitempty"`
}

func formOfNote(p note.Placed) noteForm {
	f := noteForm{Ref: numberedNow(p), Found: string(p.Found), Labels: p.Tags, Note: p.Text, Anchor: p.Anchor, Made: p.Made.String()}
	if was := numbered(p.ID, p.N); was != f.Ref {
		f.Was = was
	}
	return f
}

func (a *app) printNotes(cmd *cobra.Command, placed []note.Placed) error {
	f := a.chosenFormat(cmd, formatText, formatTSV)
	records := a.out.records(f)
	for _, p := range placed {
		var err error
		form := formOfNote(p)
		switch f {
		case formatText:
			err = a.noteText(p, form)
		case formatTSV:
			err = a.out.row(form.Ref, form.Found, strings.Join(form.Labels, ","), form.Note, form.Anchor)
		default:
			err = records.write(form)
		}
		if err != nil {
			return err
		}
	}
	return records.end(f)
}

// noteText prints a note for people: where, what was remarked, the paragraph.
func (a *app) noteText(p note.Placed, f noteForm) error {
	head := f.Ref
	switch p.Found {
	case note.Orphan:
		head += "  orphan: its paragraph is in no statement any more"
	case note.Moved, note.Reworded:
		head += "  " + string(p.Found)
		if f.Was != "" {
			head += " from " + f.Was
		}
	}
	for _, l := range f.Labels {
		head += "  #" + l
	}
	text := a.out.in(lookStrong, fit(line(head), a.out.width)) + "\n"
	if f.Note != "" {
		text += "  " + fit(line(f.Note), max(0, a.out.width-2)) + "\n"
	}
	quoted := p.Paragraph.Text
	if p.Statement == nil {
		quoted = p.Anchor
	}
	start, end := snippet(quoted, nil)
	text += a.out.snippetLines(searchForm{Snippet: quoted[start:end], more: end < len(quoted)}) + "\n"
	_, err := a.out.WriteString(text)
	return err
}

// describe says what is known of a collected paragraph's statement, for a
// table: date, title, issuer, place, kind, language, source.
func describe(h model.Header) []string {
	return []string{h.Date.String(), h.Title, h.Issuer, h.Place, string(h.Kind), h.Language, h.Source}
}

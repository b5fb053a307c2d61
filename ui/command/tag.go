package command

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/tag"
)

func (a *app) tag() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "tag [FILE | -]",
		Short: "Find countries, topics and instruments in any text",
		Long: `Reads text from a file or standard input and prints, for each paragraph of it,
a line of JSON with its countries, topics, instruments and their spans.

A paragraph ends at an empty line, with --lines at every line. With --jsonl
each line of input is an object {"id","text","language"} and the id is given
back; otherwise paragraphs are counted from 1, and offset says at which byte
of the input one begins. Spans are byte offsets into the paragraph, end
exclusive. The format tsv prints a line for each mention: id, kind, code,
start, end, strength, rule, text.`,
		Example: `  echo "Ministers discussed Syria and resolution 2254 (2015)." | cstoread tag
  cstoread tag --explain --format ndjson statement.txt
  cstoread tag --jsonl texts.jsonl > mentions.jsonl`,
		GroupID: groupRead,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, err := a.tagInput(args)
			if err != nil {
				return err
			}
			defer func() { _ = in.Close() }()
			tables, err := a.Tables()
			if err != nil {
				return err
			}
			return a.tagAll(cmd, texts(cmd, in), tables)
		},
	}
	cmd.Flags().Bool("jsonl", false, `read lines of JSON with "id", "text" and "language"`)
	cmd.Flags().Bool("lines", false, "take every line for a paragraph")
	cmd.Flags().Bool("explain", false, "say why, and what was rejected and by which rule")
	cmd.Flags().String("language", "", "language of the text, such as en or ru")
	cmd.MarkFlagsMutuallyExclusive("jsonl", "lines")
	formatFlag(cmd, "form of the mentions", formatText, formatTSV, formatNDJSON)
	return cmd
}

// tagInput opens the input. A person who gives none and types nothing would
// wait for ever, so is told what to give.
func (a *app) tagInput(args []string) (io.ReadCloser, error) {
	if len(args) == 1 && args[0] != "-" {
		f, err := os.Open(args[0])
		if err != nil {
			return nil, fmt.Errorf("cannot read the text: %w", err)
		}
		return f, nil
	}
	if f, ok := a.In.(*os.File); ok && len(args) == 0 && term.IsTerminal(f.Fd()) {
		return nil, usagef("tag needs a FILE, or a text on standard input")
	}
	return io.NopCloser(a.In), nil
}

// texts chooses how the input is divided.
func texts(cmd *cobra.Command, in io.Reader) source {
	flag := func(name string) bool { v, _ := cmd.Flags().GetBool(name); return v }
	language, _ := cmd.Flags().GetString("language")
	if flag("jsonl") {
		return newObjects(in, language)
	}
	return newParagraphs(in, language, flag("lines"))
}

// tagAll tags one text after the other. What is finished goes out when no
// more input is waiting, so that a slow source is answered as it speaks.
func (a *app) tagAll(cmd *cobra.Command, in source, tables *tag.Tables) error {
	explain, _ := cmd.Flags().GetBool("explain")
	write := a.tagWriter(a.chosenFormat(cmd, formatText, formatNDJSON))
	var mentions []model.Mention
	for {
		t, err := in.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		r := tagged{text: t}
		if explain {
			e := tables.Explain(t.text, t.language)
			r.explanation = &e
		}
		mentions = tables.Tag(mentions[:0], t.text, t.language)
		r.mentions = mentions
		if err := write(r); err != nil {
			return err
		}
		if in.waiting() {
			continue
		}
		if err := a.out.Flush(); err != nil {
			return err
		}
	}
}

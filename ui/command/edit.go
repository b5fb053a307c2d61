package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/model"
	"cstoread/model/clean"
)

// editable are the fields that edit sets by a flag.
var editable = []struct {
	name, usage string
	set         func(*model.Header, string) error
}{
	{"title", "the title", func(h *model.Header, v string) error {
		if v == "" {
			return errors.New("a statement needs a title")
		}
		h.Title = v
		return nil
	}},
	{"date", "the date: 2019-11-27, 2019-11, 2019, 2004-12-06/07, or nothing", func(h *model.Header, v string) (err error) {
		h.Date, err = model.ParseDate(v)
		return err
	}},
	{"place", "the place", func(h *model.Header, v string) error { h.Place = v; return nil }},
	{"issuer", "who speaks", func(h *model.Header, v string) error { h.Issuer = v; return nil }},
	{"kind", "the kind: statement, declaration, decision, communiqué, speech, news", func(h *model.Header, v string) error {
		if v == "communique" {
			v = string(model.KindCommunique)
		}
		if v != "" && !slices.Contains(model.Kinds(), model.Kind(v)) {
			return fmt.Errorf("%q is no kind of statement", v)
		}
		h.Kind = model.Kind(v)
		return nil
	}},
	{"language", "the language: en, ru, …", func(h *model.Header, v string) error { h.Language = v; return nil }},
	{"source", "the address it is from", func(h *model.Header, v string) error { h.Source = v; return nil }},
}

func (a *app) edit() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "edit REFERENCE",
		Short: "Set what is known of a statement, or edit its file",
		Long: `Sets fields of a statement of your library, with the flags; a field that is set
is no longer doubtful. Without a flag it opens the statement's file in $VISUAL or
$EDITOR. The old form is kept. The ID never changes.`,
		Example: `  cstoread add statement.txt && cstoread edit ministers --date 2019-11-27 --place Bishkek`,
		GroupID: groupKeep,
		Args:    exactlyOne("a reference, such as 2019-11-27"), ValidArgsFunction: a.references,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.plain = true
			keeper, err := a.Keeper(a.folder)
			if err != nil {
				return err
			}
			s, err := a.whole(args[0])
			if err != nil {
				return err
			}
			changed, err := setFields(cmd, s.Header)
			if err != nil {
				return err
			}
			if changed == nil {
				return a.editFile(keeper, s)
			}
			if err := keeper.SetHeader(s.ID, func(h *model.Header) { *h = *changed }); err != nil {
				return err
			}
			return a.say("edited", *changed)
		},
	}
	for _, f := range editable {
		cmd.Flags().String(f.name, "", f.usage)
	}
	return cmd
}

// setFields is the header with the flags' values; nil when there are none.
func setFields(cmd *cobra.Command, h model.Header) (*model.Header, error) {
	set := false
	for _, f := range editable {
		if !cmd.Flags().Changed(f.name) {
			continue
		}
		value, _ := cmd.Flags().GetString(f.name)
		if err := f.set(&h, line(strings.TrimSpace(value))); err != nil {
			return nil, usagef("--%s: %w", f.name, err)
		}
		h.Doubtful = without(h.Doubtful, f.name)
		set = true
	}
	if !set {
		return nil, nil
	}
	return &h, nil
}

// without drops one field from a list such as "date, place".
func without(list, field string) string {
	fields := strings.Split(list, ", ")
	return strings.Join(slices.DeleteFunc(fields, func(f string) bool { return f == field }), ", ")
}

// editFile has a person edit a copy of the file and takes it back when it is
// still a statement; a copy that is not stays, so that no typing is lost.
func (a *app) editFile(keeper Keeper, s *model.Statement) error {
	editor := strings.Fields(firstSet(os.Getenv("VISUAL"), os.Getenv("EDITOR")))
	if len(editor) == 0 {
		return usagef("set a field with a flag such as --date, or set $EDITOR to edit the file")
	}
	old, err := keeper.Document(s.ID)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "cstoread-")
	if err != nil {
		return fmt.Errorf("no place for a copy to edit: %w", clean.Cause(err))
	}
	path := filepath.Join(dir, s.ID+".md")
	if err := os.WriteFile(path, old, 0o600); err != nil {
		return fmt.Errorf("no place for a copy to edit: %w", clean.Cause(err))
	}
	//nolint:noctx // what ends the editor is the editor: Ctrl-C is one of its keys
	run := exec.Command(editor[0], append(editor[1:], path)...)
	run.Stdin, run.Stdout, run.Stderr = a.In, os.Stderr, os.Stderr
	if err := run.Run(); err != nil {
		return fmt.Errorf("the editor %s ended with an error, nothing was changed: %w", line(editor[0]), err)
	}
	edited, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("the edited copy cannot be read: %w", clean.Cause(err))
	}
	if !bytes.Equal(edited, old) {
		if err := keeper.Replace(s.ID, edited); err != nil {
			return fmt.Errorf("%w; your text is in %s", err, line(path))
		}
		if err := a.say("edited", s.Header); err != nil {
			return err
		}
	}
	return os.RemoveAll(dir)
}

func firstSet(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

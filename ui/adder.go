package ui

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"cstoread/model"
	"cstoread/ui/command"
)

// adder adds to the library from the screen, by the same way as the command.
func adder(deps Deps, folder string) func(context.Context, string, bool, func(model.Addition)) error {
	if deps.Add == nil {
		return nil
	}
	return func(ctx context.Context, source string, keep bool, report func(model.Addition)) error {
		return deps.Add(ctx, command.AddRequest{
			Folder: folder, Sources: []string{typedSource(source)}, Stdin: strings.NewReader(""), DryRun: !keep,
		}, report)
	}
}

// typedSource reads a source as people type it and as terminals paste a file
// that is dropped on them, where no shell has been before: in quotes, with
// blanks behind backslashes, as a file's address, or from the home folder.
func typedSource(s string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n >= 2 && (s[0] == '\'' || s[0] == '"') && s[n-1] == s[0] {
		s = s[1 : n-1]
	}
	if u, err := url.Parse(s); err == nil && u.Scheme == "file" && u.Path != "" {
		return filepath.FromSlash(u.Path)
	}
	if _, err := os.Lstat(s); err != nil {
		if plain := strings.ReplaceAll(s, `\ `, " "); plain != s {
			s = plain
		}
	}
	if rest, ok := strings.CutPrefix(s, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return s
}

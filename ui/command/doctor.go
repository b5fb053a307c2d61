package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"cstoread/model"
)

func (a *app) doctor() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check the library, the cache and the terminal",
		Long: `Looks over the library and its files, the program's folders and the terminal,
and says what is wrong and what to do. It changes nothing.

In a pipe it prints tab-separated columns: ok, note or bad, what was looked at,
what was found, what to do. The exit code is 1 when something is wrong.`,
		Example: `  cstoread doctor
  cstoread doctor | grep -v ^ok`,
		GroupID: groupKeep,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			checks := append(a.Checks(a.folder), a.terminal()...)
			bad := 0
			for _, c := range checks {
				if c.Bad {
					bad++
				}
				if err := a.printCheck(c); err != nil {
					return err
				}
			}
			if bad > 0 {
				return fmt.Errorf("%s", plural(bad, "thing is wrong", "things are wrong"))
			}
			return nil
		},
	}
	return cmd
}

func (a *app) printCheck(c model.Check) error {
	state, l := "ok", lookDim
	switch {
	case c.Bad:
		state, l = "bad", lookStrong
	case c.Advice != "":
		state = "note"
	}
	if !a.out.person {
		return a.out.row(state, c.Name, c.Found, c.Advice)
	}
	text := pad(state, 6) + pad(c.Name, 12) + line(c.Found)
	if c.Advice != "" {
		text += ": " + line(c.Advice)
	}
	_, err := a.out.WriteString(a.out.in(l, text) + "\n")
	return err
}

// terminal looks at what the reader would be drawn on.
func (a *app) terminal() []model.Check {
	c := model.Check{Name: "terminal", Found: "TERM=" + line(os.Getenv("TERM"))}
	if !a.out.person {
		c.Found += ", standard output is not one"
		return []model.Check{c}
	}
	c.Found += fmt.Sprintf(", %d columns", a.out.width)
	switch {
	case os.Getenv("TERM") == "dumb":
		c.Advice = "use cstoread --linear, or the commands"
	case a.out.width < 20:
		c.Advice = "the reader needs 20 columns and 6 rows"
	}
	if os.Getenv("NO_COLOR") != "" {
		c.Found += ", without colours (NO_COLOR)"
	}
	return []model.Check{c}
}

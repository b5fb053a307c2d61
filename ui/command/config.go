package command

import (
	"cmp"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cstoread/ui/keys"
	"cstoread/ui/theme"
)

// Settings are what the user has set in the configuration file, and what holds
// where it says nothing. The zero value of a setting is one not made.
type Settings struct {
	// Path is where the file is or would be.
	Path    string
	Theme   string
	Measure int
	Library string
	Mouse   *bool
	Linear  *bool
	// Keys are changes of keys, "ACTION=KEY KEY"; OlderKeys are those of the
	// file that holds nothing else.
	Keys, OlderKeys []string
	// Usual is the folder of the user's statements when nothing names one.
	Usual string
}

// UsualMeasure is the width of the text that the reader begins with; a test
// keeps it the reader's.
const UsualMeasure = 72

// The places that a setting can come from, the stronger first.
const (
	fromFlag    = "the command line"
	fromFile    = "config.toml"
	fromKeys    = "the file keys"
	fromDefault = "the program"
)

// setting is the value that holds, and where it comes from.
type setting struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	From  string `json:"from"`
}

// themeSetting is the scheme of colours: a flag's, the environment's, the
// file's or the standard one.
func themeSetting(flag string, s Settings) setting {
	for _, place := range []setting{
		{"theme", flag, fromFlag}, {"theme", os.Getenv("CSTOREAD_THEME"), "CSTOREAD_THEME"}, {"theme", s.Theme, fromFile},
	} {
		if place.Value != "" {
			return place
		}
	}
	return setting{"theme", string(theme.Standard), fromDefault}
}

// scheme is the scheme that a setting names.
func (s setting) scheme() (theme.Scheme, error) {
	name, _ := s.Value.(string)
	scheme, err := theme.ParseScheme(name)
	if err != nil {
		return "", usagef("theme, set by %s: %s", s.From, line(err.Error()))
	}
	return scheme, nil
}

func librarySetting(flag string, s Settings) setting {
	for _, place := range []struct{ folder, from string }{
		{flag, fromFlag}, {os.Getenv("CSTOREAD_LIBRARY"), "CSTOREAD_LIBRARY"}, {s.Library, fromFile},
	} {
		if place.folder != "" {
			return setting{"library", filepath.Clean(place.folder), place.from}
		}
	}
	return setting{"library", s.Usual, fromDefault}
}

// effective lists all settings as they hold.
func effective(library string, s Settings) []setting {
	measure := setting{"measure", UsualMeasure, fromDefault}
	if s.Measure > 0 {
		measure = setting{"measure", s.Measure, fromFile}
	}
	mouse := setting{"mouse", true, fromDefault}
	if s.Mouse != nil {
		mouse = setting{"mouse", *s.Mouse, fromFile}
	}
	linear := setting{"linear", false, fromDefault}
	switch {
	case os.Getenv("CSTOREAD_LINEAR") != "":
		linear = setting{"linear", true, "CSTOREAD_LINEAR"}
	case s.Linear != nil:
		linear = setting{"linear", *s.Linear, fromFile}
	}
	return append([]setting{themeSetting("", s), measure, librarySetting(library, s), mouse, linear}, keySettings(s)...)
}

// keySettings are the keys of every action, with where a change comes from.
func keySettings(s Settings) []setting {
	changed := map[string]setting{}
	for _, place := range []struct {
		changes []string
		from    string
	}{{s.OlderKeys, fromKeys}, {s.Keys, fromFile}} {
		for _, change := range place.changes {
			action, value, _ := strings.Cut(change, "=")
			action = strings.TrimSpace(action)
			changed[action] = setting{"keys." + action, strings.TrimSpace(value), place.from}
		}
	}
	var out []setting
	for _, name := range keys.Default().Names() {
		usual := setting{"keys." + name, strings.Join(keys.Default().Keys(keys.Action(name)), " "), fromDefault}
		out = append(out, cmp.Or(changed[name], usual))
	}
	return out
}

func (a *app) config() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show the settings that hold, and where each comes from",
		Long: `Prints all settings as they hold, in the form of the configuration file, each
with where it comes from: the command line, the environment, config.toml in the
configuration folder, or the program itself. What is printed can be that file.

  theme    standard, colour-blind or high-contrast  (CSTOREAD_THEME)
  measure  width of the text in columns, until + or - in the reader changes it
  library  folder of your own statements            (CSTOREAD_LIBRARY)
  mouse    false leaves the mouse to the terminal
  linear   true draws for a screen reader           (CSTOREAD_LINEAR)
  [keys]   other keys for an action: down = "n j"`,
		Example: `  cstoread config
  cstoread config --format tsv | cut -f 1,3`,
		GroupID: groupMore,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.Settings()
			if err != nil {
				return err
			}
			return a.printConfig(cmd, s, effective(a.folder, s))
		},
	}
	formatFlag(cmd, "form of the settings", formatText, formatTSV, formatJSON)
	return cmd
}

func (a *app) printConfig(cmd *cobra.Command, s Settings, all []setting) error {
	f := a.chosenFormat(cmd, formatText, formatText)
	if f == formatText {
		_, err := a.out.WriteString(configText(s, all))
		return err
	}
	records := a.out.records(f)
	for _, one := range all {
		var err error
		if f == formatTSV {
			err = a.out.row(one.Name, strings.Trim(literal(one.Value), `"`), one.From)
		} else {
			err = records.write(one)
		}
		if err != nil {
			return err
		}
	}
	return records.end(f)
}

// configText is the settings as a configuration file.
func configText(s Settings, all []setting) string {
	var b strings.Builder
	if s.Path != "" {
		b.WriteString("# " + line(s.Path) + "\n")
	}
	inKeys := false
	for _, one := range all {
		name, isKey := strings.CutPrefix(one.Name, "keys.")
		if isKey && !inKeys {
			inKeys = true
			b.WriteString("\n[keys]\n")
		}
		b.WriteString(pad(line(name)+" = "+literal(one.Value), 40) + " # " + line(one.From) + "\n")
	}
	return b.String()
}

// literal is a value as TOML writes it. Clean text needs no other escapes than
// those of Go.
func literal(v any) string {
	switch v := v.(type) {
	case string:
		return strconv.Quote(line(v))
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	}
	return `""`
}

package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"cstoread/model/clean"
)

// configFile is the name of the settings' file.
const configFile = "config.toml"

// File is what config.toml sets. What it leaves out is the zero value, or nil
// where that would mean something.
type File struct {
	// Path is where the file is or would be, "" without a home.
	Path string `toml:"-"`
	// Theme is the name of a scheme of colours.
	Theme string `toml:"theme"`
	// Measure is the width of the text in columns.
	Measure int `toml:"measure"`
	// Library is the folder of the user's statements; ~/ is the home folder.
	Library string `toml:"library"`
	// Mouse is false to leave the mouse to the terminal, Linear true to draw
	// for a screen reader.
	Mouse  *bool `toml:"mouse"`
	Linear *bool `toml:"linear"`
	// Keys gives actions other keys: down = "n j".
	Keys map[string]string `toml:"keys"`
}

// Load reads the settings of a configuration folder. No folder or no file sets
// nothing. An error names the line and what is wrong with it.
func Load(folder, home string) (File, error) {
	if folder == "" {
		return File{}, nil
	}
	f := File{Path: filepath.Join(folder, configFile)}
	info, err := os.Stat(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return f, nil
	}
	if err == nil && (!info.Mode().IsRegular() || info.Size() > maxSize) {
		err = fmt.Errorf("%s is no file, or too large", f.Path)
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(f.Path)
	}
	if err != nil {
		return f, fmt.Errorf("your settings cannot be read: %w", err)
	}
	if err := parse(data, &f); err != nil {
		return f, fmt.Errorf("%s: %w", f.Path, err)
	}
	if rest, ok := strings.CutPrefix(f.Library, "~/"); ok && home != "" {
		f.Library = filepath.Join(home, rest)
	}
	return f, nil
}

// parse reads the file's text. A name that is not known is a mistake: it would
// be a setting that does nothing.
func parse(data []byte, f *File) error {
	decoder := toml.NewDecoder(strings.NewReader(string(data)))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(f)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		row, _ := unknown.Errors[0].Position()
		return fmt.Errorf("line %d: %q is not a setting: there are theme, measure, library, mouse, linear and [keys]",
			row, clean.Line(strings.Join(unknown.Errors[0].Key(), ".")))
	case errors.As(err, &wrong):
		row, _ := wrong.Position()
		return fmt.Errorf("line %d: %s", row, clean.Line(strings.TrimPrefix(wrong.Error(), "toml: ")))
	case err != nil:
		return errors.New(clean.Line(err.Error()))
	case f.Measure < 0:
		return errors.New("measure: write a number of columns")
	}
	f.Theme, f.Library = clean.Line(f.Theme), clean.Line(f.Library)
	return nil
}

// KeyChanges are the changes of keys as package ui/keys reads them, in the
// order of their names.
func (f File) KeyChanges() []string {
	var out []string
	for _, action := range slices.Sorted(maps.Keys(f.Keys)) {
		out = append(out, clean.Line(action+"="+f.Keys[action]))
	}
	return out
}

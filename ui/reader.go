package ui

import (
	"context"
	"errors"
	"os"
	"time"

	"cstoread/model"
	"cstoread/model/cite"
	"cstoread/ui/command"
	"cstoread/ui/keys"
	"cstoread/ui/screen"
)

// reader is how the commands open the screen.
func reader(deps Deps) func(context.Context, command.Start) ([]model.Reference, error) {
	return func(ctx context.Context, start command.Start) ([]model.Reference, error) {
		bindings, err := keys.Default().Remap(start.Keys...)
		if err != nil {
			return nil, err
		}
		result, err := screen.Run(ctx, screen.Options{
			Open:   func() (screen.Shelf, error) { return shelf(deps, start.Library) },
			Memory: deps.Memory(),
			Cite: func(h model.Header, first, last int) string {
				return cite.One(cite.Plain, cite.Item{Header: h, First: first, Last: last})
			},
			Add:       adder(deps, start.Library),
			Today:     today(),
			Keys:      bindings,
			Reference: start.Reference,
			Query:     start.Query,
			Piped:     start.Piped,
			Linear:    start.Linear,
			NoMouse:   start.NoMouse,
			Theme:     start.Theme,
			Measure:   start.Measure,
			NoColour:  os.Getenv("NO_COLOR") != "",
		})
		switch {
		case err != nil:
			return nil, err
		case result.Cancelled, result.Chosen == nil && start.Piped:
			return nil, command.ErrCancelled
		case result.Chosen == nil:
			return nil, nil
		}
		return []model.Reference{*result.Chosen}, nil
	}
}

// today is the day by this computer's calendar.
func today() model.Date {
	now := time.Now()
	return model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
}

// shelf opens everything that the screen works on.
func shelf(deps Deps, folder string) (screen.Shelf, error) {
	library, err := deps.Library(folder, true)
	if err != nil {
		return screen.Shelf{}, err
	}
	if l, ok := library.(interface{ Arrive() }); ok {
		l.Arrive() // the list is shown while it comes
	}
	engine, engineErr := deps.Engine(library)
	tables, tablesErr := deps.Tables()
	return screen.Shelf{Library: library, Engine: engine, Tables: tables, Stem: deps.Stem}, errors.Join(engineErr, tablesErr)
}

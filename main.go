// Command cstoread reads, filters and quotes diplomatic statements in a
// terminal.
package main

import (
	"context"
	"os"
	"strings"
	"sync"
	"time"

	"cstoread/data"
	"cstoread/data/doctor"
	"cstoread/data/export"
	"cstoread/data/fetch"
	"cstoread/data/intake"
	"cstoread/data/library"
	"cstoread/data/notes"
	"cstoread/data/searchcache"
	"cstoread/data/settings"
	"cstoread/data/source"
	"cstoread/data/state"
	"cstoread/data/stem"
	"cstoread/data/xdg"
	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/tag"
	"cstoread/ui"
	"cstoread/ui/command"
	"cstoread/ui/screen"
	"cstoread/ui/startup"
)

func main() {
	startup.Over()
	os.Exit(ui.Run(context.Background(), os.Args[1:], ui.Standard(), deps()))
}

// deps hands ui what it works on. Each part is opened when it is first asked
// for, and once.
func deps() ui.Deps {
	tables := sync.OnceValues(func() (*tag.Tables, error) { return tag.OpenOwn(data.Tables()) })
	return ui.Deps{
		Deps: command.Deps{
			Library:  func(folder string, mentions bool) (model.Library, error) { return open(folder, mentions, tables) },
			Tables:   tables,
			Settings: configured,
			Notes:    func() command.Notebook { return notes.Open(xdg.Data(os.Getenv)) },
			Keeping:  keeping(),
			Engine:   engine,
			Stem:     stem.Word,
			Queries:  func() (map[string]string, error) { return settings.Queries(xdg.Config(os.Getenv)) },
		},
		Memory: func() screen.Memory { return state.Open(xdg.State(os.Getenv)) },
	}
}

// configured is what the user has set in the configuration folder.
func configured() (command.Settings, error) {
	folder := xdg.Config(os.Getenv)
	f, err := settings.Load(folder, os.Getenv("HOME"))
	if err != nil {
		return command.Settings{}, err
	}
	older, err := settings.Keys(folder)
	usual, _ := library.Where("", func(name string) string {
		if name == "CSTOREAD_LIBRARY" {
			return ""
		}
		return os.Getenv(name)
	})
	return command.Settings{
		Path: f.Path, Theme: f.Theme, Measure: f.Measure, Library: f.Library, Mouse: f.Mouse, Linear: f.Linear,
		Keys: f.KeyChanges(), OlderKeys: older, Usual: usual,
	}, err
}

// engine answers questions to a library: with an index of it that is kept in
// the cache when mentions are looked for in its statements, else by looking
// through them.
func engine(l model.Library) (ask.Engine, error) {
	own, ok := l.(*library.Library)
	if !ok || !own.Tagged() {
		return ask.NewScan(l, ask.Stems(stem.Word)), nil
	}
	return searchcache.New(searchcache.Options{
		Library: own,
		Folder:  searchcache.Where(xdg.Cache(os.Getenv), own.Folder()),
		Version: searchcache.VersionOf(data.Tables()),
		Stem:    stem.Word,
	}), nil
}

// open brings the embedded statements and the user's own together.
func open(folder string, mentions bool, tables func() (*tag.Tables, error)) (model.Library, error) {
	folder, named := library.Where(folder, os.Getenv)
	options := library.Options{Embedded: data.Statements(), Folder: folder, Named: named, Cache: xdg.Cache(os.Getenv)}
	if mentions {
		t, err := tables()
		if err != nil {
			return nil, err
		}
		options.Tagger = func() library.Tagger { return t }
	}
	return library.Open(options), nil
}

// keeping is what changes the user's library.
func keeping() command.Keeping {
	own := func(folder string) *library.Library {
		folder, named := library.Where(folder, os.Getenv)
		return library.Open(library.Options{Embedded: data.Statements(), Folder: folder, Named: named, Cache: xdg.Cache(os.Getenv)})
	}
	return command.Keeping{
		Add: func(ctx context.Context, r command.AddRequest, report func(model.Addition)) error {
			l, web := own(r.Folder), fetch.DefaultOptions(strings.Trim(command.Version(), "()"))
			web.Local = r.Local
			return intake.Run(ctx, r.Sources, intake.Options{
				Library: l, Keeper: l, Fetch: intake.Web(fetch.New(web)), Stdin: r.Stdin,
				Limits: source.DefaultLimits(), Today: today(), DryRun: r.DryRun, Report: report,
			})
		},
		Count:  intake.Count,
		List:   intake.ReadList,
		Keeper: func(folder string) (command.Keeper, error) { return own(folder), nil },
		Export: func(r command.ExportRequest) error {
			switch f := export.Format(r.Format); {
			case r.To == "":
				return export.Write(r.Out, f, r.Statements, today())
			case f == export.Markdown:
				return export.Folder(r.To, r.Statements)
			default:
				return export.File(r.To, f, r.Statements, today())
			}
		},
		Checks: func(folder string) []model.Check { return doctor.Look(own(folder), os.Getenv) },
	}
}

func today() model.Date {
	y, m, d := time.Now().Date()
	return model.Date{Year: y, Month: int(m), Day: d}
}

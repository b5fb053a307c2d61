// Command cstoread reads, filters and quotes diplomatic statements in a
// terminal.
package main

import (
	"context"
	"errors"
	"os"
	"sync"

	"cstoread/data"
	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/model/tag"
	"cstoread/ui"
)

func main() {
	os.Exit(ui.Run(context.Background(), os.Args[1:], ui.Standard(), deps()))
}

// deps hands ui what it works on. Each part is opened when it is first asked
// for, and once.
func deps() ui.Deps {
	tables := sync.OnceValues(func() (*tag.Tables, error) { return tag.Open(data.Tables()) })
	return ui.Deps{
		Tables:  tables,
		Library: func() (model.Library, error) { return nil, errors.New("no library yet") },
		Engine:  func() (ask.Engine, error) { return nil, errors.New("no engine yet") },
	}
}

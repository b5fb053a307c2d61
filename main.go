// Command cstoread reads, filters and quotes diplomatic statements in a
// terminal.
package main

import (
	"context"
	"os"

	"cstoread/ui"
	"cstoread/ui/command"
)

func main() {
	streams := command.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	os.Exit(ui.Run(context.Background(), os.Args[1:], streams, ui.Deps{}))
}

// Package ui is what a person sees and types. It joins the two halves that do
// not know each other: the screen and the commands.
package ui

import (
	"context"
	"os"

	"cstoread/ui/command"
	"cstoread/ui/screen"
)

// Deps are the things outside of ui that it works on. All are functions, so
// that each is opened when it is first needed, or never.
type Deps struct {
	// Deps are those that commands and screen share.
	command.Deps
	// Memory keeps what is remembered from one reading to the next.
	Memory func() screen.Memory
}

// Streams are where input comes from and output goes.
type Streams = command.Streams

// Standard are the streams of the process.
func Standard() Streams {
	return Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
}

// Run executes one command line, without the program's name, and returns the
// exit code.
func Run(ctx context.Context, args []string, streams Streams, deps Deps) int {
	deps.Open = reader(deps)
	return command.Run(ctx, args, streams, deps.Deps)
}

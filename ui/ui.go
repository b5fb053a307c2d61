// Package ui is what a person sees and types. It joins the two halves that do
// not know each other: the screen and the commands.
package ui

import (
	"context"
	"errors"
	"os"

	"cstoread/model"
	"cstoread/ui/command"
)

// Deps are the things outside of ui that it works on.
type Deps = command.Deps

// Streams are where input comes from and output goes.
type Streams = command.Streams

// Standard are the streams of the process.
func Standard() Streams {
	return Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
}

// Run executes one command line and returns the exit code.
func Run(ctx context.Context, args []string, streams Streams, deps Deps) int {
	if deps.Open == nil {
		deps.Open = func(context.Context, command.Start) ([]model.Reference, error) {
			return nil, errors.New("no screen yet")
		}
	}
	return command.Run(ctx, args, streams, deps)
}

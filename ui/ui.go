// Package ui is what a person sees and types. It joins the two halves that do
// not know each other: the screen and the commands.
package ui

import (
	"context"

	"cstoread/ui/command"
)

// Deps are the things outside of ui that it works on.
type Deps = command.Deps

// Run executes one command line and returns the exit code.
func Run(ctx context.Context, args []string, streams command.Streams, deps Deps) int {
	return command.Run(ctx, args, streams, deps)
}

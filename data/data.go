// Package data holds what is built into the program: the statements it opens
// on. They are read-only.
//
// Reading documents is data/document's business, and bringing the embedded
// and the user's own together is data/library's.
package data

import (
	"embed"
	"io/fs"
)

//go:embed statements/*.md
var statements embed.FS

// Statements is the folder of the embedded statements, one file each, named
// after its ID.
func Statements() fs.FS {
	sub, err := fs.Sub(statements, "statements")
	if err != nil { // the name is a constant, so this cannot happen
		return statements
	}
	return sub
}

// Command maketables compiles the tables under data/tables into the image that
// package data embeds. It is run by go generate ./data.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"cstoread/model/tag/compile"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: maketables FOLDER IMAGE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "maketables:", err)
		os.Exit(1)
	}
}

// run compiles the tables in folder into the file image.
func run(folder, image string) error {
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return err
	}
	var files []compile.File
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		files = append(files, compile.File{Name: filepath.Base(name), Text: string(text)})
	}
	m, err := compile.Build(files)
	if err != nil {
		return err
	}
	return os.WriteFile(image, m.Encode(), 0o644)
}

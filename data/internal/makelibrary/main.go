// Command makelibrary fills a folder with made statements, to try the program
// on a large library:
//
//	go run ./data/internal/makelibrary -n 100000 FOLDER
//	go run ./data/internal/makelibrary -n 2000 -pages FOLDER
package main

import (
	"flag"
	"fmt"
	"os"

	"cstoread/data/internal/made"
)

func main() {
	n := flag.Int("n", 10_000, "how many statements")
	pages := flag.Bool("pages", false, "make web pages instead of files of a library")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: makelibrary [-n COUNT] [-pages] FOLDER")
		os.Exit(2)
	}
	fill := made.Library
	if *pages {
		fill = made.Pages
	}
	if err := fill(flag.Arg(0), *n); err != nil {
		fmt.Fprintln(os.Stderr, "makelibrary:", err)
		os.Exit(1)
	}
}

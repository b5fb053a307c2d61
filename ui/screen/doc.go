// Package screen is the reader on the terminal: the list of statements, the
// reader beside it or on top of it, the filter line, the pickers, and how
// all of that meets the terminal it is drawn on.
//
// The rules of this package:
//
//   - Root is the only tea.Model. A pane is a plain value with plain methods:
//     it is told its size, told what to show, and draws lines exactly as wide
//     and as many as its size says.
//   - Nothing in Update reads, writes, asks or waits. What takes time is a
//     command, and its result carries the number of the request: a result
//     that is not the newest of its kind is dropped.
//   - A key is looked up in package keys by the place that has the keys, and
//     the action found is looked up in the table of that place (actions.go).
//     Help is made from the same bindings.
//   - All geometry is in layout.go, all text from outside goes through
//     draw.go, which cleans it.
//
// Where statements come from, what a query means and how a citation is
// written are handed in as Options.
package screen

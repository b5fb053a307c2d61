// Package markdown turns the paragraphs of a statement into rows of cells for
// a terminal, and knows which bytes of a paragraph's plain text each cell
// shows.
//
// A paragraph is one block. Its leaves (prose, headings, tables, code) are
// rendered by glamour in a style of our own whose colours are not colours but
// the roles of package theme, so that a rendered block serves every theme. The
// frames around leaves, that is list markers and the bars of quotes, are set
// here, because a wrapped list item has to hang under its first word.
//
// Glamour gives no way back to the source. The cells are therefore aligned
// with the plain text by their characters other than white space (align.go),
// and a span of text is shown by changing the looks of cells, never by cutting
// a string that has escape sequences in it.
//
// What comes in has been cleaned where it entered the program. It is cleaned
// again here, after character references have been resolved, since "&#27;" is
// harmless until then.
//
// The surface:
//
//	Renderer   renders blocks of one width after another and remembers them
//	Block      rows of cells, each with the bytes of the text that it shows
//	Pieces     cuts an overlong paragraph into parts that are rendered singly
//	Paint      draws a row of cells on a screen, in the Looks of a theme
//	Document   paragraphs as a string, for "show" on a terminal
//	Plain      the same without any escape sequence
package markdown

package model

// Memory is what the reader remembers from one run to the next. It is about
// reading, never about the statements' content: losing it loses no text.
// The zero value is the memory of somebody who starts for the first time.
type Memory struct {
	// Places holds, by statement ID, the paragraph last under the eye;
	// 0 is the title.
	Places map[string]int
	// Read holds the IDs of the statements that have been read.
	Read map[string]bool
	// Bookmarks holds references as Reference.String writes them: "ID" for a
	// statement, "ID#p7" for a paragraph.
	Bookmarks map[string]bool
	// Last is the ID of the statement that was open at the end.
	Last string
	// Query is the text of the last query.
	Query string
	// Preferences are the choices made on the screen.
	Preferences Preferences
}

// Preferences are choices that hold until they are changed. The zero value is
// the program's own choice for each.
type Preferences struct {
	// Measure is the width of the text in columns.
	Measure int
	// Sort is the order of the list, as model/ask names it.
	Sort string
	// NoMouse leaves the mouse to the terminal.
	NoMouse bool
	// Implied shows implied mentions too.
	Implied bool
	// Outline shows the outline beside the text.
	Outline bool
}

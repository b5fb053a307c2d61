package theme

// Role is what a piece of text is on the screen.
type Role int

// The roles. Those of mentions and hits are laid over text that is already
// drawn, so that a hit inside a link or an emphasis keeps both.
const (
	// Text is everything without a role of its own.
	Text Role = iota
	// Dim is what matters less: places, kinds, dates of the second line.
	Dim
	// Title is a statement's title in the reader, and a pane's heading.
	Title
	// Program is the name of the program in the header.
	Program
	// Rule is a line that separates panes.
	Rule
	// Year heads a group of the list.
	Year
	// Selected is the row or the value that the next key acts on, in the pane
	// that has the keys; SelectedAway is the same in a pane that has not.
	Selected
	SelectedAway
	// Bar is the stroke before the current row or paragraph.
	Bar
	// Unread and Bookmark are marks in the list and the gutter.
	Unread
	Bookmark
	// Number is a paragraph's number; NumberCurrent that of the current one.
	Number
	NumberCurrent
	// Heading, Strong, Emphasis, Link and Quote are Markdown's.
	Heading
	Strong
	Emphasis
	Link
	Quote
	// Country, Topic and Instrument tint named mentions, Implied the implied
	// ones of any kind.
	Country
	Topic
	Instrument
	Implied
	// Hit is a match of the search; HitCurrent the one that n came to.
	Hit
	HitCurrent
	// Range is a paragraph inside the marked range.
	Range
	// Chip is a part of the query in the header; ChipNot an excluded one.
	Chip
	ChipNot
	// Count is a number of matches.
	Count
	// Key is a key in help and status; KeyHelp what it does.
	Key
	KeyHelp
	// Input is what is typed; Placeholder stands there before it.
	Input
	Placeholder
	// Problem marks the wrong part of a query, Error is a message about a
	// failure, Notice one about a success.
	Problem
	Error
	Notice

	roleCount
)

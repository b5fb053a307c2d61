package model

// Library is the ordered collection of all statements there are: those built
// in and the user's own. Implementations are safe for use by several
// goroutines at once.
type Library interface {
	// Headers lists every statement, newest first, undated ones last, equal
	// dates by ID. The slice must not be changed by the caller.
	Headers() []Header
	// Statement returns one statement by its exact ID, with its mentions.
	// What it returns is shared and must not be changed.
	Statement(id string) (*Statement, error)
}

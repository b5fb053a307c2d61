package model

// Change tells what has come into a library, or changed in it, since it was
// told of last.
type Change struct {
	// Listed says that the list is another than before.
	Listed bool
	// Altered are the IDs of statements whose files have changed or are gone.
	Altered []string
	// Read of Of files have been looked at. More is to come while Read is
	// less.
	Read, Of int
}

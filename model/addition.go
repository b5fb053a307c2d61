package model

// AdditionStatus says what became of a source that was to be added.
type AdditionStatus string

// What can become of a source.
const (
	AdditionAdded     AdditionStatus = "added"
	AdditionWouldAdd  AdditionStatus = "would add"
	AdditionDuplicate AdditionStatus = "duplicate"
	AdditionVariant   AdditionStatus = "variant"
	AdditionRevision  AdditionStatus = "revision"
	AdditionRefused   AdditionStatus = "refused"
)

// Addition is what became of one source, or of one file within it.
type Addition struct {
	// Source is a path, an address or "standard input".
	Source string
	Status AdditionStatus
	// ID is the statement's, or for a duplicate that of the one it repeats.
	ID string
	// Reason says why a source was refused, and what a duplicate, a variant
	// or a revision is one of.
	Reason string
	// Statement is what was understood; nil when nothing was.
	Statement *Statement
	// Evidence says of each field how it was found; nil for files that were
	// statements of a library already.
	Evidence map[string]Evidence
	// Notes are what a person should know of how the source was read.
	Notes []string
}

// Evidence says how a field of a statement was found.
type Evidence struct {
	Value string `json:"value"`
	// Found is where: "title", "date line", "address", and so on.
	Found string `json:"found"`
	// Sure is false where a person should look.
	Sure bool `json:"sure"`
}

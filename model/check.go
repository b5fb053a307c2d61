package model

// Check is one thing that was looked at when somebody asked what is wrong.
type Check struct {
	// Name is what was looked at; Found what there is, in one line.
	Name, Found string
	// Bad says that something is wrong, and Advice what to do about it.
	Bad    bool
	Advice string
}

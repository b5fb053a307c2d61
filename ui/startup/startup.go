// Package startup keeps the collection of garbage out of the program's start.
//
// Initialising the packages that are linked fills some 8 MB, half of which
// stays in use: the syntax highlighter that comes with glamour alone reads 300
// definitions. The collector would go through them three times before main.
// It starts when the heap has doubled since it last ran; so this package,
// which imports nothing and is therefore initialised before them all, makes
// the heap large. The memory is never touched: it takes up addresses only.
package startup

// ballast is as large as what the packages fill.
var ballast = make([]byte, 8<<20)

// Over lets go of the ballast. The next collection brings everything back to
// the usual.
func Over() {
	_ = ballast // it is there to be held, not to be read
	ballast = nil
}

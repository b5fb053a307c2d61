//go:build glamour

package main

// With the tag glamour the program links the renderer of Markdown without
// using it: what linking alone costs at start and in memory.
import _ "charm.land/glamour/v2/ansi"

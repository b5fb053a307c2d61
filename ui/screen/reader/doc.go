// Package reader is the pane in which a statement is read: a centred column of
// numbered paragraphs, one of them the current one, with mentions tinted and
// the hits of a search laid over them.
//
// A Pane is a plain value. It thinks that its area is the whole screen, does
// no input and no output, starts nothing and keeps no clock. Which key does
// what, other statements, the clipboard and what is remembered between runs
// belong to the screen that holds it, which calls:
//
//	New, SetTheme, Resize, SetMeasure      how it looks
//	Show, SetHits, SetMatches, SetImplied  what it shows
//	Scroll, Page, First, Last              moving by lines and pages
//	GoTo, Step, Current                    moving by paragraphs
//	NextHit, PrevHit, FirstHit, LastHit    moving by hits; false at the end of
//	                                       the statement, so that the screen
//	                                       can go on with the next one
//	WalkMention                            moving by mentions of one thing
//	ToggleMark, Range                      a range of paragraphs, to be copied
//	ParagraphAt                            what is under the mouse
//	View, Draw                             the frame, exactly of the pane's size
//
// Only what is near the visible rows is rendered, and the number of rows of
// the whole statement is never known: the pane holds on to a place (an item
// and a row in it), so that a statement of any length opens at once, and to a
// byte of text under the eye, so that it is still there after a resize.
package reader

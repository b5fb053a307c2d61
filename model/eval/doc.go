// Package eval measures how well mentions agree with gold: lines of text whose
// countries, topics and resolutions a careful reader has written down.
//
// Sets are compared, not lists: a country named five times in a text counts
// once, as it does in a filter. Only named mentions are looked at, since
// filters use those; a code that the gold lists under "also" may be found or
// not, and counts neither way.
//
// The package reads gold and counts. It finds no mentions itself: the tagger
// is handed in. It opens no file either: gold comes as an io.Reader.
package eval

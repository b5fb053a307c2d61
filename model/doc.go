// Package model is the domain of cstoread: statements, their paragraphs, what
// is mentioned in them, and the words used to ask for them.
//
// This package holds the plain values that everything else passes around.
// What is done with them lives in the packages below it, each about one thing:
//
//	model/fold     text as the reader compares it (case, quotes, diacritics)
//	model/tag      text to mentions
//	model/query    the query language
//	model/ask      a question to the library and its answer
//	model/cite     citations
//
// Nothing here reads a file, draws on a terminal, opens a connection or asks
// for the time: callers hand those in as values. Packages under model import
// the standard library, golang.org/x/text and each other downwards only.
package model

// Package tag finds what a text mentions: countries, topics and instruments,
// each with its span, the rule that found it and the line of the tables it
// comes from.
//
// A text is read once. It is cut into words; each word is looked up, folded,
// in one automaton of all the words the tables use; and from every word the
// longest phrase is followed through one trie. Four layers are told apart,
// because a phrase of one must not hide a phrase of another:
//
//	places       countries, the shadow phrases that consume text without
//	             giving a country, and instruments named after places
//	topics       weighted cues, summed up per topic
//	instruments  treaties and formats, and the numbers of resolutions
//	context      words that speak for or against the topics beside them
//
// Candidates of the first layer then pass the context rules (rules.go), which
// are few, named and tested one by one. What a rule rejects is kept for
// [Tables.Explain].
//
// The tables themselves are text files in data/tables, turned into one binary
// image by package compile. This package opens such an image and holds no
// list of names of its own.
package tag

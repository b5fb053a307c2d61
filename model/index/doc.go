// Package index answers the questions of package ask from immutable segments
// instead of from the texts, so that a library of a hundred thousand
// statements is searched between two key presses.
//
// A Builder makes a segment of statements, Merge makes one of several, Open
// reads one from bytes that the caller has mapped into memory or read, and New
// makes an ask.Engine of segments. Nothing here reads a file or a clock.
//
// # What a segment holds
//
// Its statements are numbered newest first, in the order of the library, and
// their paragraphs are numbered through, titles included, so that a statement
// is a run of paragraphs and the newest answers are found first. For every
// folded word there is the set of its paragraphs (a Roaring bitmap where it is
// common) and its places in each; for every code of a mention the set of its
// paragraphs; and, the other way round, for every paragraph its codes, from
// which facets are counted. The words are sorted, so that those with a common
// beginning are neighbours. For short beginnings, which many words share, the
// set of their paragraphs is kept too.
//
// Headers are held whole, so that an answer needs no other file.
//
// # What a segment does not hold
//
// The text. A regular expression, which is about the text as it stands, is
// held by package query against the statements that the rest of the query
// leaves. Spans are always computed from the text, by package query as well.
//
// # The file
//
// Numbers are little-endian. A segment is a head of sixteen bytes (a name and
// the version of this format), sections that begin at multiples of eight, a
// table of the sections' places, a CRC-32C of all before it, and a tail. What
// does not fit in any way is ErrDamaged or ErrForeign: a segment is only ever
// thrown away and made again.
package index

// Package query is the one language in which the filter line, the pickers and
// the commands ask for paragraphs.
//
// A query is a tree. Its leaves hold or do not hold for one paragraph of one
// statement (the title is paragraph 0), and a statement matches when one of
// its paragraphs does. Leaves about the document (kind, issuer, place, year,
// language) hold for all paragraphs of a statement alike. scope:statement
// widens the rest to the whole statement.
//
// This package parses, prints and changes queries and says where they match.
// It does not know where statements come from; package ask does.
package query

// Field is a facet that a query can name before a colon.
type Field string

// The fields of the language.
const (
	FieldCountry    Field = "country"
	FieldTopic      Field = "topic"
	FieldInstrument Field = "instrument"
	FieldResolution Field = "resolution"
	FieldKind       Field = "kind"
	FieldIssuer     Field = "issuer"
	FieldPlace      Field = "place"
	FieldLanguage   Field = "language"
	FieldYear       Field = "year"
	FieldAfter      Field = "after"
	FieldBefore     Field = "before"
	FieldScope      Field = "scope"
)

// Vocabulary resolves what people write for a country, a topic or an
// instrument to its code.
type Vocabulary interface {
	// Country takes a name, demonym, alpha-2 or alpha-3 code in any case.
	Country(s string) (code string, ok bool)
	// Topic takes a code of either level or a name.
	Topic(s string) (code string, ok bool)
	// Instrument takes a symbol or an alias ("2254", "S/RES/2254", "JCPOA").
	Instrument(s string) (symbol string, ok bool)
}

// Node is a part of a query's tree.
type Node interface{ node() }

// And holds where all of its parts hold.
type And struct{ Nodes []Node }

// Or holds where one of its parts holds.
type Or struct{ Nodes []Node }

// Not holds where its part does not.
type Not struct{ Node Node }

// Word is one word, or a phrase when Quoted: folded text found as whole
// words. Text is as typed.
type Word struct {
	Text   string
	Quoted bool
}

// Facet is a field and its value. Code is the value as the vocabulary
// resolved it, Text as typed.
type Facet struct {
	Field Field
	Code  string
	Text  string
}

func (And) node()   {}
func (Or) node()    {}
func (Not) node()   {}
func (Word) node()  {}
func (Facet) node() {}

// Problem is a mistake in a query's text, shown where it is.
type Problem struct {
	// Start and End are byte offsets into the text that was parsed.
	Start, End int
	// Message says what was expected, in one line.
	Message string
}

// Query is a parsed query. Its zero value matches everything.
type Query struct {
	// Root is nil when nothing is asked for.
	Root Node
	// Wide is set by scope:statement: the parts of the query may be met by
	// different paragraphs, and a negated part by none.
	Wide bool
	// Problems are the mistakes found; the parts that hold none still work.
	Problems []Problem
}

// IsZero says that the query asks for nothing in particular.
func (q Query) IsZero() bool { return q.Root == nil }

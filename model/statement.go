package model

// Kind says what sort of document a statement is.
type Kind string

// The kinds a statement can have. KindUnknown is a document whose kind nobody
// has stated and nothing in it shows; it is never guessed.
const (
	KindUnknown     Kind = ""
	KindStatement   Kind = "statement"
	KindDeclaration Kind = "declaration"
	KindDecision    Kind = "decision"
	KindCommunique  Kind = "communiqué"
	KindSpeech      Kind = "speech"
	KindNews        Kind = "news"
)

// Kinds lists the known kinds in the order in which menus show them.
func Kinds() []Kind {
	return []Kind{
		KindStatement, KindDeclaration, KindDecision,
		KindCommunique, KindSpeech, KindNews,
	}
}

// Header is what is known of a statement without its text. Lists work on
// headers alone, so that a large library need not be held in memory.
type Header struct {
	// ID never changes once given, and is made of the date and the title.
	ID    string
	Title string
	Date  Date
	Place string
	// Issuer is who speaks: a body or an office, as the text names it.
	Issuer string
	Kind   Kind
	// Language is a BCP 47 tag, in practice "en" or "ru"; empty is unknown.
	Language string
	// Source is the public address the text was taken from.
	Source string
	// Retrieved is the day on which it was taken from there.
	Retrieved Date
	// Added is the day on which it came into the library; unknown for the
	// embedded ones.
	Added Date
	// Published is the day on which the source released it, which can be later
	// than the day it was made.
	Published Date
	// Doubtful names the fields (and "text") that were found without being
	// sure, for a person to look at: "date, place". It is one text and not a
	// list so that headers can be compared.
	Doubtful string
	// VariantOf is the ID of another version of the same statement: another
	// site's copy of it, another translation into the same language.
	VariantOf string
	// TranslationOf is the ID of the statement that this one translates.
	TranslationOf string
	Notes         string
	// Embedded statements belong to the program and cannot be changed.
	Embedded bool
	// Paragraphs counts the paragraphs of the body.
	Paragraphs int
}

// Statement is one document, whole.
type Statement struct {
	Header
	// Body holds the paragraphs in order; Body[i].N is i+1.
	Body []Paragraph
	// TitleMentions are the mentions in the title, which counts as
	// paragraph 0 when a query is asked.
	TitleMentions []Mention
}

// Paragraph returns paragraph n, where 0 is the title. The second result says
// whether there is one of that number.
func (s *Statement) Paragraph(n int) (Paragraph, bool) {
	if n == 0 {
		return Paragraph{N: 0, Role: RoleTitle, Text: s.Title, Markdown: s.Title, Mentions: s.TitleMentions}, true
	}
	if n < 0 || n > len(s.Body) {
		return Paragraph{}, false
	}
	return s.Body[n-1], true
}

// Role says what a paragraph does in its statement.
type Role string

// The roles of paragraphs. Mentions are looked for in all of them but
// signatures, whose names and cities say nothing about the subject.
const (
	RoleText       Role = ""
	RoleTitle      Role = "title"
	RoleHeading    Role = "heading"
	RoleListItem   Role = "item"
	RoleQuote      Role = "quote"
	RoleSalutation Role = "salutation"
	RoleSignature  Role = "signature"
)

// Paragraph is one numbered block of a statement's body.
type Paragraph struct {
	// N counts from 1; 0 is the title.
	N    int
	Role Role
	// Text is the plain text in UTF-8, on one line, without markup: what is
	// searched, quoted and printed. All offsets in mentions point into it.
	Text string
	// Markdown is the block as the file holds it, to be rendered.
	Markdown string
	// Mentions are in the order of their spans.
	Mentions []Mention
}

package query

import (
	"strings"

	"cstoread/model"
)

// Plan is a compiled query laid open, for engines that answer it from what
// they keep about the texts rather than from the texts. An engine that cannot
// decide a leaf asks the Matcher about the statements that are left.
type Plan struct {
	Op    Op
	Parts []*Plan // of OpAnd, OpOr and OpNot
	Cost  int     // what takes more to decide has more

	// Of a leaf, one of these says what it asks for.
	Words   [][]Element                                             // one word or phrase, or those of a proximity
	Within  []int                                                   // of a proximity: words between one and the next
	Mention func(kind model.MentionKind, code string, im bool) bool // a mention in the paragraph
	Header  func(h *model.Header) bool                              // something of the header
	Marks   Marks                                                   // bookmarked: the statement or the paragraph
	Pattern bool                                                    // a regular expression: only the text tells

	// Facet is what a leaf about a facet was made of.
	Facet Facet
	// Leaf is the leaf's number as Run.Hits counts them, or -1.
	Leaf int
}

// Op says how a plan's parts are joined.
type Op int

// The operators of a plan. OpNever is a leaf that holds nowhere.
const (
	OpLeaf Op = iota
	OpAnd
	OpOr
	OpNot
	OpNever
)

// Element is what one word of a sequence must be.
type Element struct {
	// Text is the folded word, with * in it where Glob.
	Text string
	Glob bool
	// Stem, when not empty, is the stem that the word must have; its first
	// letter is that of Text.
	Stem string
}

// Any says that every word will do.
func (e Element) Any() bool { return e.Glob && strings.Trim(e.Text, "*") == "" }

// Wide says whether the parts of the query may be met by different paragraphs.
func (m *Matcher) Wide() bool { return m.wide }

// Plan lays the query open; nil asks for nothing.
func (m *Matcher) Plan() *Plan {
	if m.root == nil {
		return nil
	}
	numbers := map[*test]int{}
	for i, t := range m.leaves {
		numbers[t] = i
	}
	return m.root.plan(numbers)
}

func (t *test) plan(numbers map[*test]int) *Plan {
	p := &Plan{Cost: t.cost, Facet: t.facet, Leaf: -1}
	if n, ok := numbers[t]; ok {
		p.Leaf = n
	}
	switch t.op {
	case isAnd:
		p.Op = OpAnd
	case isOr:
		p.Op = OpOr
	case isNot:
		p.Op = OpNot
	}
	for _, part := range t.parts {
		p.Parts = append(p.Parts, part.plan(numbers))
	}
	if t.op == isLeaf {
		p.open(t.leaf)
	}
	return p
}

// open says what a leaf asks for.
func (p *Plan) open(l leaf) {
	switch l := l.(type) {
	case plainWords:
		p.Words = [][]Element{l.export()}
	case nearby:
		for _, term := range l.terms {
			p.Words = append(p.Words, term.export())
		}
		p.Within = l.within
	case mentioned:
		p.Mention = l.is
	case document:
		p.Header = l.holds
	case contained:
		p.Header = func(h *model.Header) bool {
			text := h.Place
			if l.issuer {
				text = h.Issuer
			}
			return strings.Contains(spaced(text), l.words)
		}
	case bookmarked:
		if p.Marks = l.marks; l.marks == nil {
			p.Op = OpNever
		}
	case expression:
		p.Pattern = true
	default:
		p.Op = OpNever
	}
}

func (s sequence) export() []Element {
	all := make([]Element, len(s.elements))
	for i, e := range s.elements {
		all[i] = Element{Text: e.text, Glob: e.glob, Stem: e.stem}
	}
	return all
}

// Meets says whether a folded word has the shape of a pattern, where * is any
// number of letters.
func Meets(pattern, word string) bool { return glob(pattern, word) }

// Words calls each for every word of the text in order, with its paragraph
// and its place among the paragraph's words.
func (t *Text) Words(each func(paragraph, place int, word string)) {
	for p := range t.Len() {
		rest := t.plain[t.bounds[p] : t.bounds[p+1]-1]
		for n := 0; len(rest) > 1; n++ {
			end := strings.IndexByte(rest[1:], ' ')
			each(p, n, rest[1:1+end])
			rest = rest[1+end:]
		}
	}
}

// Length is how many words the text has, the title's included.
func (t *Text) Length() int { return t.length }

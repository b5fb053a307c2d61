package query

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what a query may ask for, so that no text exhausts anything.
const (
	maxDepth   = 50   // parentheses within parentheses
	maxSaved   = 50   // saved queries named, those in saved queries included
	maxPattern = 1000 // bytes of a regular expression
	maxNear    = 1000 // words between two words
)

// Parse reads a query. It never fails: what cannot be read is left out and
// told in Problems, and the rest is the query. v may be nil, and then values
// of countries, topics and instruments are taken for codes as they are.
func Parse(src string, v Vocabulary) Query {
	cleaned, origin := clean(src)
	p := parser{src: cleaned, vocabulary: v, expanded: new(int)}
	root := p.query()
	if origin != nil {
		for i, x := range p.problems {
			p.problems[i].Start, p.problems[i].End = origin[x.Start], origin[x.End]
		}
	}
	slices.SortStableFunc(p.problems, func(a, b Problem) int { return a.Start - b.Start })
	return Query{Root: root, Wide: p.wide, Problems: p.problems}
}

type parser struct {
	src        string
	at         int
	depth      int // of open parentheses
	negated    bool
	vocabulary Vocabulary
	saved      []string // names being expanded
	expanded   *int     // how many have been
	wide       bool
	problems   []Problem
}

func (p *parser) problem(start, end int, message string) {
	p.problems = append(p.problems, Problem{start, end, message})
}

// query reads everything.
func (p *parser) query() Node {
	var parts []Node
	for p.space(); !p.done(); p.space() {
		if p.peek() == ')' {
			p.next()
			p.problem(p.at-1, p.at, "no parenthesis is open here")
			continue
		}
		parts = append(parts, p.or())
	}
	return and(parts...)
}

// or reads alternatives up to a closing parenthesis or the end.
func (p *parser) or() Node {
	p.space()
	start := p.at
	if p.keyword("OR") {
		p.problem(start, p.at, "expected something to look for before OR")
	}
	var parts []Node
	for {
		parts = append(parts, p.and())
		start := p.at
		if !p.keyword("OR") {
			return or(parts...)
		}
		p.space()
		if p.closes() || p.joiner() {
			p.problem(start, start+len("OR"), "expected something to look for after OR")
		}
	}
}

// closes says whether a group or the query ends here.
func (p *parser) closes() bool { return p.done() || p.peek() == ')' }

// joiner says whether OR or AND comes next, without reading it.
func (p *parser) joiner() bool {
	mark := p.at
	defer func() { p.at = mark }()
	return p.keyword("OR") || p.keyword("AND")
}

// operator says whether any operator comes next, without reading it.
func (p *parser) operator() bool {
	mark := p.at
	defer func() { p.at = mark }()
	return p.accept('-') || p.keyword("NOT") || p.joiner()
}

// and reads what stands side by side.
func (p *parser) and() Node {
	var parts []Node
	for {
		p.space()
		mark := p.at
		if p.closes() || p.keyword("OR") {
			p.at = mark
			return and(parts...)
		}
		if p.keyword("AND") {
			continue
		}
		parts = append(parts, p.unary())
	}
}

// unary reads one part, negated or not.
func (p *parser) unary() Node {
	negated := false
	for {
		start := p.at
		if p.accept('-') || p.keyword("NOT") {
			negated = !negated
			if p.src[start] != '-' {
				p.space()
			}
			if p.closes() || unicode.IsSpace(p.peek()) || p.joiner() {
				p.problem(start, p.at, "expected what to exclude here")
				return nil
			}
			continue
		}
		outer := p.negated
		p.negated = outer || negated
		n := p.near()
		p.negated = outer
		if negated {
			n = not(n)
		}
		return n
	}
}

// near reads a part, or several words with near: between them.
func (p *parser) near() Node {
	n := p.primary()
	for {
		mark := p.at
		p.space()
		start := p.at
		within, ok := p.nearness()
		if !ok {
			if p.at == start {
				p.at = mark
			}
			return n
		}
		p.space()
		end := p.at
		var right Node
		if !p.closes() && !p.operator() {
			right = p.primary()
		}
		w, okRight := right.(Word)
		joined, okLeft := joinNear(n, w, within)
		if !okLeft || !okRight {
			p.problem(start, min(end, len(p.src)), "near: stands between two words or phrases")
			return and(n, right)
		}
		n = joined
	}
}

func joinNear(left Node, right Word, within int) (Node, bool) {
	switch l := left.(type) {
	case Word:
		return Near{Words: []Word{l, right}, Within: []int{within}}, true
	case Near:
		return Near{
			Words:  append(slices.Clip(l.Words), right),
			Within: append(slices.Clip(l.Within), within),
		}, true
	}
	return nil, false
}

// nearness reads near:5, if it comes next.
func (p *parser) nearness() (within int, ok bool) {
	start := p.at
	const name = string(FieldNear) + ":"
	if len(p.rest()) < len(name) || !strings.EqualFold(p.rest()[:len(name)], name) {
		return 0, false
	}
	p.at += len(name)
	within, err := strconv.Atoi(p.value())
	if err != nil || within < 0 || within > maxNear {
		p.problem(start, p.at, "expected how many words may stand between, as in near:5")
		return 0, false
	}
	return within, true
}

// primary reads one leaf or a group. Something must be there.
func (p *parser) primary() Node {
	start := p.at
	switch r := p.peek(); {
	case r == '(':
		return p.group()
	case isQuote(r):
		return p.word(start, false)
	case r == '~':
		p.until(func(r rune) bool { return r != '~' })
		return p.word(start, true)
	case r == '/':
		return p.regexp()
	case r == '@':
		return p.atName()
	}
	if n := len(p.rest()) - len(strings.TrimLeftFunc(p.rest(), isLetter)); n > 0 && strings.HasPrefix(p.rest()[n:], ":") {
		name := p.rest()[:n]
		f, similar, ok := lookup(name)
		if ok || !p.standsAlone(n+1) {
			p.at += n + 1
			if ok {
				return p.facet(f, start)
			}
			p.value()
			p.problem(start, start+n, noField(name, similar))
			return nil
		}
	}
	return p.word(start, false)
}

// standsAlone says whether nothing hangs on the n bytes that come next.
func (p *parser) standsAlone(n int) bool {
	rest := p.rest()[n:]
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || r == ')' || unicode.IsSpace(r)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) }

func noField(name string, similar []string) string {
	switch len(similar) {
	case 0:
		return "no field " + strconv.Quote(name) + "; quote it to look for the word"
	case 1:
		return "no field " + strconv.Quote(name) + "; did you mean " + similar[0] + ":?"
	}
	return strconv.Quote(name) + " could be " + strings.Join(similar, ": or ") + ":"
}

func (p *parser) group() Node {
	start := p.at
	p.next()
	if p.depth >= maxDepth {
		p.problem(start, p.at, "too many parentheses within each other")
		return nil
	}
	p.depth++
	defer func() { p.depth-- }()
	p.space()
	if p.accept(')') {
		p.problem(start, p.at, "expected something between the parentheses")
		return nil
	}
	n := p.or()
	if !p.accept(')') {
		p.problem(start, p.at, "expected a closing parenthesis")
	}
	return n
}

// word reads a word or a phrase; start is where its part begins.
func (p *parser) word(start int, stem bool) Node {
	w := Word{Stem: stem}
	if w.Quoted = isQuote(p.peek()); w.Quoted {
		w.Text = p.quoted()
	} else {
		w.Text = p.until(ends)
	}
	if !searchable(w.Text) {
		p.problem(start, p.at, "expected letters or digits to look for")
		return nil
	}
	return w
}

func (p *parser) regexp() Node {
	start := p.at
	pattern := p.pattern()
	switch {
	case pattern == "":
		p.problem(start, p.at, "expected a regular expression between the slashes")
		return nil
	case len(pattern) > maxPattern:
		p.problem(start, p.at, "the regular expression is too long")
		return nil
	}
	if _, err := regexp.Compile(pattern); err != nil {
		message := strings.TrimPrefix(err.Error(), "error parsing regexp: ")
		p.problem(start, p.at, "expected a regular expression: "+message)
		return nil
	}
	return Regexp{pattern}
}

// atName reads @name and the query saved under it.
func (p *parser) atName() Node {
	start := p.at
	p.next()
	name := p.until(ends)
	shelf, _ := p.vocabulary.(Shelf)
	if name == "" || shelf == nil {
		p.problem(start, p.at, "expected the name of a saved query after @")
		return nil
	}
	src, ok := shelf.Saved(name)
	if !ok {
		p.problem(start, p.at, "no query is saved as "+strconv.Quote(name))
		return nil
	}
	if slices.Contains(p.saved, name) {
		p.problem(start, p.at, "the saved query "+strconv.Quote(name)+" asks for itself")
		return nil
	}
	if *p.expanded++; *p.expanded > maxSaved {
		p.problem(start, p.at, "too many saved queries within each other")
		return nil
	}
	src, _ = clean(src)
	inner := parser{src: src, vocabulary: p.vocabulary, expanded: p.expanded}
	inner.saved = append(slices.Clip(p.saved), name)
	n := inner.query()
	for _, x := range inner.problems {
		p.problem(start, p.at, "in @"+name+": "+x.Message)
	}
	if n == nil && !inner.wide {
		return nil
	}
	p.wide = p.wide || inner.wide
	return Saved{Name: name, Node: n}
}

// top says whether what is read here holds for the whole query.
func (p *parser) top() bool { return p.depth == 0 && !p.negated }

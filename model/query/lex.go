package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean drops from a query's text what nobody types and nothing may show:
// control characters, invisible and bidirectional ones, broken bytes. White
// space of all sorts stays. The second result maps offsets in the cleaned
// text back to src; it is nil when nothing was dropped.
func clean(src string) (string, []int) {
	dirty := func(r rune) bool {
		return r == utf8.RuneError || !unicode.IsSpace(r) && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
	}
	if !strings.ContainsFunc(src, dirty) {
		return src, nil
	}
	var b strings.Builder
	var origin []int
	for i, r := range src {
		if dirty(r) {
			continue
		}
		n, _ := b.WriteRune(r)
		for range n {
			origin = append(origin, i)
		}
	}
	return b.String(), append(origin, len(src))
}

// isQuote tells the double quotes of all scripts, which open and close a
// phrase alike.
func isQuote(r rune) bool { return strings.ContainsRune("\"“”„‟«»″", r) }

// rest is what has not been read yet.
func (p *parser) rest() string { return p.src[p.at:] }

func (p *parser) done() bool { return p.at >= len(p.src) }

// peek is the next character; 0 at the end.
func (p *parser) peek() rune {
	if p.done() {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(p.rest())
	return r
}

// next reads one character.
func (p *parser) next() rune {
	r, n := utf8.DecodeRuneInString(p.rest())
	p.at += n
	return r
}

// accept reads r if it comes next.
func (p *parser) accept(r rune) bool {
	if p.done() || p.peek() != r {
		return false
	}
	p.next()
	return true
}

func (p *parser) space() {
	for !p.done() && unicode.IsSpace(p.peek()) {
		p.next()
	}
}

// until reads up to the first character that ends says.
func (p *parser) until(ends func(r rune) bool) string {
	n := strings.IndexFunc(p.rest(), ends)
	if n < 0 {
		n = len(p.rest())
	}
	s := p.src[p.at : p.at+n]
	p.at += n
	return s
}

// ends tells the characters that end a bare word.
func ends(r rune) bool {
	return unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r)
}

// keyword reads one of the operators in capitals, if it stands alone.
func (p *parser) keyword(word string) bool {
	rest, found := strings.CutPrefix(p.rest(), word)
	if !found {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !ends(r) {
		return false
	}
	p.at += len(word)
	return true
}

// quoted reads what stands in quotes, the opening one being next. A missing
// closing quote is a problem, and the phrase then goes to the end.
func (p *parser) quoted() string {
	start := p.at
	p.next()
	s := p.until(isQuote)
	if p.done() {
		p.problem(start, p.at, "expected a closing quote")
		return s
	}
	p.next()
	return s
}

// value reads one value of a facet. Parentheses may stand in it in pairs, as
// in S/RES/2254(2015).
func (p *parser) value() string {
	if isQuote(p.peek()) {
		return p.quoted()
	}
	depth := 0
	return p.until(func(r rune) bool {
		switch r {
		case '(':
			depth++
			return false
		case ')':
			depth--
			return depth < 0
		}
		return r == ',' || ends(r)
	})
}

// pattern reads a regular expression, the opening slash being next.
func (p *parser) pattern() string {
	start := p.at
	p.next()
	escaped := false
	s := p.until(func(r rune) bool {
		if r == '/' && !escaped {
			return true
		}
		escaped = r == '\\' && !escaped
		return false
	})
	if p.done() {
		p.problem(start, p.at, "expected a closing /")
		return s
	}
	p.next()
	return s
}

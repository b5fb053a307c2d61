package ask

import (
	"regexp"
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/fold"
	"cstoread/model/query"
)

// naive answers questions in the most obvious way there is, to hold engines
// against. It shares no code with them but the folding of single words.
type naive struct {
	s *model.Statement
	q Question
}

var token = regexp.MustCompile(`[\pL\pN]+`)

// stem is a toy that tests hand to the engines too.
func stem(word string) string { return strings.TrimSuffix(word, "s") }

// is says whether a word of the text meets one of a query.
func is(pattern, word string, stemmed bool) bool {
	if strings.Contains(pattern, "*") {
		re := "^" + strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, ".*") + "$"
		return regexp.MustCompile(re).MatchString(word)
	}
	return pattern == word || stemmed && stem(pattern) == stem(word)
}

// at lists the places of a word or phrase: first and last word, as indexes
// into the words of the text.
func at(text string, w query.Word) (places [][2]int, spans [][]int) {
	spans = token.FindAllStringIndex(text, -1)
	var want []string
	for _, f := range regexp.MustCompile(`[\pL\pN*]+`).FindAllString(w.Text, -1) {
		want = append(want, fold.String(f))
	}
	for i := 0; i+len(want) <= len(spans); i++ {
		ok := true
		for j, f := range want {
			ok = ok && is(f, fold.String(text[spans[i+j][0]:spans[i+j][1]]), w.Stem)
		}
		if ok {
			places = append(places, [2]int{i, i + len(want) - 1})
		}
	}
	return places, spans
}

// chains lists every way to fulfil a proximity, one place for each word.
func chains(text string, n query.Near) [][][2]int {
	first, _ := at(text, n.Words[0])
	var all [][][2]int
	for _, p := range first {
		all = append(all, [][2]int{p})
	}
	for i, w := range n.Words[1:] {
		next, _ := at(text, w)
		var longer [][][2]int
		for _, chain := range all {
			last := chain[len(chain)-1]
			for _, p := range next {
				between := max(p[0]-last[1], last[0]-p[1]) - 1
				if between >= 0 && between <= n.Within[i] {
					longer = append(longer, append(slices.Clone(chain), p))
				}
			}
		}
		all = longer
	}
	return all
}

func (x naive) mention(f query.Facet, m model.Mention) bool {
	if m.Kind != f.Field.Mention() || m.Strength == model.StrengthImplied && !x.q.Implied {
		return false
	}
	if f.Field == query.FieldResolution && !strings.Contains(m.Code, "/RES/") {
		return false
	}
	if m.Code == f.Code || m.Kind == model.MentionTopic && strings.HasPrefix(m.Code, f.Code+".") {
		return true
	}
	return m.Kind == model.MentionInstrument && strings.HasPrefix(m.Code, f.Code+" (")
}

// holds says whether a node holds for paragraph n.
func (x naive) holds(node query.Node, n int) bool {
	p, _ := x.s.Paragraph(n)
	switch node := node.(type) {
	case nil:
		return true
	case query.And:
		for _, c := range node.Nodes {
			if !x.holds(c, n) {
				return false
			}
		}
		return true
	case query.Or:
		for _, c := range node.Nodes {
			if x.holds(c, n) {
				return true
			}
		}
		return false
	case query.Not:
		return !x.holds(node.Node, n)
	case query.Saved:
		return x.holds(node.Node, n)
	case query.Word:
		places, _ := at(p.Text, node)
		return len(places) > 0
	case query.Near:
		return len(chains(p.Text, node)) > 0
	case query.Regexp:
		return regexp.MustCompile(node.Pattern).MatchString(p.Text)
	case query.Facet:
		if node.Field.Mention() != "" {
			return slices.ContainsFunc(p.Mentions, func(m model.Mention) bool { return x.mention(node, m) })
		}
		return x.header(node, n)
	}
	panic("no such node")
}

func (x naive) header(f query.Facet, n int) bool {
	h := x.s.Header
	switch f.Field {
	case query.FieldKind:
		return string(h.Kind) == f.Code
	case query.FieldYear:
		return h.Date.String() != "" && h.Date.String()[:4] == f.Code
	case query.FieldPlace:
		return strings.Contains(" "+strings.ToLower(h.Place)+" ", " "+f.Code+" ")
	case query.FieldAfter:
		return h.Date.Year > 0 && h.Date.String()[:4] >= f.Code
	case query.FieldIs:
		if f.Code == "bookmarked" {
			whole, some := x.q.Marks.Bookmarked(h.ID)
			return whole || slices.Contains(some, n)
		}
		return x.q.Marks.Read(h.ID) == (f.Code == "read")
	case query.FieldHas:
		return h.Place != ""
	}
	panic("not drawn: " + f.Field)
}

// anywhere says whether a node holds for the statement as a whole.
func (x naive) anywhere(node query.Node) bool {
	switch node := node.(type) {
	case query.And:
		for _, c := range node.Nodes {
			if !x.anywhere(c) {
				return false
			}
		}
		return true
	case query.Or:
		return slices.ContainsFunc(node.Nodes, x.anywhere)
	case query.Not:
		return !x.anywhere(node.Node)
	case query.Saved:
		return node.Node == nil || x.anywhere(node.Node)
	}
	return slices.ContainsFunc(x.numbers(), func(n int) bool { return x.holds(node, n) })
}

func (x naive) numbers() []int {
	var all []int
	for n := 0; n <= len(x.s.Body); n++ {
		all = append(all, n)
	}
	return all
}

// asked lists the leaves about paragraphs that are not negated.
func asked(node query.Node, negated bool) []query.Node {
	var all []query.Node
	switch node := node.(type) {
	case nil:
	case query.And:
		for _, c := range node.Nodes {
			all = append(all, asked(c, negated)...)
		}
	case query.Or:
		for _, c := range node.Nodes {
			all = append(all, asked(c, negated)...)
		}
	case query.Not:
		return asked(node.Node, !negated)
	case query.Saved:
		return asked(node.Node, negated)
	case query.Facet:
		if !negated && (node.Field.Mention() != "" || node.Code == "bookmarked") {
			return []query.Node{node}
		}
	default:
		if !negated {
			return []query.Node{node}
		}
	}
	return all
}

// match lists the matching paragraphs.
func (x naive) match() []int {
	var hits []int
	if !x.q.Query.Wide {
		for _, n := range x.numbers() {
			if x.holds(x.q.Query.Root, n) {
				hits = append(hits, n)
			}
		}
		return hits
	}
	if x.q.Query.Root != nil && !x.anywhere(x.q.Query.Root) {
		return nil
	}
	for _, n := range x.numbers() {
		if slices.ContainsFunc(asked(x.q.Query.Root, false), func(l query.Node) bool { return x.holds(l, n) }) {
			hits = append(hits, n)
		}
	}
	if hits == nil {
		return x.numbers()
	}
	return hits
}

// painted gives, for every byte of a paragraph, the kinds of the spans on it.
func (x naive) painted(n int) map[model.MentionKind][]bool {
	p, _ := x.s.Paragraph(n)
	out := map[model.MentionKind][]bool{}
	paint := func(kind model.MentionKind, start, end int) {
		if out[kind] == nil {
			out[kind] = make([]bool, len(p.Text))
		}
		for i := start; i < end; i++ {
			out[kind][i] = true
		}
	}
	for _, leaf := range asked(x.q.Query.Root, false) {
		switch leaf := leaf.(type) {
		case query.Word:
			places, spans := at(p.Text, leaf)
			for _, w := range places {
				paint("", spans[w[0]][0], spans[w[1]][1])
			}
		case query.Near:
			_, spans := at(p.Text, leaf.Words[0])
			for _, chain := range chains(p.Text, leaf) {
				for _, w := range chain {
					paint("", spans[w[0]][0], spans[w[1]][1])
				}
			}
		case query.Regexp:
			for _, s := range regexp.MustCompile(leaf.Pattern).FindAllStringIndex(p.Text, -1) {
				paint("", s[0], s[1])
			}
		case query.Facet:
			for _, m := range p.Mentions {
				if x.mention(leaf, m) {
					paint(m.Kind, m.Start, m.End)
				}
			}
		}
	}
	return out
}

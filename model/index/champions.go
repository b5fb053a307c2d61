package index

import (
	"cmp"
	"encoding/binary"
	"slices"

	"cstoread/model/ask"
	"cstoread/model/query"
)

// A word that more than championsFrom statements have comes with the most
// relevant ones, so that a list of these need not weigh all. They are the
// first for as long as none of the segment's statements is deleted, because a
// score depends on no other statement.
const (
	championsFrom = 512
	champions     = 100
)

// champion is a statement with how often a word is found in it.
type champion struct {
	doc   uint32
	tally float64
}

// champions finds them; wordStarts must be complete.
func (c *content) champions(l *list) []champion {
	if l.docs <= championsFrom {
		return nil
	}
	var best ranking
	now := champion{}
	at := 0
	for _, p := range l.paragraphs {
		if c.starts[now.doc+1] <= p {
			best.add(c, now)
			now = champion{doc: now.doc + 1}
			for c.starts[now.doc+1] <= p {
				now.doc++
			}
		}
		weight := weightOf(p == c.starts[now.doc])
		for end := skipEntry(l.places, at); at < end; at++ {
			if l.places[at] < 0x80 {
				now.tally += weight
			}
		}
	}
	best.add(c, now)
	best.cut()
	all := make([]champion, len(best))
	for i, x := range best {
		all[i] = x.champion
	}
	return all
}

// ranking keeps the best of many: up to twice as many as are wanted, of which
// the first are in order.
type ranking []ranked

type ranked struct {
	champion
	score float64
}

func (r *ranking) add(c *content, x champion) {
	if x.tally == 0 {
		return
	}
	words := c.wordStarts[c.starts[x.doc+1]] - c.wordStarts[c.starts[x.doc]]
	score := ask.Saturation(x.tally, int(words))
	// Of equal ones the first stays first.
	if n := len(*r); n >= champions && score <= (*r)[champions-1].score {
		return
	}
	if *r = append(*r, ranked{x, score}); len(*r) == champions || len(*r) == 2*champions {
		r.cut()
	}
}

func (r *ranking) cut() {
	slices.SortFunc(*r, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
	})
	*r = (*r)[:min(len(*r), champions)]
}

// appendChampions writes how many there are, then each.
func appendChampions(b []byte, all []champion) []byte {
	b = binary.AppendUvarint(b, uint64(len(all)))
	for _, x := range all {
		b = binary.AppendUvarint(b, uint64(x.doc))
		b = binary.AppendUvarint(b, uint64(x.tally))
	}
	return b
}

// cutChampions reads them, or passes over them, and says where they end.
func cutChampions(b []byte, at int, keep bool) ([]champion, int) {
	n, size := binary.Uvarint(b[at:])
	at += size
	var all []champion
	for range n {
		doc, size := binary.Uvarint(b[at:])
		at += size
		tally, size := binary.Uvarint(b[at:])
		at += size
		if keep {
			all = append(all, champion{uint32(doc), float64(tally)})
		}
	}
	return all, at
}

// single is the word that a plan asks for, when that is all it asks for.
func single(p *query.Plan) (word string, ok bool) {
	if p == nil || p.Op != query.OpLeaf || len(p.Words) != 1 || len(p.Words[0]) != 1 {
		return "", false
	}
	e := p.Words[0][0]
	return e.Text, !e.Glob && e.Stem == ""
}

// champions gives the most relevant statements for the question's one word, if
// the segment keeps them and they are enough.
func (g *gathering) champions(v *view) ([]champion, posting, bool) {
	word, ok := single(g.plan)
	if !ok || v.live != nil || g.question.Limit == 0 || g.question.Limit > champions {
		return nil, posting{}, false
	}
	n, there := v.lookup(word)
	if !there {
		return nil, posting{}, false
	}
	p, best := v.postingWith(n, true)
	return best, p, best != nil
}

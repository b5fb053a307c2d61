package compile

import (
	"iter"
	"slices"

	"cstoread/model/tag"
)

// phraseTrie is the trie of phrases while it grows; node 0 is unused.
type phraseTrie struct {
	edges   map[edge]uint32
	order   []edge // the edges as they were made
	branch  []bool
	entries [][]tag.Entry
}

// edge leaves a node, 0 for the beginning, by a word or a stem.
type edge struct {
	node, word uint32
	stem       bool
	sep        tag.Sep
}

func newPhraseTrie() *phraseTrie {
	return &phraseTrie{edges: map[edge]uint32{}, branch: make([]bool, 1), entries: make([][]tag.Entry, 1)}
}

// add puts an entry under its words.
func (t *phraseTrie) add(words *wordTrie, pieces []tag.Piece, e tag.Entry) {
	node := uint32(0)
	for _, p := range pieces {
		k := edge{node: node, stem: p.Stem, sep: p.Sep}
		if p.Stem {
			k.word = words.stem(p.Folded)
		} else {
			k.word = words.word(p.Folded)
		}
		next, ok := t.edges[k]
		if !ok {
			next = uint32(len(t.entries))
			t.edges[k] = next
			t.order = append(t.order, k)
			t.branch[node] = true
			t.branch = append(t.branch, false)
			t.entries = append(t.entries, nil)
		}
		node = next
	}
	same := func(o tag.Entry) bool {
		return o.Kind == e.Kind && o.Subject == e.Subject && o.Case == e.Case && o.Before == e.Before && o.Strength == e.Strength
	}
	if !slices.ContainsFunc(t.entries[node], same) {
		t.entries[node] = append(t.entries[node], e)
	}
}

// inOrder gives the edges and their ends in the order in which they were made.
func (t *phraseTrie) inOrder() iter.Seq2[edge, uint32] {
	return func(yield func(edge, uint32) bool) {
		for _, k := range t.order {
			if !yield(k, t.edges[k]) {
				return
			}
		}
	}
}

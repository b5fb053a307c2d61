package series

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"cstoread/model"
	"cstoread/model/fold"
)

// gram is how many words in a row make the smallest formula.
const gram = 3

// word is a word of a paragraph: folded, and where it stands.
type word struct {
	key        string
	start, end int
}

// block is a paragraph cut into words.
type block struct {
	place     Place
	statement int
	text      string
	words     []word
}

// formulas lists the word sequences that several of the statements share, or
// several paragraphs where there is only one statement, and that none of the
// others has. Each is as long as all that share it allow.
func formulas(in, without []*model.Statement) []Item {
	others := map[uint64]bool{}
	for _, b := range blocks(without) {
		for i := range grams(b) {
			others[b.hash(i, i+gram)] = true
		}
	}
	all := blocks(in)
	// sharers[h] lists what has a sequence: statements, or paragraphs.
	sharers := map[uint64][]int{}
	for at, b := range all {
		who := b.statement
		if len(in) == 1 {
			who = at
		}
		for i := range grams(b) {
			h := b.hash(i, i+gram)
			if list := sharers[h]; !others[h] && (len(list) == 0 || list[len(list)-1] != who) {
				sharers[h] = append(list, who)
			}
		}
	}
	found := map[string]*Item{}
	last := map[string]int{}
	for _, b := range all {
		for _, run := range b.runs(sharers) {
			b.note(run, found, last)
		}
	}
	var out []Item
	for _, item := range found {
		if item.Statements > 1 || len(in) == 1 && len(item.Places) > 1 {
			out = append(out, *item)
		}
	}
	slices.SortFunc(out, byWeight)
	return out
}

// note counts one occurrence of a formula.
func (b block) note(run [2]int, found map[string]*Item, last map[string]int) {
	var keys []string
	for _, w := range b.words[run[0]:run[1]] {
		keys = append(keys, w.key)
	}
	key := strings.Join(keys, " ")
	item := found[key]
	if item == nil {
		item = &Item{Kind: Formula, Text: b.text[b.words[run[0]].start:b.words[run[1]-1].end]}
		found[key] = item
		last[key] = -1
	}
	if last[key] != b.statement {
		last[key] = b.statement
		item.Statements++
	}
	item.at(b.place)
}

// runs are the stretches of words, first and end, all of whose sequences are
// shared by the same ones. Small words at their ends are left out, and so is
// what has fewer than two other words.
func (b block) runs(sharers map[uint64][]int) [][2]int {
	var out [][2]int
	for i := 0; i < grams(b); {
		who := sharers[b.hash(i, i+gram)]
		end := i + 1
		if len(who) < 2 {
			i = end
			continue
		}
		for end < grams(b) && slices.Equal(sharers[b.hash(end, end+gram)], who) {
			end++
		}
		first, last := i, end-1+gram
		for first < last && small[b.words[first].key] {
			first++
		}
		for first < last && small[b.words[last-1].key] {
			last--
		}
		if last-first >= gram && b.telling(first, last) {
			out = append(out, [2]int{first, last})
		}
		i = end
	}
	return out
}

// telling says that two of the words are more than grammar.
func (b block) telling(first, last int) bool {
	n := 0
	for _, w := range b.words[first:last] {
		if !small[w.key] {
			n++
		}
	}
	return n >= 2
}

// grams is how many sequences a block has.
func grams(b block) int { return max(0, len(b.words)-gram+1) }

func (b block) hash(first, end int) uint64 {
	h := fnv.New64a()
	for _, w := range b.words[first:end] {
		_, _ = h.Write([]byte(w.key))
		_, _ = h.Write([]byte{0})
	}
	return h.Sum64()
}

// blocks cuts the paragraphs of statements into words. Signatures say nothing.
func blocks(statements []*model.Statement) []block {
	var out []block
	for i, s := range statements {
		for _, p := range s.Body {
			if p.Role != model.RoleSignature {
				out = append(out, block{Place{s.ID, p.N}, i, p.Text, wordsOf(p.Text)})
			}
		}
	}
	return out
}

func wordsOf(text string) []word {
	var out []word
	start := -1
	for i, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out = append(out, word{fold.String(text[start:i]), start, i})
			start = -1
		}
	}
	return out
}

// small are the words that carry grammar and no subject, English and Russian.
var small = set(`a an and are as at be been by for from has have he her his in into is it its of on or
our s she so such that the their them these they this those to was were which who will with
в во и из к ко на не о об от по с со у за для до или их его ее как что при также а но`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[fold.String(w)] = true
	}
	return out
}

package tag

import (
	"cmp"
	"slices"

	"cstoread/model"
)

// candidate is a phrase found in a text, before and after the rules.
type candidate struct {
	kind           Kind
	implied        bool
	entry, subject uint32
	first, last    int32 // words, both inclusive
	start, end     int32 // bytes, end exclusive
	// code is set by recognisers whose codes are not in the tables.
	code string
	// rule is the rule that found it where that is not the entry's key, or,
	// when rejected, the one that rejected it; because is the evidence.
	rule     string
	rejected bool
	because  string
}

// scan is the work on one text. It is kept and used again, so that tagging
// allocates nothing but mentions.
type scan struct {
	t     *Tables
	text  string
	words []word
	found []candidate
	// items and ranges are the room of a list of resolutions.
	items  []resolution
	ranges []bool
	// sums is the evidence per upper topic, contextSums the number of words
	// of each context, company what they give to topics with a place.
	sums        []sums
	contextSums []int
	company     int
	// placesMost, noise and least are what the topics of this text were
	// judged by: the most that places may give, the noise, the sum needed.
	placesMost, noise, least int
	// seen[e] is the run in which entry e was counted for the second time,
	// or the one before it when it was counted once.
	seen []uint32
	run  uint32
	// explain is set when rejected candidates will be asked about, so that
	// the evidence is worth writing down.
	explain bool
}

// Tag appends the mentions of text to dst, in the order of their spans.
// The text's language, a BCP 47 tag or "", need not be known: the entries of all
// languages are looked for. It is safe for use by several goroutines at once.
func (t *Tables) Tag(dst []model.Mention, text, _ string) []model.Mention {
	x := t.scan(text, false)
	dst = x.mentions(dst)
	t.release(x)
	return dst
}

// scan runs the whole of tagging but for the mentions themselves.
func (t *Tables) scan(text string, explain bool) *scan {
	x, _ := t.pool.Get().(*scan)
	if x == nil {
		x = &scan{t: t, sums: make([]sums, len(t.uppers)), contextSums: make([]int, len(t.contexts)), seen: make([]uint32, len(t.image.Entries)/EntrySize)}
	}
	x.text, x.explain = text, explain
	x.words = t.image.words(x.words[:0], text)
	x.found = x.found[:0]
	x.match()
	x.resolutions()
	x.resolve()
	x.score()
	return x
}

// release gives the scan back for the next text.
func (t *Tables) release(x *scan) {
	x.text = ""
	clear(x.found)
	t.pool.Put(x)
}

// mentions appends what is left after the rules.
func (x *scan) mentions(dst []model.Mention) []model.Mention {
	from := len(dst)
	for i := range x.found {
		c := &x.found[i]
		if c.rejected || !c.kind.mentioned() {
			continue
		}
		dst = x.mentionsOf(dst, c)
	}
	if order := dst[from:]; !slices.IsSortedFunc(order, bySpan) {
		slices.SortStableFunc(order, bySpan)
	}
	return dst
}

func bySpan(a, b model.Mention) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// mentionsOf appends the mentions of one candidate: several for "both
// Congos", and for an instrument the countries that it is about.
func (x *scan) mentionsOf(dst []model.Mention, c *candidate) []model.Mention {
	if c.code != "" {
		return append(dst, x.mention(c, c.code))
	}
	for _, code := range x.t.codes[c.subject] {
		dst = append(dst, x.mention(c, code))
	}
	if c.kind == KindInstrument {
		dst = x.impliedBy(dst, c)
	}
	return dst
}

// mention makes a mention of a candidate.
func (x *scan) mention(c *candidate, code string) model.Mention {
	return model.Mention{
		Kind: kindOf(c.kind), Code: code,
		Start: int(c.start), End: int(c.end), Text: x.text[c.start:c.end],
		Strength: x.strength(c), Rule: x.ruleOf(c),
	}
}

func kindOf(k Kind) model.MentionKind {
	switch k {
	case KindTopic:
		return model.MentionTopic
	case KindInstrument:
		return model.MentionInstrument
	}
	return model.MentionCountry
}

// strength is the candidate's own, which a rule may have weakened.
func (x *scan) strength(c *candidate) model.Strength {
	if c.implied || c.code == "" && x.t.image.Entries[c.entry*EntrySize]&flagImplied != 0 {
		return model.StrengthImplied
	}
	return model.StrengthNamed
}

// ruleOf names what found a candidate: a rule, or the key of its entry.
func (x *scan) ruleOf(c *candidate) string {
	if c.rule != "" {
		return c.rule
	}
	m := &x.t.image
	return m.str(m.Entries[c.entry*EntrySize+4])
}

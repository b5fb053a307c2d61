package query

import (
	"slices"
	"strings"

	"cstoread/model"
	"cstoread/model/fold"
)

// Text is a statement prepared for matching: its words folded once, its
// mentions by code. It does not change and may be shared. It holds no part of
// the statement it was made from.
type Text struct {
	Header model.Header
	// plain holds the words of all paragraphs, each with a space before and
	// after it, and a line break around each paragraph: a word, a phrase or
	// the beginning of a word is then found as a plain substring.
	plain string
	// bounds are the places in plain where the paragraphs begin; the last
	// entry is its end.
	bounds   []int32
	length   int // words
	mentions []Group
	place    string // words of the place and the issuer, spaced like plain
	issuer   string
}

// Group is all mentions of one code in one statement.
type Group struct {
	Kind    model.MentionKind
	Code    string
	Implied bool
	// Paragraphs has the paragraph of every mention, in order; one that
	// mentions the code twice is there twice.
	Paragraphs []int32
}

// Prepare makes a Text of a statement.
func Prepare(s *model.Statement) *Text {
	t := &Text{
		Header: s.Header,
		place:  spaced(s.Place),
		issuer: spaced(s.Issuer),
	}
	paragraphs := make([]model.Paragraph, 0, len(s.Body)+1)
	title, _ := s.Paragraph(0)
	t.fill(append(append(paragraphs, title), s.Body...))
	return t
}

// fill makes plain, bounds and mentions of the paragraphs.
func (t *Text) fill(paragraphs []model.Paragraph) {
	size, count := 0, 0
	for i := range paragraphs {
		size += len(paragraphs[i].Text) + 3
		count += len(paragraphs[i].Mentions)
	}
	var b strings.Builder
	b.Grow(size)
	b.WriteByte('\n')
	t.bounds = make([]int32, 0, len(paragraphs)+1)
	type found struct {
		m *model.Mention
		n int32
	}
	all := make([]found, 0, count)
	for i := range paragraphs {
		t.bounds = append(t.bounds, int32(b.Len()))
		if text := paragraphs[i].Text; simple(text) {
			writeSimple(&b, text)
		} else {
			writeWords(&b, fold.String(text))
		}
		b.WriteByte('\n')
		for j := range paragraphs[i].Mentions {
			all = append(all, found{&paragraphs[i].Mentions[j], int32(i)})
		}
	}
	t.plain = b.String()
	t.bounds = append(t.bounds, int32(len(t.plain)))
	// Every word has a space before it, and every paragraph of words one more.
	t.length = strings.Count(t.plain, " ") - strings.Count(t.plain, " \n")

	slices.SortStableFunc(all, func(a, b found) int { return compareGroups(a.m, b.m) })
	at := make([]int32, len(all))
	first := 0
	for i, x := range all {
		at[i] = x.n
		if i+1 < len(all) && compareGroups(x.m, all[i+1].m) == 0 {
			continue
		}
		t.mentions = append(t.mentions, Group{
			Kind: x.m.Kind, Code: x.m.Code, Implied: x.m.Strength == model.StrengthImplied,
			Paragraphs: at[first : i+1 : i+1],
		})
		first = i + 1
	}
}

func compareGroups(a, b *model.Mention) int {
	if c := strings.Compare(string(a.Kind), string(b.Kind)); c != 0 {
		return c
	}
	if c := strings.Compare(a.Code, b.Code); c != 0 {
		return c
	}
	return strings.Compare(string(a.Strength), string(b.Strength))
}

// simple says whether folding a text is no more than lowering its case: it is
// ASCII and on one line.
func simple(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x80 || c == '\n' || c == '\r' {
			return false
		}
	}
	return true
}

// writeSimple is writeWords for a simple text that has not been folded.
func writeSimple(b *strings.Builder, text string) {
	inside, any := false, false
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		word := 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
		if word != inside {
			if word {
				b.WriteByte(' ')
				any = true
			}
			inside = word
		}
		if word {
			b.WriteByte(c)
		}
	}
	if any {
		b.WriteByte(' ')
	}
}

// writeWords writes the words of a folded text, " like this ".
func writeWords(b *strings.Builder, folded string) {
	space := false
	start := -1
	for i, r := range folded {
		if inWord(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			b.WriteByte(' ')
			b.WriteString(folded[start:i])
			space, start = true, -1
		}
	}
	if start >= 0 {
		b.WriteByte(' ')
		b.WriteString(folded[start:])
		space = true
	}
	if space {
		b.WriteByte(' ')
	}
}

func spaced(s string) string {
	var b strings.Builder
	writeWords(&b, fold.String(s))
	return b.String()
}

// Len is the number of paragraphs, the title included.
func (t *Text) Len() int { return len(t.bounds) - 1 }

// Size is about how many bytes of memory t takes.
func (t *Text) Size() int {
	size := 400 + len(t.plain) + 4*len(t.bounds)
	for _, g := range t.mentions {
		size += 64 + 4*len(g.Paragraphs)
	}
	return size
}

// Groups are the mentions by kind, code and strength, in that order. They
// must not be changed.
func (t *Text) Groups() []Group { return t.mentions }

// paragraph is the paragraph in which a place in plain lies, where from is a
// paragraph not after it.
func (t *Text) paragraph(at, from int) int {
	for int(t.bounds[from+1]) <= at {
		from++
	}
	return from
}

// Package made makes up libraries of any size for tests and benchmarks: always
// the same ones, of words that are as unevenly frequent as those of a language
// are, in statements of about 2.5 KB.
package made

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"cstoread/model"
)

// vocabulary is how many words there are, names and numbers apart, of which
// there is no end.
const vocabulary = 40000

// paragraphs is how many a statement has.
const paragraphs = 17

// Library makes n statements when they are asked for.
type Library struct {
	n     int
	words []string
}

// New makes a library of n statements.
func New(n int) *Library {
	l := &Library{n: n, words: make([]string, vocabulary)}
	random := rand.New(rand.NewPCG(7, 11))
	taken := map[string]bool{}
	for i := range l.words {
		for l.words[i] == "" || taken[l.words[i]] {
			l.words[i] = word(random, i)
		}
		taken[l.words[i]] = true
	}
	return l
}

// word makes a word of syllables: the more frequent, the shorter.
func word(random *rand.Rand, rank int) string {
	onsets := []string{"b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "tr", "con", "in", "re", "de", "un", "dis"}
	vowels := []string{"a", "e", "i", "o", "u", "ea", "io"}
	codas := []string{"", "", "", "n", "r", "s", "t", "l", "nt", "ng", "ment", "tion", "ty", "ed", "al"}
	syllables := 1
	for limit := 60; rank > limit && syllables < 4; limit *= 12 {
		syllables++
	}
	var b strings.Builder
	for range syllables {
		b.WriteString(onsets[random.IntN(len(onsets))])
		b.WriteString(vowels[random.IntN(len(vowels))])
	}
	b.WriteString(codas[random.IntN(len(codas))])
	return b.String()
}

// Word is the word of a rank, 0 being the most frequent.
func (l *Library) Word(rank int) string { return l.words[rank] }

// Len is how many statements there are.
func (l *Library) Len() int { return l.n }

// Headers lists all statements, newest first.
func (l *Library) Headers() []model.Header {
	all := make([]model.Header, l.n)
	for i := range all {
		all[i] = l.header(i)
	}
	return all
}

func (l *Library) header(i int) model.Header {
	day := i * 9000 / l.n // nearly 27 years
	kinds := model.Kinds()
	h := model.Header{
		Date:  model.Date{Year: 2024 - day/336, Month: 12 - day/28%12, Day: 28 - day%28},
		Place: "Town " + strconv.Itoa(i*7%60), Issuer: "Council " + strconv.Itoa(i*11%9), Kind: kinds[i*5%len(kinds)],
		Language: "en", Source: "https://example.org/statements/" + strconv.Itoa(i), Paragraphs: paragraphs,
	}
	h.Title = fmt.Sprintf("Statement on %s and %s", l.words[i*13%3000], l.words[i*29%vocabulary])
	h.ID = fmt.Sprintf("%s-%07d", h.Date, i)
	return h
}

// Statement gives a statement by its ID.
func (l *Library) Statement(id string) (*model.Statement, error) {
	i, err := strconv.Atoi(id[strings.LastIndexByte(id, '-')+1:])
	if err != nil || i < 0 || i >= l.n {
		return nil, fmt.Errorf("%w: %s", model.ErrUnknownID, id)
	}
	return l.Number(i), nil
}

// Number gives the i-th statement, 0 being the newest.
func (l *Library) Number(i int) *model.Statement {
	random := rand.New(rand.NewPCG(uint64(i), 3))
	words := rand.NewZipf(random, 1.07, 3, vocabulary-1)
	countries := rand.NewZipf(random, 1.3, 4, 200)
	s := &model.Statement{Header: l.header(i)}
	subject := random.IntN(2000) // a few words that this statement keeps coming back to
	for n := range paragraphs {
		var b strings.Builder
		p := model.Paragraph{N: n + 1}
		for w := range 11 + random.IntN(14) {
			if w > 0 {
				b.WriteByte(' ')
			}
			switch x := random.IntN(1000); {
			case x < 45:
				start := b.Len()
				c := int(countries.Uint64())
				b.WriteString("Land" + l.words[c])
				p.Mentions = append(p.Mentions, model.Mention{
					Kind: model.MentionCountry, Code: fmt.Sprintf("%c%c", 'A'+c/26, 'A'+c%26),
					Start: start, End: b.Len(), Strength: model.StrengthNamed,
				})
			case x < 60:
				start := b.Len()
				b.WriteString(l.words[100+subject%40])
				p.Mentions = append(p.Mentions, model.Mention{
					Kind: model.MentionTopic, Code: fmt.Sprintf("topic%d.part%d", subject%20, x%4),
					Start: start, End: b.Len(), Strength: model.StrengthNamed,
				})
			case x < 90:
				b.WriteString(l.words[subject+random.IntN(20)])
			case x < 94:
				b.WriteString(strconv.Itoa(random.IntN(1000000))) // numbers, names: there is always a new one
			default:
				b.WriteString(l.words[words.Uint64()])
			}
			if random.IntN(9) == 0 {
				b.WriteByte(',')
			}
		}
		b.WriteByte('.')
		p.Text = b.String()
		s.Body = append(s.Body, p)
	}
	return s
}

package compile

import (
	"fmt"
	"slices"
	"strings"

	"cstoread/model/tag"
)

// Build compiles the tables. Its errors name the file and the line.
func Build(files []File) (*tag.Image, error) {
	b := &builder{
		strings: map[string]uint32{}, words: newWordTrie(), phrases: newPhraseTrie(),
		classBits: map[string]int{}, classes: map[string]uint32{}, at: map[string]string{},
	}
	b.str("")
	for _, f := range files { // an entry has little room for its file's number
		b.str(f.Name)
	}
	for _, f := range files {
		stanzas, err := parse(f)
		if err != nil {
			return nil, err
		}
		for i := range stanzas {
			if err := b.stanza(&stanzas[i]); err != nil {
				return nil, err
			}
		}
	}
	return b.image()
}

type builder struct {
	strings   map[string]uint32
	texts     []string
	words     *wordTrie
	phrases   *phraseTrie
	classBits map[string]int
	classes   map[string]uint32 // folded word to its classes
	subjects  []subject
	// at is where each subject's phrase was first given, to name both places
	// of a contradiction.
	at map[string]string
}

// str numbers a string.
func (b *builder) str(s string) uint32 {
	if n, ok := b.strings[s]; ok {
		return n
	}
	n := uint32(len(b.texts))
	b.strings[s] = n
	b.texts = append(b.texts, s)
	return n
}

// stanza adds one stanza with its phrases and attributes.
func (b *builder) stanza(s *stanza) error {
	if s.kind == 0 {
		return b.class(s)
	}
	number := b.subject(s)
	guards := map[string]uint32{}
	consumes := s.kind == tag.KindInstrument
	for i := range s.lines {
		l := &s.lines[i]
		_, phrases, _, err := meaning(s, l)
		switch {
		case err != nil:
			return err
		case l.key == "guard":
			if err := guard(s, l, guards); err != nil {
				return err
			}
		case l.key == "open":
			consumes = false
		case !phrases:
			subject := &b.subjects[number]
			subject.attributes = append(subject.attributes, b.str(l.key), b.str(strings.Join(l.values, " | ")))
		}
	}
	for i := range s.lines {
		l := &s.lines[i]
		m, phrases, weight, err := meaning(s, l)
		if err != nil || !phrases {
			continue
		}
		for _, v := range l.values {
			e, phrase := m.entry(s, l, v, weight)
			e.Subject, e.Consumes = number, consumes
			for _, form := range m.all(phrase) {
				if err := b.phrase(s, e, form, guards); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// all are the phrases that one value of a line stands for.
func (m keyMeaning) all(phrase string) []string {
	if m.forms != nil {
		return m.forms(phrase)
	}
	if p := plural(phrase); m.plural && p != "" {
		return []string{phrase, p}
	}
	return []string{phrase}
}

// subject is what stanzas of one kind and code are about.
type subject struct {
	kind       tag.Kind
	code, name string
	attributes []uint32 // key and value, numbered
}

// subject numbers the stanza's subject, which an earlier stanza may have
// begun.
func (b *builder) subject(s *stanza) uint32 {
	for i := range b.subjects {
		if o := &b.subjects[i]; o.kind == s.kind && o.code == s.code {
			if o.name == "" {
				o.name = s.title
			}
			return uint32(i)
		}
	}
	b.subjects = append(b.subjects, subject{kind: s.kind, code: s.code, name: s.title})
	return uint32(len(b.subjects) - 1)
}

// guard reads "guard RULE phrase | phrase" into the bits per phrase.
func guard(s *stanza, l *line, guards map[string]uint32) error {
	if len(l.values) == 0 {
		return fmt.Errorf("%s:%d: guard needs a rule and phrases", s.file, l.number)
	}
	name, first, _ := strings.Cut(l.values[0], " ")
	bit := slices.Index(tag.RuleNames(), name)
	if bit < 0 {
		return fmt.Errorf("%s:%d: no rule is named %q", s.file, l.number, name)
	}
	for _, v := range append([]string{first}, l.values[1:]...) {
		guards[key(v)] |= 1 << bit
	}
	return nil
}

// key is a phrase's folded words.
func key(phrase string) string {
	var sb strings.Builder
	for _, p := range tag.Split(phrase) {
		fmt.Fprintf(&sb, "%d%s ", p.Sep, p.Folded)
	}
	return sb.String()
}

// phrase adds an entry under all ways of printing its phrase.
func (b *builder) phrase(s *stanza, e tag.Entry, phrase string, guards map[string]uint32) error {
	for _, v := range variants(phrase) {
		pieces := tag.Split(v)
		if len(pieces) == 0 {
			return fmt.Errorf("%s:%d: %q has no word in it", e.File, e.Line, phrase)
		}
		e := e
		e.Surface = v
		e.Rules = guards[key(v)] | guards[key("*")]
		if err := b.once(s, e, key(v)); err != nil {
			return err
		}
		pieces[0].Sep = 0
		b.phrases.add(b.words, pieces, e)
	}
	return nil
}

// once refuses a phrase that two countries or two instruments claim in the
// same letters.
func (b *builder) once(s *stanza, e tag.Entry, key string) error {
	if e.Kind != tag.KindCountry && e.Kind != tag.KindShadow && e.Kind != tag.KindInstrument {
		return nil
	}
	code := s.code
	if e.Kind == tag.KindShadow {
		code = "shadow"
	}
	k := fmt.Sprint(key, e.Kind == tag.KindInstrument, e.Case, e.Before)
	if before, ok := b.at[k]; ok && !strings.HasPrefix(before, code+" ") {
		return fmt.Errorf("%s:%d: %q of %s stands already at %s", e.File, e.Line, e.Surface, s.code, before)
	}
	b.at[k] = fmt.Sprintf("%s %s:%d", code, e.File, e.Line)
	return nil
}

// class adds "[given-name]" with its lines of words.
func (b *builder) class(s *stanza) error {
	bit, ok := b.classBits[s.code]
	if !ok {
		bit = len(b.classBits)
		b.classBits[s.code] = bit
	}
	if bit >= 32 {
		return fmt.Errorf("%s:%d: more than 32 word classes", s.file, s.line)
	}
	for _, l := range s.lines {
		for _, v := range l.values {
			pieces := tag.Split(v)
			if len(pieces) != 1 {
				return fmt.Errorf("%s:%d: %q is not one word", s.file, l.number, v)
			}
			b.words.word(pieces[0].Folded)
			b.classes[pieces[0].Folded] |= 1 << bit
		}
	}
	return nil
}

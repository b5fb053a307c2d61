package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"
)

// Entry is one line of gold. A list that is absent (nil) is not judged, an
// empty one says that nothing must be found: a sentence written for its
// countries need not be labelled for topics.
type Entry struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// Language is a two-letter code, "" for English.
	Language    string   `json:"language,omitempty"`
	Countries   []string `json:"countries"`
	Topics      []string `json:"topics"`
	Resolutions []string `json:"resolutions"`
	// Also holds codes of any kind that are neither rewarded nor punished.
	// AlsoTopics is the same, kept apart where a text has many of them.
	Also       []string `json:"also,omitempty"`
	AlsoTopics []string `json:"also_topics,omitempty"`
	// Spans are the country mentions' places, judged where they are given.
	Spans []Span `json:"spans,omitempty"`
	// Hard marks an entry that a list of names alone would get wrong.
	Hard bool `json:"hard,omitempty"`
	// Split is "dev" (its errors may be read while tables are written), "held"
	// (only its scores may) or "" (the file is not split).
	Split string `json:"split,omitempty"`
	// Note says what the entry is about, for people.
	Note string `json:"note,omitempty"`
}

// Span is the place of one country mention in bytes of the text, End exclusive.
type Span struct {
	Code  string `json:"code"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// The two halves of a split gold file.
const (
	SplitDev  = "dev"
	SplitHeld = "held"
)

// splitSeed fixes the halves. Changing it would let dev errors leak into the
// held half, so it stays.
const splitSeed = "cstoread gold 1\x00"

// SplitOf says which half an id belongs to. The half follows from the id and a
// fixed seed alone, so adding an entry never moves another one.
func SplitOf(id string) string {
	h := fnv.New64a()
	_, _ = io.WriteString(h, splitSeed+id) // a hash takes all
	// The high bits mix better than the low ones for ids that differ in their
	// last digit only.
	sum := h.Sum64()
	sum ^= sum >> 29
	sum *= 0xbf58476d1ce4e5b9
	if sum>>63 == 0 {
		return SplitDev
	}
	return SplitHeld
}

// maxLine bounds one line of gold, in bytes.
const maxLine = 4 << 20

// Read reads gold as JSON lines. Blank lines are skipped, unknown fields are
// allowed. The error names the line; what was read before it is returned too.
func Read(r io.Reader) ([]Entry, error) {
	var entries []Entry
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		e, err := parse(line)
		if err != nil {
			return entries, fmt.Errorf("line %d: not a JSON object of gold: %w", n, err)
		}
		if e.ID == "" {
			e.ID = fmt.Sprintf("line-%d", n)
		}
		if err := e.check(); err != nil {
			return entries, fmt.Errorf("line %d (%s): %w", n, printable(e.ID), err)
		}
		entries = append(entries, e)
	}
	if err := lines.Err(); err != nil {
		return entries, fmt.Errorf("line %d: %w", n+1, err)
	}
	return entries, nil
}

// parse reads one line. An id may be a number too, as tools write it.
func parse(line string) (Entry, error) {
	type entry Entry // without methods, so that decoding is the plain one
	var raw struct {
		entry
		ID json.RawMessage `json:"id"`
	}
	if err := json.Unmarshal([]byte(line), &raw); err != nil {
		return Entry{}, err
	}
	e := Entry(raw.entry)
	if len(raw.ID) == 0 || string(raw.ID) == "null" {
		return e, nil
	}
	if err := json.Unmarshal(raw.ID, &e.ID); err != nil {
		e.ID = string(raw.ID)
	}
	return e, nil
}

// check refuses gold that could not be scored in a meaningful way.
func (e Entry) check() error {
	if e.Text == "" {
		return errors.New("no text")
	}
	if e.Countries == nil && e.Topics == nil && e.Resolutions == nil {
		return errors.New("nothing to judge: no countries, topics or resolutions")
	}
	switch e.Split {
	case "", SplitDev, SplitHeld:
	default:
		return fmt.Errorf("split %q is neither %q nor %q", e.Split, SplitDev, SplitHeld)
	}
	for _, s := range e.Spans {
		if s.Start < 0 || s.End > len(e.Text) || s.Start >= s.End {
			return fmt.Errorf("span %s %d-%d lies outside the text", printable(s.Code), s.Start, s.End)
		}
	}
	for _, code := range e.Countries {
		if slices.Contains(e.Also, code) {
			return fmt.Errorf("%s is both in countries and in also", printable(code))
		}
	}
	return nil
}

// Select keeps the entries of one split; "" keeps all.
func Select(entries []Entry, split string) []Entry {
	if split == "" {
		return entries
	}
	var kept []Entry
	for _, e := range entries {
		if e.Split == split {
			kept = append(kept, e)
		}
	}
	return kept
}

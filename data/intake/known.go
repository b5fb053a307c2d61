package intake

import (
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"cstoread/model"
	"cstoread/model/fold"
	"cstoread/model/similar"
)

// known is what a new statement is compared with: every statement there is,
// by its exact words, its address, and sketches of its wording.
type known struct {
	ids    map[string]bool
	same   map[uint64]string
	source map[string]string
	titled map[string]string
	// bands are the places of the statements by the bands of their sketches,
	// and undated those of the ones that have no date.
	bands, undated map[uint64][]int
	// at and dated are the places in all of an ID and of a day: without them
	// each statement that comes would be held against every one there is.
	at    map[string]int
	dated map[model.Date][]int
	all   []seen
}

// seen is a statement that is there.
type seen struct {
	id      string
	header  model.Header
	sketch  similar.Sketch
	numbers []uint64
}

// numbers are the numbers of a text that both a text and its translation
// print: those of two digits and more.
func numbers(texts []string) []uint64 {
	var out []uint64
	for _, t := range texts {
		for _, w := range similar.Words(t) {
			if n, err := strconv.ParseUint(w, 10, 32); err == nil && n > 9 {
				out = append(out, n)
			}
		}
	}
	return out
}

type matchKind int

const (
	matchNone matchKind = iota
	matchSame
	matchRevision
	matchVariant
	matchTranslation
)

// match is the statement that another one is a version of.
type match struct {
	kind     matchKind
	id       string
	likeness float64
}

// The likenesses from which a text counts as a version of another. Another
// site's copy, with a few words mended, is above 0.6; two translations of one
// text by different people were between 0.2 and 0.5 on pairs made for the
// tests of this package, and texts of one series that repeat each other's
// formulas below 0.3 but with different dates.
const (
	likeRevision   = 0.5
	likeCopy       = 0.55
	likeSameOrigin = 0.2
)

// learn reads the whole library. A file that cannot be read is reported by the
// library and must not keep others from being added.
func learn(lib model.Library) *known {
	k := &known{
		ids: map[string]bool{}, same: map[uint64]string{}, source: map[string]string{},
		titled: map[string]string{}, bands: map[uint64][]int{}, undated: map[uint64][]int{},
		at: map[string]int{}, dated: map[model.Date][]int{},
	}
	headers := lib.Headers()
	read := make([]*entry, len(headers))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(headers)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(headers)); i = next.Add(1) - 1 {
				if s, err := lib.Statement(headers[i].ID); err == nil {
					read[i] = newEntry(s)
				}
			}
		})
	}
	workers.Wait()
	for _, e := range read {
		if e != nil {
			k.enter(e)
		}
	}
	return k
}

func (k *known) taken(id string) bool { return k.ids[id] }

// entry is what is kept of a statement to compare others with; making one is
// most of the work, and can be done beside others.
type entry struct {
	seen
	same  uint64
	title string
	bands []uint64
}

func newEntry(s *model.Statement) *entry {
	texts := bodyTexts(s)
	e := &entry{
		seen: seen{id: s.ID, header: s.Header, sketch: similar.NewSketch(texts...), numbers: numbers(texts)},
		same: similar.Same(texts...), title: titleKey(s),
	}
	e.bands, e.header.Paragraphs = e.sketch.Bands(), len(s.Body)
	return e
}

func (k *known) enter(e *entry) {
	at := len(k.all)
	k.all = append(k.all, e.seen)
	k.ids[e.id], k.at[e.id] = true, at
	k.same[e.same] = e.id
	if e.header.Source != "" {
		k.source[e.header.Source] = e.id
	}
	if !e.header.Date.IsZero() {
		k.titled[e.title] = e.id
		k.dated[e.header.Date] = append(k.dated[e.header.Date], at)
	}
	for _, b := range e.bands {
		k.bands[b] = append(k.bands[b], at)
		if e.header.Date.IsZero() {
			k.undated[b] = append(k.undated[b], at)
		}
	}
}

// replace takes the new text of a statement that is known.
func (k *known) replace(s *entry) {
	if at, ok := k.at[s.id]; ok {
		// What was is known no more, so that it can come back.
		k.all[at] = seen{}
	}
	for key, id := range k.same {
		if id == s.id {
			delete(k.same, key)
		}
	}
	k.enter(s)
}

// bodyTexts are the paragraphs that make a statement what it is: a signature
// more or less does not make another one.
func bodyTexts(s *model.Statement) []string {
	texts := make([]string, 0, len(s.Body))
	for _, p := range s.Body {
		if p.Role != model.RoleSignature {
			texts = append(texts, p.Text)
		}
	}
	if len(texts) == 0 {
		for _, p := range s.Body {
			texts = append(texts, p.Text)
		}
	}
	return texts
}

func titleKey(s *model.Statement) string { return s.Date.String() + " " + fold.String(s.Title) }

// find tells what a statement is a version of.
func (k *known) find(s *entry) match {
	if id, ok := k.same[s.same]; ok {
		return match{kind: matchSame, id: id, likeness: 1}
	}
	id, sameOrigin := k.origin(s)
	if sameOrigin {
		if old := k.byID(id); old != nil {
			if l := similar.Likeness(&s.sketch, &old.sketch); l >= likeRevision && !old.header.Embedded {
				return match{kind: matchRevision, id: id, likeness: l}
			}
		}
	}
	best, at := 0.0, -1
	for _, i := range k.near(s) {
		l := similar.Likeness(&s.sketch, &k.all[i].sketch)
		enough := l >= likeCopy || l >= likeSameOrigin && !s.header.Date.IsZero() && s.header.Date == k.all[i].header.Date
		// Of equals the first.
		if enough && (l > best || l == best && i < at) {
			best, at = l, i
		}
	}
	if at >= 0 {
		return match{kind: matchVariant, id: k.all[at].id, likeness: best}
	}
	return k.translation(s)
}

// origin is the statement that came from the same address, or has the same
// title on the same day.
func (k *known) origin(s *entry) (string, bool) {
	if s.id != "" && k.ids[s.id] {
		return s.id, true
	}
	if id, ok := k.source[s.header.Source]; ok && s.header.Source != "" {
		return id, true
	}
	id, ok := k.titled[s.title]
	return id, ok && !s.header.Date.IsZero()
}

func (k *known) byID(id string) *seen {
	if at, ok := k.at[id]; ok {
		return &k.all[at]
	}
	return nil
}

// near are the places of the statements that this one can be a version of: of
// the same whole date all, and else those that share two bands with it (half
// of the words in common miss that once in 200) and of which one has no date.
// Two statements of different days are two statements, however alike: to look
// at those too would cost most where there are most, in long series.
func (k *known) near(s *entry) []int {
	var out []int
	date := s.header.Date
	if date.Day != 0 {
		out = append(out, k.dated[date]...)
	}
	bands := k.bands
	if !date.IsZero() && date.Day != 0 {
		bands = k.undated
	}
	shared := map[int]int{}
	for _, b := range s.bands {
		for _, i := range bands[b] {
			if shared[i]++; shared[i] == 2 && (date.IsZero() || k.all[i].header.Date.IsZero() || k.all[i].header.Date == date) {
				out = append(out, i)
			}
		}
	}
	return out
}

// translation finds the statement of the same day in another language whose
// numbers (of resolutions, years, paragraphs) are nearly the same, in a text
// of about as many paragraphs. Words cannot be compared, numbers can; where
// there are few of them nothing is said.
func (k *known) translation(s *entry) match {
	mine, h := s.numbers, &s.header
	if h.Date.Day == 0 || len(mine) < 3 {
		return match{}
	}
	for _, i := range k.dated[h.Date] {
		e := &k.all[i]
		if e.id == "" || e.header.Language == h.Language || e.header.Language == "" || e.header.TranslationOf != "" {
			continue
		}
		most, least := max(e.header.Paragraphs, h.Paragraphs), min(e.header.Paragraphs, h.Paragraphs)
		if least*4 >= most*3 && similar.Resemblance(mine, e.numbers) >= 0.7 {
			return match{kind: matchTranslation, id: e.id}
		}
	}
	return match{}
}

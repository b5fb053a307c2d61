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
	bands  map[uint64][]int
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
		titled: map[string]string{}, bands: map[uint64][]int{},
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
	e.bands = e.sketch.Bands()
	return e
}

func (k *known) add(s *model.Statement) { k.enter(newEntry(s)) }

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
	}
}

// replace takes the new text of a statement that is known.
func (k *known) replace(s *model.Statement) {
	if at, ok := k.at[s.ID]; ok {
		// What was is known no more, so that it can come back.
		k.all[at] = seen{}
	}
	for key, id := range k.same {
		if id == s.ID {
			delete(k.same, key)
		}
	}
	k.add(s)
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
func (k *known) find(s *model.Statement) match {
	texts := bodyTexts(s)
	if id, ok := k.same[similar.Same(texts...)]; ok {
		return match{kind: matchSame, id: id, likeness: 1}
	}
	sketch := similar.NewSketch(texts...)
	best, at := 0.0, -1
	for i := range k.near(&sketch, s) {
		// Of equals the first: the order of a map is no reason.
		if l := similar.Likeness(&sketch, &k.all[i].sketch); l > best || l == best && l > 0 && i < at {
			best, at = l, i
		}
	}
	id, sameOrigin := k.origin(s)
	if sameOrigin {
		if old := k.byID(id); old != nil {
			if l := similar.Likeness(&sketch, &old.sketch); l >= likeRevision && !old.header.Embedded {
				return match{kind: matchRevision, id: id, likeness: l}
			}
		}
	}
	if at >= 0 {
		e := k.all[at]
		sameDay := !s.Date.IsZero() && s.Date == e.header.Date
		if best >= likeCopy && (sameDay || s.Date.IsZero() || e.header.Date.IsZero()) || best >= likeSameOrigin && sameDay {
			return match{kind: matchVariant, id: e.id, likeness: best}
		}
	}
	return k.translation(s, texts)
}

// origin is the statement that came from the same address, or has the same
// title on the same day.
func (k *known) origin(s *model.Statement) (string, bool) {
	if s.ID != "" && k.ids[s.ID] {
		return s.ID, true
	}
	if id, ok := k.source[s.Source]; ok && s.Source != "" {
		return id, true
	}
	id, ok := k.titled[titleKey(s)]
	return id, ok && !s.Date.IsZero()
}

func (k *known) byID(id string) *seen {
	if at, ok := k.at[id]; ok {
		return &k.all[at]
	}
	return nil
}

// near are the places of the statements that share a band with a sketch, or
// its whole date, each once.
func (k *known) near(sketch *similar.Sketch, s *model.Statement) map[int]bool {
	out := map[int]bool{}
	for _, b := range sketch.Bands() {
		for _, i := range k.bands[b] {
			out[i] = true
		}
	}
	if s.Date.Day != 0 {
		for _, i := range k.dated[s.Date] {
			out[i] = true
		}
	}
	return out
}

// translation finds the statement of the same day in another language whose
// numbers (of resolutions, years, paragraphs) are nearly the same, in a text
// of about as many paragraphs. Words cannot be compared, numbers can; where
// there are few of them nothing is said.
func (k *known) translation(s *model.Statement, texts []string) match {
	mine := numbers(texts)
	if s.Date.Day == 0 || len(mine) < 3 {
		return match{}
	}
	for _, i := range k.dated[s.Date] {
		e := &k.all[i]
		if e.id == "" || e.header.Language == s.Language || e.header.Language == "" || e.header.TranslationOf != "" {
			continue
		}
		most, least := max(e.header.Paragraphs, len(s.Body)), min(e.header.Paragraphs, len(s.Body))
		if least*4 >= most*3 && similar.Resemblance(mine, e.numbers) >= 0.7 {
			return match{kind: matchTranslation, id: e.id}
		}
	}
	return match{}
}

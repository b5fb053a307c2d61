package query

import (
	"regexp"
	"strings"

	"cstoread/model"
)

// plainWords is a word or a phrase.
type plainWords struct{ sequence }

func (plainWords) known(*model.Header) verdict { return maybe }
func (nearby) known(*model.Header) verdict     { return maybe }

// mentioned asks for mentions of a code, or of any code when it is empty.
type mentioned struct {
	kind       model.MentionKind
	code       string
	resolution bool // UN resolutions alone
	implied    bool // implied ones too
}

func (mentioned) known(*model.Header) verdict { return maybe }

func (l mentioned) visit(_ *run, t *Text, each func(p, start, end int) bool) {
	for _, g := range t.mentions {
		if !l.is(g.Kind, g.Code, g.Implied) {
			continue
		}
		for _, p := range g.Paragraphs {
			each(int(p), 0, 0)
		}
	}
}

// is says whether a mention is one of those asked for.
func (l mentioned) is(kind model.MentionKind, code string, implied bool) bool {
	if kind != l.kind || implied && !l.implied || l.resolution && !IsResolution(code) {
		return false
	}
	switch {
	case l.code == "" || code == l.code:
		return true
	case kind == model.MentionTopic:
		// The upper level stands for all of its lower ones.
		return len(code) > len(l.code) && code[len(l.code)] == '.' && strings.HasPrefix(code, l.code)
	case kind == model.MentionInstrument && IsResolution(code):
		return sameResolution(code, l.code)
	}
	return false
}

// IsResolution says whether an instrument's symbol is that of a resolution of
// an organ of the United Nations.
func IsResolution(symbol string) bool { return strings.Contains(symbol, "/RES/") }

// sameResolution compares symbols of which one may lack the year.
func sameResolution(a, b string) bool {
	x, yearX, okX := strings.Cut(a, " (")
	y, yearY, okY := strings.Cut(b, " (")
	return x == y && (!okX || !okY || yearX == yearY)
}

// expression is a regular expression held against the text as it stands.
type expression struct{ re *regexp.Regexp }

func (expression) known(*model.Header) verdict { return maybe }

func (l expression) visit(r *run, t *Text, each func(p, start, end int) bool) {
	if l.re == nil || r.source == nil {
		return
	}
	s := r.source()
	if s == nil {
		return
	}
	for n := range min(t.Len(), len(s.Body)+1) {
		p, _ := s.Paragraph(n)
		l.find(p.Text, func(start, end int) bool { return each(n, start, end) })
	}
}

func (l expression) find(text string, each func(start, end int) bool) {
	for _, at := range l.re.FindAllStringIndex(text, -1) {
		if !each(at[0], at[1]) {
			return
		}
	}
}

// document is something that the header tells.
type document struct{ holds func(h *model.Header) bool }

func (l document) known(h *model.Header) verdict {
	if l.holds(h) {
		return yes
	}
	return no
}

func (document) visit(*run, *Text, func(p, start, end int) bool) {}

// contained asks for words in the place or the issuer. It has the words of
// the header folded only once a statement is being looked at.
type contained struct {
	issuer bool
	words  string // " like this "
}

func (l contained) known(h *model.Header) verdict {
	if l.issuer && h.Issuer == "" || !l.issuer && h.Place == "" {
		return no
	}
	return maybe
}

func (l contained) visit(_ *run, t *Text, each func(p, start, end int) bool) {
	text := t.place
	if l.issuer {
		text = t.issuer
	}
	if !strings.Contains(text, l.words) {
		return
	}
	for p := range t.Len() {
		each(p, 0, 0)
	}
}

// bookmarked asks for paragraphs that bear a bookmark, or whose statement
// does.
type bookmarked struct{ marks Marks }

func (l bookmarked) known(h *model.Header) verdict {
	if l.marks == nil {
		return no
	}
	whole, paragraphs := l.marks.Bookmarked(h.ID)
	switch {
	case whole:
		return yes
	case len(paragraphs) == 0:
		return no
	}
	return maybe
}

func (l bookmarked) visit(_ *run, t *Text, each func(p, start, end int) bool) {
	if l.marks == nil {
		return
	}
	_, paragraphs := l.marks.Bookmarked(t.Header.ID)
	for _, p := range paragraphs {
		if p >= 0 && p < t.Len() {
			each(p, 0, 0)
		}
	}
}

// nothing holds nowhere.
type nothing struct{}

func (nothing) known(*model.Header) verdict                     { return no }
func (nothing) visit(*run, *Text, func(p, start, end int) bool) {}

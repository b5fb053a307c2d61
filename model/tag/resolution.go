package tag

import "strconv"

// resolutions reads the numbers of UN resolutions after each word that
// announces them ("resolutions", "UNSCR", "S/RES/", "резолюции", the anchors
// of instruments.txt) and adds them to what was found.
//
// Symbols: "S/RES/2254 (2015)" where the text prints the year and "S/RES/242"
// where it does not; "A/RES/75/240", "A/RES/ES-11/1", "A/RES/181 (II)".
func (x *scan) resolutions() {
	read, until := len(x.found), 0
	for i := range read {
		if c := x.found[i]; c.kind == KindAnchor && int(c.first) >= until && x.t.subjects[c.subject].Code == resolutionAnchor {
			until = x.readAnchor(c)
		}
	}
}

// resolutionAnchor is the stanza of the words that announce resolutions. What
// other anchors do is to hide the instruments in longer names.
const resolutionAnchor = "=resolution"

// series is the list of resolutions that one anchor announces.
type series struct {
	start  int32 // where the anchor begins
	body   body
	plural bool // "resolutions": the numbers of a list need no sign of their own
	noun   bool // "resolution", not "UNSCR"
	draft  bool
	items  []resolution
	// ranges[i] says that item i ends a range which item i-1 begins.
	ranges []bool
}

// readAnchor reads what follows an anchor and returns the word to go on from.
func (x *scan) readAnchor(c candidate) int {
	s := series{start: c.start, items: x.items[:0], ranges: x.ranges[:0]}
	// The series' room is kept for the next one: a list of resolutions is read
	// wholly before another begins.
	defer func() { x.items, x.ranges = s.items, s.ranges }()
	at, ok := x.openSeries(&s, int(c.first), int(c.last))
	if !ok {
		return int(c.last) + 1
	}
	x.readSeries(&s, at)
	if len(s.items) == 0 {
		return int(c.last) + 1
	}
	x.addSeries(&s)
	return s.items[len(s.items)-1].last + 1
}

// openSeries says who adopted the resolutions, as far as the words before the
// number tell, and where the first number stands.
func (x *scan) openSeries(s *series, first, last int) (at int, ok bool) {
	at = last + 1
	if x.oneOf(first, "res") && first > 0 && x.words[first].sep == SepSlash {
		switch {
		case x.oneOf(first-1, "s"):
			s.body = bodyCouncil
		case x.oneOf(first-1, "a"):
			s.body = bodyAssembly
		default:
			return 0, false
		}
		s.start = x.words[first-1].start
		return at, at < len(x.words) && (x.words[at].sep == SepSlash || x.words[at].sep == SepJoin)
	}
	if b := x.bodyAt(last); b == bodyCouncil || x.oneOf(last, "unscrs|scrs") || first < last {
		s.body, s.plural = bodyCouncil, x.oneOf(last, "unscrs|scrs")
		for at < len(x.words) && x.oneOf(at, numberWords) {
			at++
		}
		// The mark may be the parenthesis of "resolution (UNSCR) 2231".
		return at, at < len(x.words) && (x.words[at].sep == SepJoin || x.words[at].sep == SepDot || x.link(at) == "")
	}
	s.noun = true
	s.plural = x.oneOf(first, "resolutions|резолюций|резолюциям|резолюциями|резолюциях|резолюции")
	s.body, s.draft = x.bodyBefore(first), x.draftBefore(first)
	if x.tight(first, ".") && x.oneOf(first-1, "h|s") {
		return 0, false // a chamber of the American Congress
	}
	for ; at < len(x.words) && at <= last+9; at++ {
		if sep := x.words[at].sep; sep != SepJoin && sep != SepDot && x.numberSign(at) == "" {
			return 0, false
		}
		if _, number := x.resolutionAt(at); number {
			return at, true
		}
		switch b := x.bodyAt(at); {
		case b == bodyUN:
			s.body = max(s.body, bodyUN)
		case b == bodyCouncil || b == bodyAssembly:
			s.body = b
		case x.oneOf(at, linkWords), x.oneOf(at, bodyParts), x.oneOf(at, numberWords):
		default:
			return 0, false
		}
	}
	return 0, false
}

const numberWords = "no|nos|nr|nº|number|numbers|numbered|res|за|номер"

// numberSign is the sign that may stand between words and a number.
func (x *scan) numberSign(k int) string {
	for _, r := range x.gap(k) {
		if r == '№' || r == '#' || r == '°' {
			return string(r)
		}
	}
	return ""
}

// readSeries reads the list from its first number on.
func (x *scan) readSeries(s *series, at int) {
	judged, closed, ranged := 0, false, false
	for {
		r, ok := x.resolutionAt(at)
		if !ok || !x.follows(s, &r) {
			return
		}
		if ranged && !inRange(s, &r) {
			return
		}
		s.items, s.ranges = append(s.items, r), append(s.ranges, ranged)
		last := r.last
		if b, end := x.bodyAfter(last); b != bodyUnknown {
			for i := judged; i < len(s.items); i++ {
				s.items[i].body = stronger(s.items[i].body, b)
			}
			judged, last = len(s.items), end
		}
		last = x.dateAfter(last)
		next, conj, rng, ok := x.nextNumber(last)
		if !ok {
			return
		}
		closed = len(s.items) > 1 && closed || conj
		if closed && !conj {
			// "242 and 338, 15 members": the list ended with its "and"; only
			// a number with a year or a session goes on with it.
			if r, ok := x.resolutionAt(next); !ok || r.plain() {
				return
			}
		}
		at, ranged = next, rng
	}
}

// stronger lets what a number's own form says stand, and else what is told.
func stronger(own, told body) body {
	if own == bodyUnknown || told == bodyOther {
		return told
	}
	return own
}

// inRange says whether r can end a range that the last item begins.
func inRange(s *series, r *resolution) bool {
	a := &s.items[len(s.items)-1]
	return a.session == r.session && (a.sub == "") == (r.sub == "") && a.number < r.number && r.number-a.number <= mostInRange
}

// mostInRange bounds how many resolutions a range may stand for.
const mostInRange = 30

// follows says whether a number can belong to the list.
func (x *scan) follows(s *series, r *resolution) bool {
	next := r.last + 1
	if next < len(x.words) && x.link(next) == "" && x.oneOf(next, notResolutions) {
		return false
	}
	// "UNSC 15", "3.5", "50%"
	if end := int(r.end); end < len(x.text) && (x.text[end] == '%' || x.text[end] == '.' && next < len(x.words) && x.tight(next, ".") && isDigits(x.wordText(next))) {
		return false
	}
	if !r.plain() || len(s.items) == 0 && (s.noun || r.number >= 100 && !yearLike(r.number)) {
		return true
	}
	if len(s.items) == 0 {
		// After "UNSC" or "S/RES/".
		return s.body != bodyUnknown && x.words[r.first].sep == SepSlash
	}
	if s.plural || r.slash || s.items[len(s.items)-1].slash {
		return r.number >= 10
	}
	return r.number >= 100 && !yearLike(r.number) && (next == len(x.words) || x.link(next) != "" || x.oneOf(next, afterNumbers))
}

const (
	notResolutions = "committee|committees|sanctions|dpi|ppi|pixel|pixels|x|by|megapixels|lines|metres|meters|km|комитет|комитета|комитету|комитете|комитетом"
	afterNumbers   = "and|of|on|which|that|in|with|by|is|are|was|were|as|и|о|об|от|по|в|сб|совета"
)

// yearLike says whether a bare number is more likely a year.
func yearLike(n int) bool { return n >= 1945 && n <= 2035 }

// nextNumber looks behind word last for the list's next number: after a comma,
// a slash, "and", "to". conj is an "and", rng a "to" or a dash.
func (x *scan) nextNumber(last int) (at int, conj, rng, ok bool) {
	for k := last + 1; k < len(x.words) && k <= last+5; k++ {
		link := x.link(k)
		switch link {
		case "", ",", "/", ";", "№", "#", ",№":
		case "-":
			rng = rng || k == last+1
		case ".":
			if !x.oneOf(k-1, numberWords) {
				return 0, false, false, false
			}
		default:
			return 0, false, false, false
		}
		if _, number := x.resolutionAt(k); number {
			return k, conj, rng, k > last+1 || link != ""
		}
		switch {
		case x.oneOf(k, "and|&|or|as|well|also|и|а|также|или"):
			conj = true
		case x.oneOf(k, "to|through|по|до"):
			rng = true
		case !x.oneOf(k, numberWords):
			return 0, false, false, false
		}
	}
	return 0, false, false, false
}

// addSeries turns the list into mentions. The first carries the words that
// announced it.
func (x *scan) addSeries(s *series) {
	start := s.start
	for i := range s.items {
		r := &s.items[i]
		if i > 0 {
			start = x.words[r.first].start
		}
		whole := r.end
		if i+1 < len(s.items) && s.ranges[i+1] {
			whole = s.items[i+1].end
		}
		if s.ranges[i] {
			start = x.found[len(x.found)-1].start
			x.addBetween(s, &s.items[i-1], r, start)
		}
		x.addResolution(s, *r, start, whole)
	}
}

// addBetween adds what a range holds between its ends.
func (x *scan) addBetween(s *series, from, to *resolution, start int32) {
	for n := from.number + 1; n < to.number; n++ {
		r := *from
		r.number, r.last = n, to.last
		if r.year != to.year {
			r.year = 0
		}
		if r.sub != "" {
			r.sub = strconv.Itoa(n)
		}
		x.addResolution(s, r, start, to.end)
	}
}

// addResolution adds one mention, rejected where the resolution is not one of
// the Council's or the Assembly's.
func (x *scan) addResolution(s *series, r resolution, start, end int32) {
	c := candidate{kind: KindInstrument, first: int32(r.first), last: int32(r.last), start: start, end: end, rule: "resolution"}
	var because string
	r.body, because = s.settle(&r)
	if because != "" {
		if !x.explain {
			return
		}
		c.rejected, c.rule, c.because = true, "resolution-of-another-body", because
	}
	c.code = r.symbol()
	x.found = append(x.found, c)
}

// settle decides whose resolution r is. Where it is neither the Council's nor
// the Assembly's, it says why.
func (s *series) settle(r *resolution) (b body, because string) {
	b = r.body
	if b == bodyUnknown || b == bodyUN {
		b = max(b, s.body)
	}
	told := b == bodyCouncil || b == bodyAssembly || b == bodyUN
	switch {
	case s.draft && r.plain():
		return b, "a draft"
	case b == bodyOther || s.body == bodyOther && r.body != bodyCouncil:
		return bodyOther, "adopted by another body"
	case r.session != "":
		return bodyAssembly, ""
	case r.year != 0:
		return bodyCouncil, ""
	case b == bodyAssembly:
		if r.number > lastOldAssembly {
			return b, "no such number"
		}
		return b, ""
	case b != bodyCouncil && (assemblyNumbers[r.number] || r.number > lastPlausible && r.number <= lastOldAssembly):
		return bodyAssembly, ""
	case r.number > lastPlausible:
		return b, "no such number"
	case !told && (r.number < 100 || yearLike(r.number) && !s.plural):
		return b, "no body named, and the number may mean anything"
	}
	return bodyCouncil, ""
}

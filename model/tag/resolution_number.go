package tag

import (
	"strconv"
	"strings"
)

// resolution is one resolution as a text prints it.
type resolution struct {
	body   body
	number int
	// year is the printed one, 0 where there is none.
	year int
	// session is "68" for 68/262, "ES-11" for ES-11/1, and "XXVI" for 2758
	// (XXVI); sub is the number within a session of the first two kinds.
	session string
	sub     string
	// first and last are its words; end is where it ends in the text.
	first, last int
	end         int32
	// slash says that a slash and another number follow: "1267/1989".
	slash bool
}

// plain says that nothing but a number is printed.
func (r *resolution) plain() bool { return r.year == 0 && r.session == "" }

// symbol is the document symbol. The year and the old Assembly's session are
// in it where the text prints them.
func (r *resolution) symbol() string {
	n := strconv.Itoa(r.number)
	switch {
	case r.sub != "":
		return "A/RES/" + r.session + "/" + r.sub
	case r.session != "":
		return "A/RES/" + n + " (" + r.session + ")"
	case r.body == bodyAssembly:
		return "A/RES/" + n
	case r.year != 0:
		return "S/RES/" + n + " (" + strconv.Itoa(r.year) + ")"
	}
	return "S/RES/" + n
}

// resolutionAt reads the number of a resolution that begins with word k:
// "2254", "2254 (2015)", "2254/2015", "68/262", "46/36L", "181 (II)",
// "377 A (V)", "ES-11/1".
func (x *scan) resolutionAt(k int) (r resolution, ok bool) {
	if k >= len(x.words) {
		return r, false
	}
	r = resolution{first: k, last: k, end: x.words[k].end}
	if x.oneOf(k, "es|s") {
		return x.specialSession(r)
	}
	digits, letter := cutLetter(x.wordText(k))
	if !isDigits(digits) || len(digits) > 4 || digits[0] == '0' {
		return r, false
	}
	r.number, _ = strconv.Atoi(digits)
	if letter == "" && x.tight(k+1, "/") {
		return x.afterSlash(r)
	}
	next := k + 1
	if letter == "" && next+1 < len(x.words) && len(x.wordText(next)) == 1 && x.capitalWord(next) && x.words[next].sep == SepJoin {
		letter = x.wordText(next)
		next++
	}
	if session, last := x.sessionAt(next); session != "" {
		r.body, r.session, r.last = bodyAssembly, session, last
		r.end = x.afterParen(last)
		return r, true
	}
	if next == k+1 && letter == "" {
		x.readYear(&r)
	}
	// "377A" without a session, "1080p" and "2254th" are no resolutions.
	return r, letter == "" || next > k+1
}

// specialSession reads "ES-11/1" and "S-10/2" from their first word.
func (x *scan) specialSession(r resolution) (resolution, bool) {
	k := r.first
	if !x.dashed(k+1) || !x.tight(k+2, "/") || !isDigits(x.wordText(k+1)) {
		return r, false
	}
	sub, _ := cutLetter(x.wordText(k + 2))
	if !isDigits(sub) {
		return r, false
	}
	r.body, r.session, r.sub = bodyAssembly, strings.ToUpper(x.wordText(k))+"-"+x.wordText(k+1), strings.ToUpper(x.wordText(k+2))
	r.number, _ = strconv.Atoi(sub)
	r.last, r.end = k+2, x.words[k+2].end
	return r, true
}

// afterSlash reads what follows "68/" or "2254/".
func (x *scan) afterSlash(r resolution) (resolution, bool) {
	k := r.first + 1
	digits, letter := cutLetter(x.wordText(k))
	if !isDigits(digits) || len(digits) > 4 {
		return r, false
	}
	sub, _ := strconv.Atoi(digits)
	switch {
	case r.number >= firstSlashSession && r.number < 100:
		r.body, r.session, r.sub = bodyAssembly, strconv.Itoa(r.number), digits+strings.ToUpper(letter)
		r.number, r.last, r.end = sub, k, x.words[k].end
		if letter == "" && x.partLetter(k+1) {
			r.sub, r.last, r.end = r.sub+x.wordText(k+1), k+1, x.words[k+1].end
		}
		return r, true
	case r.number < 100 || letter != "":
		return r, false
	case sub == councilYear(r.number), councilYear(r.number) == 0 && printedYear(sub):
		r.year, r.last, r.end = sub, k, x.words[k].end
		return r, true
	case sub < 100 || x.tight(k+1, "/") && sub < 400:
		return r, false
	}
	r.slash = true
	return r, true
}

// firstSlashSession is the Assembly's thirty-first session, of 1976, the first
// whose resolutions are numbered by session.
const firstSlashSession = 31

// partLetter says whether word k is the letter of a resolution's part, as in
// "46/36 L". A and I would be words more often than letters.
func (x *scan) partLetter(k int) bool {
	return k < len(x.words) && x.words[k].sep == SepJoin && len(x.wordText(k)) == 1 && x.capitalWord(k) && !x.oneOf(k, "a|i")
}

// readYear takes a year in parentheses into r.
func (x *scan) readYear(r *resolution) {
	k := r.last + 1
	if !x.paren(k) || len(x.wordText(k)) != 4 || !isDigits(x.wordText(k)) {
		return
	}
	if year, _ := strconv.Atoi(x.wordText(k)); printedYear(year) && x.closed(k) {
		r.year, r.last, r.end = year, k, x.afterParen(k)
	}
}

// printedYear says whether a number can be the year of a resolution.
func printedYear(n int) bool { return n >= 1946 && n < 2100 }

// sessionAt reads a session in roman numerals in parentheses: "(XXVI)",
// "(S-VI)".
func (x *scan) sessionAt(k int) (session string, last int) {
	if !x.paren(k) {
		return "", 0
	}
	prefix := ""
	if x.oneOf(k, "es|s") && x.dashed(k+1) {
		prefix = strings.ToUpper(x.wordText(k)) + "-"
		k++
	}
	w := x.wordText(k)
	if len(w) > 8 || strings.Trim(w, "IVXL") != "" || !x.closed(k) {
		return "", 0
	}
	return prefix + w, k
}

// paren says whether word k comes right after an opening parenthesis.
func (x *scan) paren(k int) bool {
	return k < len(x.words) && (x.words[k].sep == SepParen || strings.HasSuffix(x.gap(k), "["))
}

// closed says whether a parenthesis closes right after word k.
func (x *scan) closed(k int) bool {
	rest := strings.TrimLeft(x.text[x.words[k].end:], " \u00a0")
	return strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, "]")
}

// afterParen is where the parenthesis that closes after word k ends.
func (x *scan) afterParen(k int) int32 {
	end := x.words[k].end
	if at := strings.IndexAny(x.text[end:], ")]"); at >= 0 {
		return end + int32(at) + 1
	}
	return end
}

// tight says whether exactly the mark stands between word k and the one before.
func (x *scan) tight(k int, mark string) bool {
	return k > 0 && k < len(x.words) && x.gap(k) == mark
}

// dashed says whether word k is joined to the one before by a hyphen or dash.
func (x *scan) dashed(k int) bool {
	if k == 0 || k >= len(x.words) {
		return false
	}
	switch strings.TrimSpace(x.gap(k)) {
	case "-", "‐", "‑", "–", "—", "−":
		return true
	}
	return false
}

// cutLetter cuts a letter off the end of a number: "36L" is 36 and L.
func cutLetter(s string) (digits, letter string) {
	if n := len(s) - 1; n > 0 && (s[n] >= 'A' && s[n] <= 'Z' || s[n] >= 'a' && s[n] <= 'z') {
		return s[:n], s[n:]
	}
	return s, ""
}

package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"cstoread/model/clean"
	"cstoread/ui/keys"
)

// input is one line of text that is being typed, with a cursor. The cursor is
// a byte offset that always lies between two grapheme clusters, so that what
// looks like one character is passed and deleted as one.
type input struct {
	text string
	at   int
}

// longestInput is where typing and pasting stop, in bytes.
const longestInput = 4096

// set replaces the text and puts the cursor behind it.
func (in *input) set(s string) { in.text, in.at = s, len(s) }

// insert types or pastes s at the cursor; line breaks become spaces.
func (in *input) insert(s string) {
	s = strings.NewReplacer("\n", " ", "\t", " ").Replace(clean.Text(s))
	if s == "" || len(in.text)+len(s) > longestInput {
		return
	}
	in.text = in.text[:in.at] + s + in.text[in.at:]
	in.at += len(s)
	in.settle()
}

// settle moves the cursor out of the inside of a cluster that has grown
// together around it, such as a letter and a mark typed after it.
func (in *input) settle() {
	at := 0
	for at < in.at {
		at += clusterLen(in.text[at:])
	}
	in.at = at
}

// edit does what an editing action says; it returns false for other actions.
func (in *input) edit(a keys.Action) bool {
	switch a {
	case keys.CharLeft:
		in.at = in.before(in.at)
	case keys.CharRight:
		in.at += clusterLen(in.text[in.at:])
	case keys.WordLeft:
		in.at = in.wordBefore()
	case keys.WordRight:
		in.at = in.wordAfter()
	case keys.LineStart:
		in.at = 0
	case keys.LineEnd:
		in.at = len(in.text)
	case keys.DeleteBack:
		in.cut(in.before(in.at), in.at)
	case keys.DeleteChar:
		in.cut(in.at, in.at+clusterLen(in.text[in.at:]))
	case keys.DeleteWord:
		in.cut(in.wordBefore(), in.at)
	case keys.DeleteHead:
		in.cut(0, in.at)
	case keys.DeleteTail:
		in.cut(in.at, len(in.text))
	default:
		return false
	}
	return true
}

func (in *input) cut(from, to int) {
	in.text = in.text[:from] + in.text[to:]
	in.at = from
	in.settle()
}

// before is where the cluster before offset at begins.
func (in *input) before(at int) int {
	last := 0
	for i := 0; i < at; i += clusterLen(in.text[i:]) {
		last = i
	}
	return last
}

func (in *input) wordBefore() int {
	head := strings.TrimRightFunc(in.text[:in.at], notWord)
	return len(strings.TrimRightFunc(head, isWord))
}

func (in *input) wordAfter() int {
	tail := strings.TrimLeftFunc(in.text[in.at:], notWord)
	return len(in.text) - len(strings.TrimLeftFunc(tail, isWord))
}

func isWord(r rune) bool  { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
func notWord(r rune) bool { return !isWord(r) }

// clusterLen is the length in bytes of the grapheme cluster at the head of s;
// 0 for no text.
func clusterLen(s string) int {
	if s == "" {
		return 0
	}
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if len(cluster) == 0 {
		_, n := utf8.DecodeRuneInString(s)
		return n
	}
	return len(cluster)
}

// window is the part of the text that is shown in w cells so that the cursor
// is in it: where it starts and ends in bytes, and the cursor's cell. The
// cursor behind the last character needs a cell of its own.
func (in *input) window(w int) (from, to, cell int) {
	if w <= 0 {
		return 0, 0, 0
	}
	for from < in.at && width(in.text[from:in.at]) > w-1 {
		from += clusterLen(in.text[from:])
	}
	to = from
	for used := 0; to < len(in.text); {
		n := clusterLen(in.text[to:])
		if used += width(in.text[to : to+n]); used > w {
			break
		}
		to += n
	}
	return from, to, width(in.text[from:in.at])
}

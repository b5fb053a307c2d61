package page

import (
	"strings"

	"cstoread/model"
	"cstoread/model/fold"
)

// joinTitles makes one block of a title that is printed on several lines:
// "DECLARATION" above "of the Ministers of Justice", or lines all in capitals.
func joinTitles(blocks []Block) []Block {
	out := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		if n := len(out); n > 0 && continues(out[n-1], b) {
			out[n-1].Text += " " + b.Text
			out[n-1].Markdown = ""
			if b.Role == model.RoleHeading && out[n-1].Role == model.RoleText {
				out[n-1].Role, out[n-1].Level = b.Role, b.Level
			}
			out[n-1].Marked = out[n-1].Marked || b.Marked
			continue
		}
		out = append(out, b)
	}
	return out
}

// continues says that next is a further line of the title that line begins.
// Running text never is, and nothing follows what ends with a sign.
func continues(line, next Block) bool {
	a, b := line.Text, next.Text
	if line.Chrome || next.Chrome || letters(a) > 250 || letters(b) > 200 || strings.ContainsAny(a[len(a)-1:], ".;:!?,") {
		return false
	}
	if runs(b) || strings.HasSuffix(b, ":") || line.Role == model.RoleListItem || next.Role == model.RoleListItem {
		return false
	}
	capitals := allCapitals(a) && allCapitals(b)
	small := startsLower(b) || opensWithSmallWord(b) && (capitals || !strings.HasPrefix(b, "By "))
	if !small && !capitals || headKind(a) == model.KindUnknown || bareKind(b) || isMetaLine(a) || isMetaLine(b) {
		return false
	}
	// The noun alone ("DECLARATION", "ЗАЯВЛЕНИЕ") needs what it is of.
	return small || capitals && (bareKind(a) || !next.Break)
}

// bareKind says that a line is a kind's noun, with adjectives at most.
func bareKind(s string) bool {
	words := strings.Fields(fold.String(s))
	if len(words) == 0 || len(words) > 4 || headKind(s) == model.KindUnknown {
		return false
	}
	last := strings.Trim(words[len(words)-1], `.:"`)
	for _, k := range kindWords {
		if k.word == last || strings.HasSuffix(k.word, " "+last) {
			return true
		}
	}
	return false
}

func allCapitals(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

// opensWithSmallWord says that a line goes on with "of …", "ON …", "о …".
func opensWithSmallWord(s string) bool {
	word, _, more := strings.Cut(fold.String(s), " ")
	if !more {
		return false
	}
	switch word {
	case "of", "on", "by", "and", "to", "for", "from", "at", "with", "regarding", "concerning",
		"о", "об", "по", "в", "на", "и", "с", "к", "для", "от":
		return true
	}
	return false
}

package command

import (
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"cstoread/model"
)

// snippetBytes is about how much of a paragraph a snippet shows.
const snippetBytes = 240

// snippet is the part of text to show: around the first hit, whole words, the
// whole text when it is short.
func snippet(text string, spans []model.Span) (start, end int) {
	if len(text) <= snippetBytes+snippetBytes/4 {
		return 0, len(text)
	}
	if len(spans) > 0 {
		start = max(0, min(spans[0].Start-snippetBytes/4, len(text)-snippetBytes))
	}
	end = min(len(text), start+snippetBytes)
	if len(spans) > 0 {
		end = max(end, min(spans[0].End, len(text)))
	}
	return wordStart(text, start), wordEnd(text, end)
}

// wordStart moves back to the beginning of a word, a long way at most: there
// are texts without spaces.
func wordStart(text string, at int) int {
	if i := strings.LastIndexByte(text[max(0, at-40):at], ' '); i >= 0 {
		return max(0, at-40) + i + 1
	}
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// wordEnd moves on to the end of a word.
func wordEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:min(len(text), at+40)], ' '); i >= 0 {
		return at + i
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// snippetLines sets a snippet for people: hits stand out, and it is broken at
// the terminal's width.
func (o *output) snippetLines(f searchForm) string {
	const indent = "    "
	var b strings.Builder
	at := f.SnippetStart
	end := f.SnippetStart + len(f.Snippet)
	part := func(to int) string {
		s := f.Snippet[at-f.SnippetStart : to-f.SnippetStart]
		at = to
		return s
	}
	for _, sp := range f.Spans {
		if sp[0] < at || sp[1] > end {
			continue
		}
		b.WriteString(inner(part(sp[0])))
		b.WriteString(o.in(lookHit, inner(part(sp[1]))))
	}
	b.WriteString(inner(part(end)))
	text := strings.TrimSpace(b.String())
	if f.SnippetStart > 0 {
		text = "… " + text
	}
	if f.more {
		text += " …"
	}
	if o.width > 0 {
		text = lipgloss.Wrap(text, max(1, o.width-len(indent)), "")
	}
	return indent + strings.ReplaceAll(text, "\n", "\n"+indent)
}

// inner is a clean piece from within a line; the spaces at its ends belong
// to it.
func inner(s string) string {
	cleaned := line("." + s + ".")
	return cleaned[1 : len(cleaned)-1]
}

package command

import (
	"html"
	"strings"

	"cstoread/model/compare"
)

// markdown is a comparison as a document: what went is struck out, what came
// is strong.
func (c comparison) markdown() string {
	var b strings.Builder
	b.WriteString("# Comparison\n\n- A: " + markdownText(about(c.a)) + "\n- B: " + markdownText(about(c.b)) + "\n")
	for _, l := range append(c.notes(), c.summary()) {
		b.WriteString("\n" + markdownText(l) + "\n")
	}
	for _, p := range c.shown() {
		b.WriteString("\n## " + markdownText(pairLine(p)[2:]) + "\n\n")
		for _, e := range c.edits(p) {
			word := strings.TrimRight(e.Text, " ")
			space := e.Text[len(word):]
			word = markdownText(word)
			switch {
			case word == "":
			case e.Op == compare.Delete:
				word = "~~" + word + "~~"
			case e.Op == compare.Insert:
				word = "**" + word + "**"
			}
			b.WriteString(word + space)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// markdownSigns are the characters that Markdown might read as markup.
var markdownSigns = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
	"<", `\<`, ">", `\>`, "#", `\#`, "~", `\~`, "|", `\|`, "&", `\&`,
)

func markdownText(s string) string { return markdownSigns.Replace(s) }

// pageStyle is the whole dress of a comparison in HTML. Colours keep a
// contrast of 4.5 to 1 on either background.
const pageStyle = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-top: 1px solid #8888; padding: .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th.kind { font-weight: normal; font-style: italic; }
del { background: #ffd7d5; color: #4c0805; }
ins { background: #ccf5d0; color: #052e0b; }
`

// html is a comparison as a page of its own, side by side.
func (c comparison) html() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Comparison</title>\n<style>" + pageStyle + "</style>\n</head>\n<body>\n<h1>Comparison</h1>\n")
	for _, l := range append(c.notes(), c.summary()) {
		b.WriteString("<p>" + html.EscapeString(l) + "</p>\n")
	}
	b.WriteString("<table>\n<tr><th>" + html.EscapeString(about(c.a)) + "</th><th>" + html.EscapeString(about(c.b)) + "</th></tr>\n")
	for _, p := range c.shown() {
		b.WriteString("<tr><th class=\"kind\" colspan=\"2\">" + html.EscapeString(pairLine(p)[2:]) + "</th></tr>\n")
		edits := c.edits(p)
		b.WriteString("<tr><td" + languageOf(c.a) + ">" + htmlSide(edits, compare.Delete, "del") +
			"</td><td" + languageOf(c.b) + ">" + htmlSide(edits, compare.Insert, "ins") + "</td></tr>\n")
	}
	b.WriteString("</table>\n</body>\n</html>\n")
	return b.String()
}

func languageOf(p passage) string {
	if p.Language == "" {
		return ""
	}
	return ` lang="` + html.EscapeString(line(p.Language)) + `"`
}

// htmlSide sets one side of a pair, with its own changes in an element.
func htmlSide(edits []compare.Edit, own compare.Op, element string) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Op {
		case own:
			b.WriteString("<" + element + ">" + html.EscapeString(e.Text) + "</" + element + ">")
		case compare.Keep:
			text := e.Text
			if own == compare.Insert {
				text = e.Other
			}
			b.WriteString(html.EscapeString(text))
		}
	}
	return b.String()
}

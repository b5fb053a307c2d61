package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cstoread/model"
)

// Most bodies are nothing but paragraphs of prose, and a library holds many of
// them. For those this file does what the Markdown parser does, many times
// faster; at the first line that could be anything else it gives up. A test
// holds the two against each other.

// plainBlocks splits a body of prose at its blank lines.
func plainBlocks(body string) (blocks []string, ok bool) {
	start := -1 // of the block that is being read
	for at := 0; at < len(body); {
		line, _, _ := strings.Cut(body[at:], "\n")
		switch {
		case strings.Trim(line, " \t") == "":
			if start >= 0 {
				blocks, start = append(blocks, body[start:at-1]), -1
			}
		case !prose(line):
			return nil, false
		case start < 0:
			start = at
		}
		at += len(line) + 1
	}
	if start >= 0 {
		blocks = append(blocks, strings.TrimSuffix(body[start:], "\n"))
	}
	return blocks, true
}

// prose says that a line begins as a sentence does, so that it cannot open or
// close any other kind of block.
func prose(line string) bool {
	switch c := line[0]; {
	case 'a' <= c|0x20 && c|0x20 <= 'z', c == '"', c == '\'', c == '(':
		return true
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(line)
		return unicode.IsPrint(r) && r != utf8.RuneError
	case '0' <= c && c <= '9':
		rest := strings.TrimLeft(line, "0123456789")
		return rest == "" || rest[0] != '.' && rest[0] != ')'
	}
	return false
}

func plainParagraphs(blocks []string) []model.Paragraph {
	out := make([]model.Paragraph, 0, len(blocks))
	for _, block := range blocks {
		block = strings.TrimRight(block, " \t")
		var text string
		if strings.ContainsAny(block, "\\`*_[]<&!~") {
			p := parsed(block)
			if len(p) != 1 {
				continue
			}
			text = p[0].Text
		} else {
			text = joined(block)
		}
		out = append(out, model.Paragraph{N: len(out) + 1, Text: text, Markdown: block})
	}
	return out
}

// joined puts the lines of a paragraph on one.
func joined(block string) string {
	if !strings.Contains(block, "\n") {
		return oneLine(block)
	}
	lines := strings.Split(block, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t")
	}
	return oneLine(strings.Join(lines, " "))
}

package document

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"cstoread/model"
)

// paragraphs splits a body into its blocks:
//   - a paragraph, heading, table or code block is one paragraph;
//   - a list item is one of its own, and so is an item of a list within it;
//   - each block of a quotation is one with the role of a quotation;
//   - a comment <!-- signature --> or <!-- salutation --> on a line of its own
//     gives the next block that role;
//   - rules between sections, other comments and link definitions are none.
func paragraphs(body string) []model.Paragraph {
	if blocks, ok := plainBlocks(body); ok {
		return plainParagraphs(blocks)
	}
	return parsed(body)
}

// Body splits Markdown that is no document of its own into paragraphs, as the
// body of one would be.
func Body(markdown string) []model.Paragraph { return paragraphs(markdown) }

// count is the number of paragraphs.
func count(body string) int {
	if blocks, ok := plainBlocks(body); ok {
		return len(blocks)
	}
	return len(parsed(body))
}

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

// parsed splits a body by its Markdown syntax tree.
func parsed(body string) []model.Paragraph {
	s := splitter{source: []byte(body)}
	s.blocks(markdown.Parse(text.NewReader(s.source)), len(s.source), model.RoleText)
	return s.out
}

type splitter struct {
	source []byte
	out    []model.Paragraph
	// next is the role that a comment gives the next block.
	next model.Role
}

// blocks adds the blocks below parent, which ends before offset end.
func (s *splitter) blocks(parent ast.Node, end int, role model.Role) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		until := s.end(n, end)
		switch n := n.(type) {
		case *ast.List:
			s.list(n, until)
		case *ast.Blockquote:
			s.blocks(n, until, model.RoleQuote)
		case *ast.Heading:
			s.add(model.RoleHeading, plainText(n, s.source), s.lines(n, until))
		case *ast.HTMLBlock:
			s.html(n, until, role)
		case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		default:
			s.add(role, plainText(n, s.source), s.lines(n, until))
		}
	}
}

// list adds the items of a list.
func (s *splitter) list(list *ast.List, end int) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		label := ""
		if list.IsOrdered() {
			label = strconv.Itoa(number) + string(list.Marker)
			number++
		}
		s.item(item, s.end(item, end), label)
	}
}

// item adds a list item: its blocks as one paragraph, up to a list within it.
func (s *splitter) item(item ast.Node, end int, label string) {
	var words []string
	first := item
	flush := func(until int) {
		plain, lines := strings.Join(words, " "), s.lines(first, until)
		if words = nil; plain == "" {
			return
		}
		if label != "" && first == item {
			plain, lines = label+" "+plain, renumber(lines, label)
		}
		s.add(model.RoleListItem, plain, lines)
	}
	for n := item.FirstChild(); n != nil; n = n.NextSibling() {
		until := s.end(n, end)
		if list, ok := n.(*ast.List); ok {
			flush(s.lineStart(n))
			s.list(list, until)
			first = n.NextSibling()
			continue
		}
		if plain := plainText(n, s.source); plain != "" {
			words = append(words, plain)
		}
	}
	if first != nil {
		flush(end)
	}
}

// html adds a block of HTML without its tags. One that is a comment is no
// paragraph, but may give the next one its role.
func (s *splitter) html(n ast.Node, end int, role model.Role) {
	lines := s.lines(n, end)
	switch strings.TrimSpace(lines) {
	case "<!-- signature -->":
		s.next = model.RoleSignature
	case "<!-- salutation -->":
		s.next = model.RoleSalutation
	default:
		s.add(role, oneLine(withoutTags(lines)), lines)
	}
}

func (s *splitter) add(role model.Role, plain, lines string) {
	if plain == "" {
		return
	}
	if s.next != "" {
		role, s.next = s.next, ""
	}
	s.out = append(s.out, model.Paragraph{N: len(s.out) + 1, Role: role, Text: plain, Markdown: lines})
}

// end is where a block ends: where its next sibling begins, or its parent
// ends.
func (s *splitter) end(n ast.Node, parent int) int {
	for next := n.NextSibling(); next != nil; next = next.NextSibling() {
		if next.Pos() >= 0 {
			return max(s.lineStart(next), 0)
		}
	}
	return parent
}

// lineStart is the beginning of the line on which a block begins.
func (s *splitter) lineStart(n ast.Node) int {
	pos := max(n.Pos(), 0)
	return bytes.LastIndexByte(s.source[:pos], '\n') + 1
}

// lines are the source lines of a block, less the blank ones behind it and
// the indentation that only says how deep it stands.
func (s *splitter) lines(n ast.Node, end int) string {
	start := s.lineStart(n)
	if end <= start {
		end = len(s.source)
	}
	lines := strings.Split(string(s.source[start:end]), "\n")
	for len(lines) > 1 && strings.Trim(lines[len(lines)-1], " \t>") == "" {
		lines = lines[:len(lines)-1]
	}
	lines[len(lines)-1] = strings.TrimRight(lines[len(lines)-1], " \t")
	if n.Kind() == ast.KindCodeBlock {
		return strings.Join(lines, "\n")
	}
	indent := len(lines[0]) - len(strings.TrimLeft(lines[0], " "))
	for i, line := range lines {
		lines[i] = line[min(indent, len(line)-len(strings.TrimLeft(line, " "))):]
	}
	return strings.Join(lines, "\n")
}

// renumber writes an item's number where its marker stands: Markdown counts
// the items itself, whatever number each is given.
func renumber(lines, label string) string {
	old := len(lines) - len(strings.TrimLeft(lines, "0123456789")) + 1
	if old > len(lines) || lines[:old] == label {
		return lines
	}
	lines = label + lines[old:]
	if more := len(label) - old; more > 0 {
		lines = strings.ReplaceAll(lines, "\n", "\n"+strings.Repeat(" ", more))
	}
	return lines
}

package markdown

import "cstoread/model/clean"

// slimmest is the least width that text is wrapped at. Below it words are
// broken in wrong places, and nobody reads anyway.
const slimmest = 4

// Render makes a block of s that is at most width columns wide, or four where
// width is less. Text longer than Longest is cut: see Pieces.
func Render(s Source, width int) *Block {
	width = max(width, slimmest)
	s.Text = head(s.Text, Longest)
	s.Markdown = clean.Text(head(s.Markdown, 2*Longest))
	f := flow{doc: parse(s), role: s.themeRole()}
	rows := f.blocks(f.doc.root, width, 0, false)
	if s.Markdown != "" && s.Text != "" && (len(rows) == 0 || f.failed) {
		s.Markdown = ""
		return Render(s, width)
	}
	align(rows, s.Text)
	return &Block{Rows: rows, Links: f.links}
}

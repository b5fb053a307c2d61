package markdown

import "cstoread/model/clean"

// Render makes a block of s that is at most width columns wide, or one wide
// character where width is less. Text longer than Longest is cut: see Pieces.
func Render(s Source, width int) *Block {
	width = max(width, 1)
	s.Text = head(s.Text, Longest)
	s.Markdown = clean.Text(head(s.Markdown, 2*Longest))
	f := flow{doc: parse(s), role: s.themeRole()}
	rows := f.blocks(f.doc.root, width, 0, false)
	if len(rows) == 0 && s.Text != "" && s.Markdown != "" {
		return Render(Source{Text: s.Text, Role: s.Role}, width)
	}
	align(rows, s.Text)
	return &Block{Rows: rows, Links: f.links}
}

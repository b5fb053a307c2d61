package command

import (
	"cstoread/ui/markdown"
	"cstoread/ui/theme"
)

// rendered is a passage set for the terminal, at its width. Its looks are
// bold, underlined and the like, and links: what every background can bear.
func (a *app) rendered(p passage) string {
	page := markdown.Page{Body: p.body}
	if p.ref.First == 0 {
		page.Title = p.Title
		if d := dateline(p.Header); d != "" {
			page.About = []string{d}
		}
	}
	if !a.out.colour {
		return markdown.Plain(page, a.out.width)
	}
	return markdown.Document(page, a.out.width, theme.New(theme.Unknown, false))
}

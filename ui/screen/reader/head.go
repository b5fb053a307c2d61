package reader

import (
	"fmt"
	"strings"

	"cstoread/model/clean"
	"cstoread/ui/markdown"
	"cstoread/ui/theme"
)

// meta is what stands below the title: when and where, who speaks and in what
// form, where the text was taken from. Only the last item of the head has it;
// an unknown part is left out.
func (p *Pane) meta(i int) []markdown.Row {
	if it := p.items[i]; it.n != 0 || !it.last {
		return nil
	}
	width := p.layout().text
	if p.headWidth == width {
		return p.head
	}
	h := p.st.Header
	lines := []string{
		join(" · ", h.Date.Long(), h.Place, paragraphs(len(p.st.Body))),
		join(" · ", h.Issuer, string(h.Kind), language(h.Language)),
	}
	for _, said := range []struct{ what, of string }{
		{"released ", h.Published.Long()},
		{"translation of ", h.TranslationOf},
		{"another version of ", h.VariantOf},
		{"not sure, please look: ", h.Doubtful},
	} {
		if said.of != "" {
			lines = append(lines, said.what+said.of)
		}
	}
	if h.Notes != "" {
		lines = append(lines, h.Notes)
	}
	var rows []markdown.Row
	for _, line := range lines {
		if line = clean.Line(line); line != "" {
			rows = append(rows, markdown.Lines(line, width, theme.Dim)...)
		}
	}
	p.head, p.headWidth = rows, width
	return rows
}

func join(sep string, parts ...string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}

func paragraphs(n int) string {
	if n == 1 {
		return "1 paragraph"
	}
	return fmt.Sprintf("%d paragraphs", n)
}

func language(tag string) string {
	switch tag {
	case "en", "":
		return ""
	case "ru":
		return "Russian"
	}
	return tag
}

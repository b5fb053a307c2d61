package export

import (
	"bytes"
	"fmt"
	"html"
	"io"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	htmlrenderer "github.com/yuin/goldmark/renderer/html"

	"cstoread/model"
)

// pageHead begins the page. Its policy lets nothing be loaded or run, whatever
// a text might hold.
const pageHead = `<!DOCTYPE html>
<html><head><meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width"/>
<title>Statements</title>
<style>
body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.5 Georgia,serif}
.facts{color:#555}
.p{position:relative}
.n{position:absolute;left:-3em;width:2.4em;text-align:right;color:#555;text-decoration:none}
</style></head><body>
`

func writeHTML(w io.Writer, statements Statements) error {
	if _, err := io.WriteString(w, pageHead); err != nil {
		return err
	}
	for s, err := range statements {
		if err != nil {
			return err
		}
		if err := article(w, s); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "</body></html>\n")
	return err
}

// article writes one statement. Each paragraph can be linked to, by the
// reference that the program uses: #ID-p7.
func article(w io.Writer, s *model.Statement) error {
	id := html.EscapeString(s.ID)
	lang := ""
	if s.Language != "" {
		lang = fmt.Sprintf(` lang="%s"`, html.EscapeString(s.Language))
	}
	if _, err := fmt.Fprintf(w, "<article id=\"%s\"%s>\n<h1>%s</h1>\n", id, lang, html.EscapeString(s.Title)); err != nil {
		return err
	}
	if facts := facts(s); facts != "" {
		if _, err := fmt.Fprintf(w, "<p class=\"facts\">%s</p>\n", facts); err != nil {
			return err
		}
	}
	for _, p := range s.Body {
		body, err := rendered(p)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "<div class=\"p\" id=\"%s-p%d\"><a class=\"n\" href=\"#%s-p%d\">%d</a>\n%s</div>\n", id, p.N, id, p.N, p.N, body); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "</article>\n")
	return err
}

// facts is the line under the title, escaped.
func facts(s *model.Statement) string {
	out := ""
	add := func(v string) {
		if v == "" {
			return
		}
		if out != "" {
			out += " · "
		}
		out += v
	}
	add(html.EscapeString(s.Date.Long()))
	add(html.EscapeString(s.Place))
	add(html.EscapeString(s.Issuer))
	if s.Source != "" {
		add(fmt.Sprintf(`<a href="%s">%s</a>`, html.EscapeString(s.Source), html.EscapeString(s.Source)))
	}
	return out
}

// renderer leaves raw HTML out, and links that are no web addresses.
var renderer = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough),
	goldmark.WithRendererOptions(htmlrenderer.WithXHTML()),
)

func rendered(p model.Paragraph) ([]byte, error) {
	var b bytes.Buffer
	if err := renderer.Convert([]byte(p.Markdown), &b); err != nil {
		return nil, fmt.Errorf("paragraph %d cannot be written: %w", p.N, err)
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("<!-- raw HTML omitted -->"), nil), nil
}

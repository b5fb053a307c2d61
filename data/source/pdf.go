package source

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/ledongthuc/pdf"

	"cstoread/data/page"
	"cstoread/model/clean"
)

// maxPDFPages bounds the work on one file.
const maxPDFPages = 2000

// readPDF reads the text of a PDF by the positions of its characters: the
// library's own plain text loses where paragraphs end. The result is marked
// as approximate.
func readPDF(in Input) (p page.Page, err error) {
	// The library panics on files that are damaged in ways it does not expect.
	defer func() {
		if e := recover(); e != nil {
			err = errors.New("the file is damaged")
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(in.Body), int64(len(in.Body)))
	if err != nil {
		return page.Page{}, fmt.Errorf("the file is damaged or locked: %w", err)
	}
	if r.NumPage() > maxPDFPages {
		return page.Page{}, fmt.Errorf("it has more than %d pages", maxPDFPages)
	}
	var lines []pdfLine
	for i := 1; i <= r.NumPage(); i++ {
		lines = append(lines, pageLines(r.Page(i), i)...)
	}
	lines = withoutRunning(lines, r.NumPage())
	if len(lines) == 0 {
		return page.Page{}, errors.New("it holds pictures of pages and no text; have it recognised first")
	}
	return page.Page{Name: in.Name, URL: in.URL, Blocks: pdfBlocks(lines), Approximate: true}, nil
}

// pdfLine is a line of print: its text, where it begins and ends, its size.
type pdfLine struct {
	text              string
	page              int
	x, right, y, size float64
}

// pageLines groups the characters of a page by their height on it.
func pageLines(p pdf.Page, number int) []pdfLine {
	if p.V.IsNull() {
		return nil
	}
	chars := p.Content().Text
	sort.SliceStable(chars, func(i, j int) bool {
		if math.Abs(chars[i].Y-chars[j].Y) > 2 {
			return chars[i].Y > chars[j].Y
		}
		return chars[i].X < chars[j].X
	})
	var lines []pdfLine
	for i := 0; i < len(chars); {
		j := i + 1
		for j < len(chars) && math.Abs(chars[j].Y-chars[i].Y) <= 2 {
			j++
		}
		if l := joinChars(chars[i:j], number); l.text != "" {
			lines = append(lines, l)
		}
		i = j
	}
	return lines
}

// joinChars writes a line's characters, with a blank where a gap is wider
// than letters stand apart.
func joinChars(chars []pdf.Text, number int) pdfLine {
	var b strings.Builder
	right := math.Inf(-1)
	for _, c := range chars {
		if right > math.Inf(-1) && c.X-right > c.FontSize*0.15 {
			b.WriteByte(' ')
		}
		b.WriteString(c.S)
		right = c.X + c.W
	}
	return pdfLine{
		text: strings.Join(strings.Fields(clean.Line(b.String())), " "), page: number,
		x: chars[0].X, right: right, y: chars[0].Y, size: chars[0].FontSize,
	}
}

// withoutRunning drops page numbers, and the lines that stand at the top or
// bottom of most pages.
func withoutRunning(lines []pdfLine, pages int) []pdfLine {
	seen := map[string]int{}
	for _, l := range lines {
		seen[digitless(l.text)]++
	}
	out := lines[:0:0]
	for i, l := range lines {
		edge := i == 0 || i == len(lines)-1 || lines[i-1].page != l.page || lines[i+1].page != l.page
		key := digitless(l.text)
		if edge && (strings.Trim(key, " #-–—/of") == "" || pages > 2 && seen[key]*2 > pages && len(key) < 100) {
			continue
		}
		out = append(out, l)
	}
	return out
}

func digitless(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return r
	}, s)
}

// pdfBlocks joins lines to paragraphs: a new one begins after a wider gap, at
// an indent, after a line that ends well before the margin, at a change of
// size.
func pdfBlocks(lines []pdfLine) []page.Block {
	margin, left := 0.0, math.Inf(1)
	for _, l := range lines {
		margin, left = math.Max(margin, l.right), math.Min(left, l.x)
	}
	gap := usualGap(lines)
	var blocks []page.Block
	var open []string
	flush := func() {
		if len(open) > 0 {
			blocks = append(blocks, page.Block{Text: page.Join(open), Break: true})
			open = nil
		}
	}
	for i, l := range lines {
		if i > 0 {
			before := lines[i-1]
			short := before.right < margin-(margin-left)*0.15
			indent := l.x-left > 12 && l.x-before.x > 8
			split := before.page == l.page && before.y-l.y > gap*1.4
			if split || indent || short || math.Abs(before.size-l.size) > 1 {
				flush()
			}
		}
		open = append(open, l.text)
	}
	flush()
	return blocks
}

// usualGap is the distance between the lines of a paragraph, in points: one of
// the smaller distances there are, since those between paragraphs can be more
// frequent, and never more than double-spaced print has.
func usualGap(lines []pdfLine) float64 {
	var gaps []float64
	for i := 1; i < len(lines); i++ {
		if d := lines[i-1].y - lines[i].y; lines[i].page == lines[i-1].page && d > 1 {
			gaps = append(gaps, d)
		}
	}
	if len(gaps) == 0 {
		return 14
	}
	sort.Float64s(gaps)
	return math.Min(gaps[len(gaps)/5], lines[len(lines)/2].size*2.2)
}

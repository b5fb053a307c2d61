package cite

import (
	"fmt"
	"strings"
	"time"

	"cstoread/model"
)

// plain: Issuer, “Title”, Place, 27 November 2019, para. 7, address
// (accessed 2 January 2020).
func plain(i Item) string {
	h := i.Header
	date := h.Date.Long()
	if date == "" {
		date = "n.d."
	}
	line := joinParts(h.Issuer, "“"+inner(h.Title)+"”", h.Place, date, i.locator(), h.Source)
	if !h.Retrieved.IsZero() && h.Source != "" {
		line += " (accessed " + h.Retrieved.Long() + ")"
	}
	return line + "."
}

// chicago: Issuer, “Title,” Place, November 27, 2019, para. 7, accessed
// January 2, 2020, address. The comma stands within the quotation marks, and
// not at all behind a question or an exclamation mark.
func chicago(i Item) string {
	h := i.Header
	title := strings.TrimRight(inner(h.Title), ".,")
	if strings.HasSuffix(title, "?") || strings.HasSuffix(title, "!") {
		title = "“" + title + "”"
	} else {
		title = "“" + title + ",”"
	}
	date := american(h.Date)
	if date == "" {
		date = "n.d."
	}
	accessed := ""
	if !h.Retrieved.IsZero() && h.Source != "" {
		accessed = "accessed " + american(h.Retrieved)
	}
	rest := joinParts(h.Place, date, i.locator(), accessed, h.Source)
	return end(joinParts(h.Issuer, title+" "+rest))
}

// apa: Issuer. (2019, November 27). Title. Address. Where there is no issuer
// the title takes its place. A day of retrieval belongs to what is not dated.
// Nothing stands behind an address.
func apa(i Item) string {
	h := i.Header
	date := apaDate(h.Date)
	line := end(h.Issuer) + " (" + date + "). " + end(h.Title)
	if h.Issuer == "" {
		line = end(h.Title) + " (" + date + ")."
	}
	switch {
	case h.Source == "":
	case h.Date.IsZero() && !h.Retrieved.IsZero():
		line += " Retrieved " + american(h.Retrieved) + ", from " + h.Source
	default:
		line += " " + h.Source
	}
	locator := i.locator()
	if locator == "" {
		return line
	}
	author := h.Issuer + ","
	if h.Issuer == "" {
		author = "“" + strings.TrimRight(inner(model.ShortTitle(h.Title)), ".") + ",”"
	}
	year := "n.d."
	if !h.Date.IsZero() {
		year = fmt.Sprint(h.Date.Year)
	}
	return line + "\n(" + author + " " + year + ", " + locator + ")"
}

func apaDate(d model.Date) string {
	if d.IsZero() {
		return "n.d."
	}
	day, year, found := strings.Cut(american(d), ", ")
	switch {
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case !found: // "November 2019"
		return fmt.Sprintf("%d, %s", d.Year, time.Month(d.Month))
	}
	return year + ", " + day
}

// american writes a date as American styles do: "November 27, 2019",
// "December 6–7, 2004", "November 30–December 1, 2004".
func american(d model.Date) string {
	month := func(m int) string { return time.Month(m).String() }
	switch {
	case d.IsZero() || d.Month == 0 || d.Day == 0:
		return d.Long()
	case d.EndDay == 0:
		return fmt.Sprintf("%s %d, %d", month(d.Month), d.Day, d.Year)
	case d.EndMonth == d.Month:
		return fmt.Sprintf("%s %d–%d, %d", month(d.Month), d.Day, d.EndDay, d.Year)
	}
	return fmt.Sprintf("%s %d–%s %d, %d", month(d.Month), d.Day, month(d.EndMonth), d.EndDay, d.Year)
}

// joinParts puts commas between the parts that are there.
func joinParts(parts ...string) string {
	there := parts[:0]
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, ", ")
}

// end closes a sentence that is not closed yet.
func end(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

// inner gives double quotation marks the form they have within others.
func inner(title string) string {
	if !strings.ContainsAny(title, "“”\"") {
		return title
	}
	title = strings.NewReplacer("“", "‘", "”", "’").Replace(title)
	open := true
	var b strings.Builder
	for _, r := range title {
		if r != '"' {
			b.WriteRune(r)
			continue
		}
		if open {
			b.WriteRune('‘')
		} else {
			b.WriteRune('’')
		}
		open = !open
	}
	return b.String()
}

package cite

import (
	"fmt"
	"strings"
	"time"
)

// bibTeX writes an entry of the type misc. The issuer and the title stand in
// two pairs of braces: the name of a body is not to be taken apart into first
// and last names, and the case of a title's letters is to stay. What is not
// dated has no year: the style then writes what it writes for that.
func bibTeX(i Item) string {
	h := i.Header
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %-12s = %s", name, value)
		}
	}
	braced := func(s string) string {
		if s == "" {
			return ""
		}
		return "{" + s + "}"
	}
	b.WriteString("@misc{" + key(i))
	field("author", braced(braced(texEscaped(h.Issuer))))
	field("title", braced(braced(texEscaped(h.Title))))
	if !h.Date.IsZero() {
		field("year", braced(fmt.Sprint(h.Date.Year)))
	}
	if h.Date.Month > 0 {
		field("month", strings.ToLower(time.Month(h.Date.Month).String()[:3]))
	}
	if h.Date.Day > 0 {
		field("day", braced(fmt.Sprint(h.Date.Day)))
	}
	field("address", braced(texEscaped(h.Place)))
	field("howpublished", braced(texEscaped(upperFirst(string(h.Kind)))))
	field("url", braced(address(h.Source)))
	if h.Source != "" {
		field("urldate", braced(h.Retrieved.String()))
	}
	field("language", braced(texEscaped(h.Language)))
	field("note", braced(upperFirst(strings.ReplaceAll(i.locator(), "–", "--"))))
	return b.String() + "\n}"
}

// key names an entry: the ID, and the paragraphs behind it. An ID holds only
// characters that a key may have.
func key(i Item) string {
	return strings.ReplaceAll(i.reference().String(), "#", "-")
}

var tex = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`#`, `\#`, `$`, `\$`, `%`, `\%`, `&`, `\&`, `_`, `\_`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
)

// texEscaped is text as TeX prints it. A lone brace would end the entry even
// behind a backslash, so braces are written as commands.
func texEscaped(s string) string { return tex.Replace(s) }

// address is a URL whose characters cannot end the field it stands in.
func address(url string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(url)
}

func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return ""
}

package document

import (
	"encoding/json"
	"strconv"
	"strings"

	"cstoread/model"
)

// Format writes a statement as a document. Parse gives the same statement
// back: header and paragraphs with their text and Markdown. What a file may
// hold besides (unknown keys, comments, rules between sections, the depth of
// lists within lists) is not in a statement and so not in what Format writes;
// to change a file, use SetHeader.
func Format(s *model.Statement) []byte {
	var b strings.Builder
	b.WriteString(fence + "\n")
	writeHeader(&b, &s.Header)
	b.WriteString(fence + "\n")
	previous := model.Paragraph{}
	for _, p := range s.Body {
		b.WriteByte('\n')
		if apart(previous, p) {
			b.WriteString("<!-- -->\n\n")
		}
		if p.Role == model.RoleSignature || p.Role == model.RoleSalutation {
			b.WriteString("<!-- " + string(p.Role) + " -->\n\n")
		}
		b.WriteString(strings.TrimRight(p.Markdown, "\n") + "\n")
		previous = p
	}
	return []byte(b.String())
}

// SetHeader gives the file in data another header and keeps everything else
// in it as it is: unknown keys and the body, to the letter. Comments between
// known keys are lost.
func SetHeader(name string, data []byte, header model.Header) ([]byte, error) {
	doc, err := Read(name, data)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString(fence + "\n")
	writeHeader(&b, &header)
	b.WriteString(doc.Extra)
	b.WriteString(fence + "\n")
	_, body, problem := split(name, strings.TrimPrefix(string(data), "\ufeff"))
	if problem != nil {
		return nil, problem
	}
	b.WriteString(body)
	return []byte(b.String()), nil
}

func writeHeader(b *strings.Builder, h *model.Header) {
	for _, key := range keys {
		if value := key.get(h); value != "" {
			b.WriteString(key.name + ": " + scalar(key.name, value) + "\n")
		}
	}
}

// scalar writes a value so that YAML reads it back as this text.
func scalar(key, value string) string {
	if strings.Contains(value, "\n") || !plainValue(value) || misread(key, value) {
		return quoted(value)
	}
	return value
}

// quoted writes a value in double quotes, as JSON does: YAML reads that too.
func quoted(value string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil { // a string can always be written
		return strconv.Quote(value)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// misread says that YAML would take a text for a number or a truth value,
// which matters to other programs that read the file.
func misread(key, value string) bool {
	if key == "date" || key == "retrieved" || key == "published" || key == "added" {
		return false
	}
	switch strings.ToLower(value) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		return true
	}
	_, err := strconv.ParseFloat(strings.ReplaceAll(value, "_", ""), 64)
	return err == nil || strings.HasPrefix(value, "0x") || strings.HasPrefix(value, "0o")
}

// apart says that two blocks would run into one list if nothing stood between
// them.
func apart(previous, p model.Paragraph) bool {
	if previous.Role != model.RoleListItem {
		return false
	}
	if p.Role != model.RoleListItem {
		return strings.HasPrefix(p.Markdown, " ") || strings.HasPrefix(p.Markdown, "\t")
	}
	number, mark := marker(p.Markdown)
	before, same := marker(previous.Markdown)
	return mark == same && number != "" && number != following(before)
}

// marker takes the number and the sign from the head of a list item.
func marker(lines string) (number string, sign byte) {
	rest := strings.TrimLeft(lines, "0123456789")
	if number = lines[:len(lines)-len(rest)]; rest != "" {
		sign = rest[0]
	}
	return number, sign
}

func following(number string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return ""
	}
	return strconv.Itoa(n + 1)
}

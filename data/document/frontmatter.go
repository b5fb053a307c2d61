package document

import (
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"
)

// field is one key of the front matter.
type field struct {
	key, value string
	// line is where the key stands in the file, counted from 1.
	line int
	// raw is the key and its value as the file has them.
	raw string
	// scalar is false for lists and mappings, which no known key has.
	scalar bool
}

const fence = "---"

// split takes the front matter from the body.
func split(name, s string) (head, body string, problem *Problem) {
	first, rest, _ := strings.Cut(s, "\n")
	if strings.TrimRight(first, " \t\r") != fence {
		return "", "", &Problem{name, 1, "no front matter: the first line must be ---, then come lines such as id: and title:, then ---"}
	}
	for at := 0; at < len(rest); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		next := min(at+len(line)+1, len(rest))
		if end := strings.TrimRight(line, " \t\r"); end == fence || end == "..." {
			return rest[:at], rest[next:], nil
		}
		at = next
	}
	return "", "", &Problem{name, 1, "the front matter does not end: close it with a line ---"}
}

// parseFields reads the front matter. The lines that this program writes are
// read directly; whatever else YAML allows goes through the YAML parser.
func parseFields(name, head string) ([]field, *Problem) {
	fields, ok := plainFields(head)
	if !ok {
		var problem *Problem
		if fields, problem = yamlFields(name, head); problem != nil {
			return nil, problem
		}
	}
	seen := make(map[string]bool, len(fields))
	for _, f := range fields {
		if seen[f.key] {
			return nil, &Problem{name, f.line, f.key + ": given twice"}
		}
		seen[f.key] = true
	}
	return fields, nil
}

// plainFields reads a front matter of plain lines "key: value". Anything that
// YAML might take otherwise makes it give up.
func plainFields(head string) (fields []field, ok bool) {
	fields = make([]field, 0, 12)
	for line := 2; head != ""; line++ {
		raw, rest, _ := strings.Cut(head, "\n")
		head = rest
		key, value, found := strings.Cut(raw, ":")
		if !found || !plainKey(key) {
			return nil, false
		}
		value, spaced := strings.CutPrefix(value, " ")
		if value != "" && (!spaced || !plainValue(value)) {
			return nil, false
		}
		if value == "null" || value == "Null" || value == "NULL" {
			value = ""
		}
		fields = append(fields, field{key, value, line, raw + "\n", true})
	}
	return fields, true
}

func plainKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return s != "" && s[0] != '_'
}

// plainValue says that YAML reads s, unquoted, as itself.
func plainValue(s string) bool {
	first, last := s[0], s[len(s)-1]
	letter := first|0x20 >= 'a' && first|0x20 <= 'z' || first >= '0' && first <= '9' || first >= 0xc3
	if !letter || last == ' ' || last == ':' || strings.HasPrefix(s, "\ufeff") {
		return false
	}
	return !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.ContainsAny(s, "\t\u0085\u2028\u2029")
}

// yamlFields reads any front matter that is a YAML mapping.
func yamlFields(name, head string) ([]field, *Problem) {
	var root yaml.Node
	if err := yaml.Load([]byte(head), &root); err != nil {
		return nil, yamlProblem(name, err)
	}
	node := &root
	if node.Kind == yaml.DocumentNode && len(node.Content) == 1 {
		node = node.Content[0]
	}
	if node.Kind != yaml.MappingNode || node.Style&yaml.FlowStyle != 0 {
		return nil, &Problem{name, 2, "the front matter must be lines such as title: …"}
	}
	lines := strings.SplitAfter(head, "\n")
	fields := make([]field, 0, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		from, to := key.Line-1, len(lines)
		if i+2 < len(node.Content) {
			to = node.Content[i+2].Line - 1
		}
		f := field{key: key.Value, line: key.Line + 1, raw: strings.Join(lines[from:to], "")}
		if f.scalar = key.Kind == yaml.ScalarNode && value.Kind == yaml.ScalarNode; f.scalar && value.Tag != "!!null" {
			f.value = value.Value
		}
		fields = append(fields, f)
	}
	return fields, nil
}

// yamlProblem makes one line of what the YAML parser says.
func yamlProblem(name string, err error) *Problem {
	var load *yaml.LoadError
	if errors.As(err, &load) {
		return &Problem{name, load.Mark.Line + 1, "not YAML: " + load.Message}
	}
	return &Problem{name, 1, "not YAML: " + err.Error()}
}

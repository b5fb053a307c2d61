package keys

import "strings"

// label writes keys as help shows them: "j ↓", "space PgDn ctrl-f".
func label(keys []string) string {
	var shown []string
	for _, k := range keys {
		if s := Label(k); s != "" {
			shown = append(shown, s)
		}
	}
	return strings.Join(shown, " ")
}

// Label writes one key as people know it. A key that another label already
// stands for (ctrl+j is how some terminals send enter) has none.
func Label(k string) string {
	switch k {
	case "down":
		return "↓"
	case "up":
		return "↑"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	case "home":
		return "Home"
	case "end":
		return "End"
	case "enter":
		return "Enter"
	case "esc":
		return "Esc"
	case "tab":
		return "Tab"
	case "f1":
		return "F1"
	case "backspace":
		return "Backspace"
	case "delete":
		return "Del"
	case "ctrl+j", "ctrl+h":
		return ""
	}
	for _, mod := range []struct{ name, label string }{{"ctrl+", "Ctrl-"}, {"alt+", "Alt-"}, {"shift+", "Shift-"}} {
		if rest, ok := strings.CutPrefix(k, mod.name); ok && rest != "" {
			return mod.label + Label(rest)
		}
	}
	return k
}

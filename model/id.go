package model

import "strings"

// MaxID is the greatest length of an ID in bytes. IDs are file names too.
const MaxID = 96

// ValidID says whether s can be an ID: ASCII letters, digits, '-', '_' and
// '.', beginning with a letter or a digit and not ending with '.', at most
// MaxID long. Such an ID is a file name everywhere, needs no quotes in a
// shell, and cannot be taken for an option or a reference's '#'.
func ValidID(s string) bool {
	if s == "" || len(s) > MaxID || strings.HasSuffix(s, ".") || reserved(s) {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case (c == '-' || c == '_' || c == '.') && i > 0:
		default:
			return false
		}
	}
	return true
}

// reserved names are devices on Windows, whatever follows their dot.
func reserved(s string) bool {
	base, _, _ := strings.Cut(strings.ToLower(s), ".")
	switch base {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")) &&
		'0' <= base[3] && base[3] <= '9'
}

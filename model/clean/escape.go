package clean

// Harmful says that r is one of the characters that Text takes out. Formats
// which can write a character by its number, as JSON can, keep it that way
// instead of losing it.
func Harmful(r rune) bool { return unwanted(r) || breaksLine(r) }

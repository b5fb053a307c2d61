package model

import (
	"strconv"
	"strings"

	"cstoread/model/fold"
)

// idLength is how long the title's part of an ID may be, in bytes: short
// enough to type, long enough to say what it is about.
const idLength = 40

// MakeID makes the ID of a new statement: its date, as far as it is known, and
// the words of its subject in ASCII, Cyrillic transliterated, without the words
// that say little. Where taken says that an ID is in use, a number is put
// behind it. A nil taken takes none for used.
func MakeID(date Date, title string, taken func(id string) bool) string {
	date.EndMonth, date.EndDay = 0, 0
	parts := make([]string, 0, 8)
	if !date.IsZero() {
		parts = append(parts, date.String())
	}
	words := idWords(ShortTitle(title))
	if len(words) == 0 {
		words = []string{"statement"}
	}
	length := 0
	for i, word := range words {
		if length += len(word) + 1; i > 0 && length > idLength {
			break
		}
		parts = append(parts, word[:min(len(word), idLength)])
	}
	base := strings.Join(parts, "-")
	if !ValidID(base) { // a name that Windows keeps for a device
		base += "-statement"
	}
	id := base
	for n := 2; taken != nil && taken(id); n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	return id
}

// idWords are the words of a title that an ID is made of.
func idWords(title string) []string {
	var ascii strings.Builder
	for _, r := range fold.String(title) {
		switch latin, cyrillic := transliteration[r]; {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			ascii.WriteRune(r)
		case cyrillic:
			ascii.WriteString(latin)
		case r == '\'':
		default:
			ascii.WriteByte(' ')
		}
	}
	var words []string
	for _, word := range strings.Fields(ascii.String()) {
		if !saysLittle(word) {
			words = append(words, word)
		}
	}
	return words
}

// transliteration follows the letters of Russian and its neighbours as people
// type them in English, by sound.
var transliteration = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u",
	'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e",
	'ю': "yu", 'я': "ya", 'і': "i", 'ї': "i", 'є': "ye", 'ґ': "g", 'ў': "u", 'қ': "k", 'ғ': "g", 'ң': "n",
	'ө': "o", 'ү': "u", 'ұ': "u", 'һ': "h", 'ә': "a", 'ҳ': "h", 'ҷ': "j", 'ӣ': "i", 'ӯ': "u",
}

// saysLittle are the words that tell no statement from another, Russian ones
// as they are transliterated.
func saysLittle(word string) bool {
	switch word {
	case "the", "a", "an", "of", "on", "in", "at", "to", "by", "for", "from", "with", "and", "or", "as", "its", "their", "his", "her",
		"that", "this", "is", "was", "s", "regarding", "concerning", "about", "into", "between", "around", "over",
		"o", "ob", "obo", "v", "vo", "na", "i", "so", "po", "k", "ot", "dlya", "iz", "ego", "ee", "ikh", "svyazi":
		return true
	}
	return false
}

package keys

import "unicode/utf8"

// The letters of the Russian keyboard and those on the same keys of a Latin
// one, in the same order.
const (
	russianKeys = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
	latinKeys   = `qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>`
)

// Latin returns the key of a Latin keyboard for a letter typed on a Russian
// one, and everything else as it is, so that who reads statements in Russian
// need not switch the keyboard to move. It is for keys that act, never for
// text.
func Latin(pressed string) string {
	r, size := utf8.DecodeRuneInString(pressed)
	if size < utf8.RuneLen('й') || size != len(pressed) {
		return pressed
	}
	at := 0
	for _, k := range russianKeys {
		if k == r {
			return latinKeys[at : at+1]
		}
		at++
	}
	return pressed
}

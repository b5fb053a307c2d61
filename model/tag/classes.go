package tag

// classes are the word classes of the tables that the rules ask for. A class
// that the tables do not have is 0 and holds for no word.
type classes struct {
	givenName uint32
}

// findClasses looks up the bits of the classes by their names.
func (m *Image) findClasses() classes {
	bit := func(name string) uint32 {
		for i, s := range m.ClassNames {
			if m.str(s) == name {
				return 1 << i
			}
		}
		return 0
	}
	return classes{
		givenName: bit("given-name"),
	}
}

// is says whether word i belongs to a class.
func (x *scan) is(i int, class uint32) bool {
	w := x.words[i]
	return w.whole && x.t.image.Classes[w.known&wordMask]&class != 0
}

// wordText is word i as the text has it.
func (x *scan) wordText(i int) string { return x.text[x.words[i].start:x.words[i].end] }

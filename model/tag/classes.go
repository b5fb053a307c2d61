package tag

// classes are the word classes of the tables that the rules ask for, as bits.
// A class that the tables do not have is 0 and holds for no word.
type classes struct {
	givenName      uint32
	courtesy       uint32
	surname        uint32
	office         uint32
	usContext      uint32
	georgiaContext uint32
	congoB         uint32
	congoK         uint32
	bird           uint32
	birdBefore     uint32
	languageNoun   uint32
	languageBefore uint32
	languageIn     uint32
	functionWord   uint32
	englandNoun    uint32
	locative       uint32
	stateNoun      uint32
	usNoun         uint32
	conjunction    uint32
	article        uint32
	jordanSport    uint32
	kin            uint32
	indians        uint32
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
		givenName:      bit("given-name"),
		courtesy:       bit("courtesy"),
		surname:        bit("surname"),
		office:         bit("office"),
		usContext:      bit("us-context"),
		georgiaContext: bit("georgia-context"),
		congoB:         bit("congo-b-context"),
		congoK:         bit("congo-k-context"),
		bird:           bit("bird"),
		birdBefore:     bit("bird-before"),
		languageNoun:   bit("language-noun"),
		languageBefore: bit("language-before"),
		languageIn:     bit("language-in"),
		functionWord:   bit("function-word"),
		englandNoun:    bit("england-noun"),
		locative:       bit("locative"),
		stateNoun:      bit("state-noun"),
		usNoun:         bit("us-noun"),
		conjunction:    bit("conjunction"),
		article:        bit("article"),
		jordanSport:    bit("jordan-sport"),
		kin:            bit("kin"),
		indians:        bit("indians"),
	}
}

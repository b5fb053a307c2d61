package tag

// CountryNames, TopicNames and InstrumentNames list what people may have
// meant when a value is not known: the short names, and of topics the codes
// as well, because those are what is typed.

// CountryNames lists the short names of all countries.
func (t *Tables) CountryNames() []string {
	var names []string
	for _, c := range t.Countries() {
		names = append(names, c.Name)
	}
	return names
}

// TopicNames lists the codes of all topics, then their names.
func (t *Tables) TopicNames() []string {
	var codes, names []string
	for _, x := range t.Topics() {
		codes, names = append(codes, x.Code), append(names, x.Name)
	}
	return append(codes, names...)
}

// InstrumentNames lists the symbols of all instruments, then their names.
func (t *Tables) InstrumentNames() []string {
	var symbols, names []string
	for i := range t.subjects {
		if c := &t.subjects[i]; c.Kind == KindInstrument {
			symbols, names = append(symbols, c.Code), append(names, c.Name)
		}
	}
	return append(symbols, names...)
}

package tag

import (
	"slices"
	"strings"
	"sync"
)

// Tables are the opened tables. They do not change; all methods may be called
// by several goroutines at once.
type Tables struct {
	image    Image
	subjects []Subject
	// codes[s] are the codes of subject s: several for "both Congos".
	codes [][]string
	// uppers are the subjects of upper topics; upper[s] is the place in it of
	// the topic s or of the topic above it.
	uppers []uint32
	upper  []uint32
	// implies[s] are the subjects of countries that instrument s is about.
	implies map[uint32][]string
	classes classes
	// contexts are the stanzas of context words; contextOf[s] is the place in
	// it of subject s, alone[k] the topic that context k stands for by itself.
	contexts  []context
	contextOf []uint32
	alone     []uint32
	// regional says of each upper topic whether places are among its cues.
	regional []bool
	// usState is the subject of the shadows of US states, congoB that of the
	// Congo of Brazzaville, which rules ask for.
	usState, congoB uint32
	pool            sync.Pool
}

// Open reads tables as package compile has made them. It fails when the bytes
// are not such an image, or were changed since. The tables go on to use the
// bytes, which must not be changed.
func Open(compiled []byte) (*Tables, error) {
	if err := check(compiled); err != nil {
		return nil, err
	}
	return OpenOwn(compiled)
}

// OpenOwn is Open for bytes that are a part of the program, and as sound as
// its code: it does not read them all to see that they are undamaged.
func OpenOwn(compiled []byte) (*Tables, error) {
	t := &Tables{implies: map[uint32][]string{}}
	if err := t.image.decode(compiled); err != nil {
		return nil, err
	}
	n := t.image.subjects()
	t.subjects = make([]Subject, n)
	t.codes = make([][]string, n)
	t.upper = make([]uint32, n)
	t.contextOf = make([]uint32, n)
	flat := make([]string, n)
	place := map[string]uint32{}
	for i := range n {
		s := t.image.subject(i)
		t.subjects[i], flat[i] = s, s.Code
		t.codes[i] = flat[i : i+1]
		switch s.Kind {
		case KindShadow:
			if s.Code == "us-state" {
				t.usState = i
			}
		case KindCountry:
			if s.Code == "CG" {
				t.congoB = i
			}
			if strings.Contains(s.Code, "+") {
				t.codes[i] = strings.Split(s.Code, "+")
			}
		case KindTopic:
			up, _, _ := strings.Cut(s.Code, ".")
			if _, ok := place[up]; !ok {
				place[up] = uint32(len(t.uppers))
				t.uppers = append(t.uppers, i)
			}
			t.upper[i] = place[up]
		case KindContext:
			t.contextOf[i] = uint32(len(t.contexts))
			t.contexts = append(t.contexts, t.image.newContext(s))
		case KindInstrument:
			if of := t.image.attribute(s, "implies"); of != "" {
				t.implies[i] = strings.Fields(of)
			}
		}
	}
	t.classes = t.image.findClasses()
	t.linkTopics()
	return t, nil
}

// linkTopics finds the topics that context words stand for, and those that
// have places.
func (t *Tables) linkTopics() {
	t.alone = make([]uint32, len(t.contexts))
	for k, c := range t.contexts {
		i := slices.IndexFunc(t.subjects, func(s Subject) bool { return s.Kind == KindTopic && s.Code == c.alone })
		if i < 0 {
			t.contexts[k].alone = ""
			continue
		}
		t.alone[k] = uint32(i)
	}
	t.regional = make([]bool, len(t.uppers))
	for _, topic := range t.image.Regional {
		t.regional[t.upper[topic]] = true
	}
}

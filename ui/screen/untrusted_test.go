package screen

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
)

// hostile is text that would act on a terminal, or turn what follows around.
const hostile = "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m\u0085\u202eevil\u2066\x00\x7f\xff\xfe\u200f\x1bPq\x1b\\\r\n\tend"

// spoilt puts hostile text wherever a library can hold text.
func spoilt() books {
	b := library()
	for _, s := range b {
		s.ID += hostile
		s.Title += hostile
		s.Place += hostile
		s.Kind = model.Kind("statement" + hostile)
		s.Issuer, s.Notes, s.Source, s.TranslationOf = hostile, hostile, "https://example.org/"+hostile, hostile
		s.Language += hostile
		for i := range s.Body {
			s.Body[i].Text += hostile
			s.Body[i].Markdown += hostile
			for j := range s.Body[i].Mentions {
				x := &s.Body[i].Mentions[j]
				x.Code, x.Text, x.Rule = x.Code+hostile, x.Text+hostile, hostile
			}
		}
	}
	return b
}

// ours are the sequences that the screen itself writes: colours and links.
var ours = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;[^;\x07\x1b]*;[!-~]*(\x07|\x1b\\)`)

func unwanted(frame string) string {
	left := ours.ReplaceAllString(frame, "")
	for _, r := range left {
		switch {
		case r < ' ' && r != '\n', r >= 0x7f && r < 0xa0, r == 0x200e, r == 0x200f, r == 0x61c,
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return left
		}
	}
	if !validUTF8(frame) {
		return left
	}
	return ""
}

func validUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }

func TestHostileTextIsNotDrawn(t *testing.T) {
	for _, linear := range []bool{false, true} {
		for i, s := range scenes {
			x := enact(t, i, 120, 40, Options{Open: shelfOf(spoilt()), Linear: linear})
			x.send(tea.PasteMsg{Content: hostile})
			v := x.View()
			if bad := unwanted(v.Content); bad != "" {
				t.Errorf("%s, linear %v: %q", s.name, linear, bad)
			}
			if bad := unwanted(v.WindowTitle); bad != "" || strings.Contains(v.WindowTitle, "\n") {
				t.Errorf("%s: title %q", s.name, v.WindowTitle)
			}
			if !linear {
				exact(t, s.name, v, 120, 40)
			}
		}
	}
}

// What comes from the command line, the disk and the engine's errors is
// drawn too.
func TestHostileWordsAreNotDrawn(t *testing.T) {
	fail := errors.New("cannot open " + hostile)
	for name, opt := range map[string]Options{
		"library":   {Open: func() (Shelf, error) { return Shelf{}, fail }},
		"memory":    {Memory: forgetful{fail}},
		"query":     {Query: "country:" + hostile + ` "` + hostile + `"`},
		"reference": {Reference: model.Reference{ID: hostile}},
	} {
		x := play(t, 120, 40, opt)
		v := x.View()
		if bad := unwanted(v.Content); bad != "" {
			t.Errorf("%s: %q", name, bad)
		}
		exact(t, name, v, 120, 40)
	}
}

// What is copied and what is cited is as clean as what is drawn.
func TestHostileTextIsNotCopied(t *testing.T) {
	x := play(t, 120, 40, Options{Open: shelfOf(spoilt()), Cite: func(model.Header, int, int) string { return hostile }})
	x.keys("enter", "]", "y")
	if len(x.sent) == 0 {
		t.Fatal("nothing was copied")
	}
	for _, msg := range x.sent {
		if text, ok := clipboard(msg); ok {
			if bad := unwanted(strings.ReplaceAll(text, "\t", "")); bad != "" {
				t.Errorf("copied %q", text)
			}
		}
	}
}

// forgetful is a memory that fails at everything.
type forgetful struct{ err error }

func (f forgetful) Load() (model.Memory, error) { return model.Memory{}, f.err }
func (f forgetful) Save(model.Memory) error     { return f.err }

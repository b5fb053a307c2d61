package command

import (
	"strconv"
	"strings"

	"cstoread/model"
	"cstoread/model/tag"
)

// taggedText prints a tagged text for people: the text, and under it a line
// for each mention; where reasons were asked for, the entry of the tables and
// what was rejected.
func (a *app) taggedText(t tagged) error {
	var b strings.Builder
	b.WriteString(a.out.in(lookStrong, fit(line(t.text.text), a.out.width)) + "\n")
	if t.explanation == nil {
		for _, m := range t.mentions {
			b.WriteString(a.mentionLine(m, "") + "\n")
		}
	} else {
		for _, r := range t.explanation.Accepted {
			b.WriteString(a.mentionLine(r.Mention, reason(r)) + "\n")
		}
		for _, r := range t.explanation.Rejected {
			b.WriteString(a.out.in(lookDim, "not ") + a.mentionLine(r.Mention, reason(r)) + "\n")
		}
		b.WriteString(a.topicLines(*t.explanation))
	}
	_, err := a.out.WriteString(b.String() + "\n")
	return err
}

func (a *app) mentionLine(m model.Mention, why string) string {
	facts := []string{strconv.Itoa(m.Start) + "–" + strconv.Itoa(m.End), string(m.Kind)}
	for _, s := range []string{m.Code, string(m.Strength), m.Rule, why} {
		if s = line(s); s != "" {
			facts = append(facts, s)
		}
	}
	return "  " + a.out.in(lookHit, line(m.Text)) + "  " + strings.Join(facts, " · ")
}

// reason is what the tables say about a mention.
func reason(r tag.Reason) string {
	var parts []string
	if r.Entry != "" {
		parts = append(parts, r.Source+" "+strconv.Quote(r.Entry))
	}
	if r.Weight != 0 {
		parts = append(parts, "weight "+strconv.FormatFloat(r.Weight, 'g', 3, 64))
	}
	if r.Because != "" {
		parts = append(parts, "because of "+r.Because)
	}
	return strings.Join(parts, ", ")
}

// topicLines says how the evidence for the topics adds up, and which words
// spoke for or against them without being cues.
func (a *app) topicLines(e tag.Explanation) string {
	var b strings.Builder
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }
	for _, s := range e.Topics {
		verdict := "topic "
		if !s.Holds {
			verdict = "no topic "
		}
		parts := []string{"cues " + number(s.Cues)}
		for _, p := range []struct {
			name  string
			value float64
		}{{"places +", s.Places}, {"company +", s.Company}, {"noise -", s.Noise}} {
			if p.value != 0 {
				parts = append(parts, p.name+number(p.value))
			}
		}
		b.WriteString(a.out.in(lookDim, "sum ") + "  " + verdict + line(s.Code) + ": " + number(s.Sum) +
			" of the " + number(s.Needed) + " needed · " + strings.Join(parts, ", ") + "\n")
	}
	for _, w := range e.Context {
		does := "company of places " + number(w.Company)
		if w.Noise != 0 {
			does = "noise " + number(w.Noise)
		}
		b.WriteString(a.out.in(lookDim, "beside ") + "  " + strconv.Quote(line(w.Text)) + " · " + line(w.Stanza) + " · " + does + "\n")
	}
	return b.String()
}

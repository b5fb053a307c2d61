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

package ask

import (
	"context"
	"testing"

	"cstoread/model"
)

func TestPrecedents(t *testing.T) {
	text := "Ministers reaffirm their support for the sovereignty and territorial integrity of the country"
	l := shelf{}
	for i, body := range []string{
		text,
		"Ministers reaffirm their support for the sovereignty and territorial integrity of that country.",
		"Nothing of the kind",
		"They spoke of the sovereignty and territorial integrity of others",
	} {
		s := &model.Statement{Header: model.Header{ID: string(rune('a' + i)), Title: "On it", Paragraphs: 1}}
		s.Body = []model.Paragraph{{N: 1, Text: body}}
		l = append(l, s)
	}
	got, err := Precedents(context.Background(), NewScan(l), l, Question{}, "a", l[0].Body[0])
	if err != nil || len(got) != 2 || got[0].Header.ID != "b" || got[1].Header.ID != "d" {
		t.Fatal(got, err)
	}
	if got[0].Likeness < 0.6 || got[0].Likeness > 0.9 || got[1].Likeness > 0.4 || got[0].N != 1 {
		t.Error(got)
	}
	if none, err := Precedents(context.Background(), NewScan(l), l, Question{}, "a", model.Paragraph{Text: "two words"}); err != nil || none != nil {
		t.Error(none, err)
	}
}

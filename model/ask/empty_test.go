package ask

import (
	"context"
	"fmt"
	"testing"

	"cstoread/model/query"
)

func TestEmptied(t *testing.T) {
	q := Question{Query: query.Parse("peace nothing year:2018..2020", nil)}
	ways, err := Emptied(context.Background(), NewScan(five), q)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, w := range ways {
		got += fmt.Sprintf("%d %v %d %d: %s\n", w.Chip, w.Wider(), w.Statements.N, w.Paragraphs.N, w.Query)
	}
	const want = `0 false 1 1: nothing year:2018..2020
1 false 1 1: peace year:2018..2020
2 false 0 0: peace nothing
-1 true 0 0: peace nothing year:2018..2020 scope:statement
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"on nothing", "on nothing scope:statement"},
		{"peace nothing", "nothing"},
		{"war nowhere year:2018..2021", "war year:2018..2021"},
		{"peace nowhere noplace", "peace"},
		{"nowhere", ""},
		{"nowhere noplace", ""},
	} {
		w, ok, err := Nearest(context.Background(), NewScan(five), Question{Query: query.Parse(c.in, nil)})
		if err != nil || ok != (c.want != "") || w.Query.String() != c.want {
			t.Errorf("%s: %q %v %v, want %q", c.in, w.Query, ok, err, c.want)
		}
	}
}

package chart

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestBar(t *testing.T) {
	for _, c := range []struct {
		value, most float64
		width       int
		want        string
	}{
		{0, 10, 10, ""}, {10, 10, 4, "████"}, {5, 10, 4, "██"}, {1, 1000, 4, "▏"}, {20, 10, 2, "██"}, {1, 0, 4, ""}, {1, 1, 0, ""}, {5, 16, 2, "▋"},
	} {
		if got := Bar(c.value, c.most, c.width); got != c.want {
			t.Errorf("Bar(%v, %v, %d) = %q, want %q", c.value, c.most, c.width, got, c.want)
		}
	}
}

func TestSpark(t *testing.T) {
	for _, c := range []struct {
		values []float64
		width  int
		want   string
	}{
		{[]float64{0, 1, 4, 8}, 10, " ▁▄█"},
		{[]float64{0, 1, 4, 8}, 2, "▁█"},
		{[]float64{0, 0}, 2, "  "},
		{nil, 5, ""},
		{[]float64{1}, 0, ""},
	} {
		if got := Spark(c.values, 8, c.width); got != c.want {
			t.Errorf("Spark(%v, %d) = %q, want %q", c.values, c.width, got, c.want)
		}
	}
}

// Whatever the numbers, nothing is wider than it may be, and more is never
// drawn as less.
func TestFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.Float64Range(-1, 1e6)).Draw(t, "values")
		width := rapid.IntRange(-1, 50).Draw(t, "width")
		if n := utf8.RuneCountInString(Spark(values, 1e6, width)); n > max(0, width) {
			t.Fatalf("%d columns", n)
		}
		for _, v := range values {
			a, b := Bar(v, 1e6, width), Bar(v*2, 1e6, width)
			if utf8.RuneCountInString(a) > max(0, width) || utf8.RuneCountInString(a) > utf8.RuneCountInString(b) {
				t.Fatalf("%v: %q, twice %q", v, a, b)
			}
		}
	})
}

// What is drawn is well-formed, whatever the names are.
func TestSVG(t *testing.T) {
	p := Picture{Title: `<&"`, Unit: "¶", Columns: []string{"2019", "<2020>"}, Rows: []Row{{`a "b" <c>`, []float64{0, 3}}, {"d", []float64{1.25, 0}}}}
	for name, svg := range map[string]string{"bars": p.Bars(), "heat": p.Heat(), "empty": Picture{}.Bars(), "no heat": Picture{}.Heat()} {
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			_, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, svg)
			}
		}
	}
	if !strings.Contains(p.Bars(), "1.25") {
		t.Error("a value is not named")
	}
}

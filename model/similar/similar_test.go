package similar

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestSame(t *testing.T) {
	a := Same("Ministers reaffirm their support.", "They call for talks.")
	for _, b := range [][]string{
		{"Ministers  reaffirm THEIR support", "They call for talks"},
		{"Ministers reaffirm their support. They call for talks."},
		{"“Ministers” reaffirm their sup\u00adport – they call for talks!"},
	} {
		if Same(b...) != a {
			t.Errorf("%q is not the same", b)
		}
	}
	for _, b := range [][]string{
		{"Ministers reaffirm their support."},
		{"They call for talks.", "Ministers reaffirm their support."},
		{"Ministers reaffirm their supports.", "They call for talks."},
		{"Minister sreaffirm their support.", "They call for talks."},
	} {
		if Same(b...) == a {
			t.Errorf("%q is the same", b)
		}
	}
}

// text makes n words from a vocabulary of size v.
func text(r *rand.Rand, n, v int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(v))
	}
	return words
}

func TestLikenessEstimatesResemblance(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, keep := range []float64{0, 0.2, 0.5, 0.8, 0.95, 1} {
		sum, want, n := 0.0, 0.0, 40
		for range n {
			a := text(r, 400, 5000)
			b := append([]string(nil), a...)
			// A run of the text is replaced, so that resemblance is known.
			cut := int(float64(len(b)) * (1 - keep))
			copy(b, text(r, cut, 5000))
			sa, sb := NewSketch(strings.Join(a, " ")), NewSketch(strings.Join(b, " "))
			sum += Likeness(&sa, &sb)
			want += Resemblance(Shingles(a), Shingles(b))
		}
		if got, want := sum/float64(n), want/float64(n); math.Abs(got-want) > 0.03 {
			t.Errorf("kept %.2f: likeness %.3f, resemblance %.3f", keep, got, want)
		}
	}
}

func TestShortTexts(t *testing.T) {
	a, b := NewSketch("Go back"), NewSketch("Go back")
	c, none := NewSketch("Quite another text"), NewSketch("", "…")
	if Likeness(&a, &b) != 1 || Likeness(&a, &c) > 0.1 || Likeness(&none, &none) != 0 || !none.Empty() || a.Empty() {
		t.Error(Likeness(&a, &b), Likeness(&a, &c), Likeness(&none, &none), none.Empty(), a.Empty())
	}
}

func TestOrderOfParagraphs(t *testing.T) {
	a := NewSketch("the first paragraph of it", "another one that follows")
	b := NewSketch("another one that follows", "the first paragraph of it")
	if a != b {
		t.Error("the order of paragraphs changes the sketch")
	}
}

func TestContainment(t *testing.T) {
	whole := Shingles(Words("they call for the settlement of conflicts by peaceful means through dialogue"))
	part := Shingles(Words("the settlement of conflicts by peaceful means"))
	if c := Containment(part, whole); c != 1 {
		t.Errorf("the part is contained by %.2f", c)
	}
	if c := Containment(whole, part); c >= 1 || c < 0.3 {
		t.Errorf("the whole is contained by %.2f", c)
	}
	if Containment(nil, whole) != 0 || Resemblance(nil, nil) != 0 {
		t.Error("nothing is like something")
	}
}

func TestBands(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	met := func(keep float64) float64 {
		hits, n := 0, 200
		for range n {
			a := text(r, 300, 5000)
			b := append([]string(nil), a...)
			copy(b, text(r, int(float64(len(b))*(1-keep)), 5000))
			sa, sb := NewSketch(strings.Join(a, " ")), NewSketch(strings.Join(b, " "))
			keys := map[uint64]bool{}
			for _, k := range sa.Bands() {
				keys[k] = true
			}
			for _, k := range sb.Bands() {
				if keys[k] {
					hits++
					break
				}
			}
		}
		return float64(hits) / float64(n)
	}
	// Half of the text kept is a resemblance of a third.
	if got := met(0.67); got < 0.98 {
		t.Errorf("texts that resemble each other by half meet with %.2f", got)
	}
	if got := met(0); got > 0.05 {
		t.Errorf("texts that have nothing in common meet with %.2f", got)
	}
}

func BenchmarkNewSketch(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	s := strings.Join(text(r, 400, 5000), " ")
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		NewSketch(s)
	}
}

package screen

import (
	"fmt"
	"testing"

	"cstoread/model"
)

// many is a library of n short statements, ten a month.
func many(n int) books {
	b := make(books, n)
	for i := range b {
		date := model.Date{Year: 2025 - i/120, Month: 12 - i/10%12, Day: 28 - i%10}
		b[i] = statement(fmt.Sprintf("%s-%d", date, i),
			fmt.Sprintf("Statement by the Ministers on the situation in the region and on measure %d of the plan", i),
			date, "Ministers took note of the report on Syria.", "They condemn terrorism.")
	}
	return b
}

// BenchmarkKey is a key that moves in the list, with the frame it makes.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{2_000, 100_000} {
		for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
			b.Run(fmt.Sprintf("%d/%dx%d", n, size[0], size[1]), func(b *testing.B) {
				x := play(b, size[0], size[1], Options{Open: shelfOf(many(n))})
				j, k := press("j"), press("k")
				for i := 0; b.Loop(); i++ {
					key := j
					if i/500%2 == 1 {
						key = k
					}
					x.Update(key)
					x.View()
				}
			})
		}
	}
}

// BenchmarkScroll is a row further in the reader.
func BenchmarkScroll(b *testing.B) {
	x := play(b, 120, 40, Options{}).keys("j", "enter")
	j, k := press("j"), press("k")
	for i := 0; b.Loop(); i++ {
		key := j
		if i/20%2 == 1 {
			key = k
		}
		x.Update(key)
		x.View()
	}
}

// counted is a library that has its headers at hand, as a real one does.
type counted struct{ headers []model.Header }

func (c counted) Headers() []model.Header { return c.headers }
func (c counted) Statement(id string) (*model.Statement, error) {
	return nil, fmt.Errorf("there is no statement %s", id)
}

// BenchmarkAnswer takes up an answer of all statements there are.
func BenchmarkAnswer(b *testing.B) {
	x := play(b, 120, 40, Options{Open: shelfOf(many(100_000))})
	x.shelf.Library = counted{x.shelf.Library.Headers()}
	msg := answerMsg{number: x.questions.number, answer: x.answer}
	for b.Loop() {
		x.Update(msg)
	}
}

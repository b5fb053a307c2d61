package fold

import (
	"strings"
	"testing"
)

var benchText = strings.Repeat("The Foreign Ministers of the member states express concern about the continuing tensions in Côte d’Ivoire and North Africa. ", 4000)

func BenchmarkNew(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	for b.Loop() {
		New(benchText)
	}
}

func BenchmarkString(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	for b.Loop() {
		String(benchText)
	}
}

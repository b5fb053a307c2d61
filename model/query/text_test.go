package query

import (
	"strings"
	"testing"

	"cstoread/model/fold"
)

func FuzzSimple(f *testing.F) {
	for _, s := range []string{"", "A b-C.", "  x", "12 Two-State, (S/RES/242)\t\x00\x7f", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !simple(s) {
			return
		}
		var quick, slow strings.Builder
		writeSimple(&quick, s)
		writeWords(&slow, fold.String(s))
		if quick.String() != slow.String() {
			t.Fatalf("%q: %q, want %q", s, quick.String(), slow.String())
		}
	})
}

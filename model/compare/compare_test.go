package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The paragraphs of the hand-made pairs.
const (
	concern   = "Ministers express concern over the persistence of hotbeds of tension in Syria and continue to closely monitor the development of the situation."
	concern2  = "Ministers express deep concern over the persistence of hotbeds of tension in Syria and continue to monitor the development of the situation."
	support   = "They support the efforts of the Special Envoy of the Secretary-General and call on all the sides to cooperate with him in good faith."
	support2  = "They fully support the efforts of the Special Envoy of the Secretary-General for Syria, and call on all sides to cooperate with him."
	aid       = "They call on the international community to step up humanitarian assistance to the civilian population of the country without politicising it."
	returnee  = "They note the importance of facilitating the voluntary return of refugees and internally displaced persons to their places of residence."
	terrorism = "They point out the need to continue the fight against terrorism until the complete defeat of all the organisations recognised as such."
	libya     = "Ministers reaffirm their commitment to the unity, sovereignty and territorial integrity of Libya and to a settlement led by the Libyans."
	iraq      = "Ministers reaffirm their commitment to the unity, sovereignty and territorial integrity of Iraq and to its fight against armed groups."
	drugs     = "Particular attention is paid to the production of and the trade in narcotic drugs, which feed crime in the whole of the region."
	russian   = "Министры выражают озабоченность сохранением очагов напряжённости и продолжают внимательно следить за развитием обстановки."
	russian2  = "Министры выражают глубокую озабоченность сохранением очагов напряжённости и внимательно следят за развитием обстановки."
)

// show writes a result in one line a pair: "reworded 1→2 moved".
func show(r Result) string {
	var lines []string
	for _, p := range r.Pairs {
		l := fmt.Sprintf("%s %s→%s", p.Kind, join2(p.A), join2(p.B))
		if p.Moved {
			l += " moved"
		}
		lines = append(lines, l)
	}
	return strings.Join(lines, "; ")
}

func join2(n []int) string { return strings.ReplaceAll(strings.Trim(fmt.Sprint(n), "[]"), " ", "+") }

func TestTexts(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b []string
		want string
	}{
		{"the same", []string{concern, support, aid}, []string{concern, support, aid}, "same 1→1; same 2→2; same 3→3"},
		{"spaces and quotes do not count", []string{concern}, []string{strings.ToUpper(strings.ReplaceAll(concern, " ", "  "))}, "same 1→1"},
		{"one reworded", []string{concern, support, aid}, []string{concern2, support, aid}, "reworded 1→1; same 2→2; same 3→3"},
		{"one dropped", []string{concern, support, aid}, []string{concern, aid}, "same 1→1; only in A 2→; same 3→2"},
		{"one new", []string{concern, aid}, []string{concern, drugs, aid}, "same 1→1; only in B →2; same 2→3"},
		{"new at the ends", []string{concern}, []string{drugs, concern, libya}, "only in B →1; same 1→2; only in B →3"},
		{"one moved up", []string{concern, support, aid, drugs}, []string{drugs, concern, support, aid}, "same 1→2; same 2→3; same 3→4; same 4→1 moved"},
		{"moved and reworded", []string{concern, aid, drugs, support}, []string{support2, concern, aid, drugs}, "same 1→2; same 2→3; same 3→4; reworded 4→1 moved"},
		{"two merged", []string{concern, aid, returnee, drugs}, []string{concern, aid + " " + returnee, drugs}, "same 1→1; merged 2+3→2; same 4→3"},
		{"one split", []string{concern, aid + " " + returnee}, []string{concern, aid, returnee}, "same 1→1; split 2→2+3"},
		{"the same formula twice is not confused", []string{libya, iraq}, []string{iraq, libya}, "same 1→2; same 2→1 moved"},
		{"a formula for another country is reworded", []string{concern, libya}, []string{concern, iraq}, "same 1→1; reworded 2→2"},
		{"nothing in common", []string{drugs}, []string{libya}, "only in A 1→; only in B →1"},
		{"nothing at all", nil, nil, ""},
		{"one side empty", []string{concern, aid}, nil, "only in A 1→; only in A 2→"},
		{"repeated paragraphs", []string{aid, aid, concern}, []string{aid, concern}, "only in A 1→; same 2→1; same 3→2"},
		{"russian", []string{russian, libya}, []string{russian2, libya}, "reworded 1→1; same 2→2"},
		{"replaced in place", []string{concern, terrorism, aid}, []string{concern, drugs, aid}, "same 1→1; only in A 2→; only in B →2; same 3→3"},
		{"a year later", []string{concern, support, terrorism, aid, libya}, []string{concern2, terrorism, libya, aid, drugs}, "reworded 1→1; only in A 2→; same 3→2; same 4→4; only in B →5; same 5→3 moved"},
	} {
		got := show(Texts(c.a, c.b))
		if c.name == "a year later" || c.name == "the same formula twice is not confused" {
			// Which of two that changed places has moved is a matter of taste.
			got, c.want = strings.ReplaceAll(got, " moved", ""), strings.ReplaceAll(c.want, " moved", "")
		}
		if got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", c.name, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"Ministers express concern over it.", "Ministers express deep concern about it.", "=Ministers express |+deep |=concern |-over |+about |=it."},
		{"two-state solution", "two-state formula", "=two-state |-solution|+formula"},
		{"Their support", "their support", "=Their support"},
		{"", "new", "+new"},
		{"old", "", "-old"},
	} {
		var parts []string
		for _, e := range Words(c.a, c.b) {
			parts = append(parts, map[Op]string{Keep: "=", Delete: "-", Insert: "+"}[e.Op]+e.Text)
		}
		if got := strings.Join(parts, "|"); got != c.want {
			t.Errorf("Words(%q, %q) = %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// paragraphs draws a text from few paragraphs and words, so that repetitions,
// rewordings and moves are frequent.
func paragraphs() *rapid.Generator[[]string] {
	word := rapid.SampledFrom([]string{"peace", "talks", "Syria", "Libya", "the", "of", "support", "call", "concern", "sides", "border", "aid"})
	sentence := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), " ") + "."
	})
	known := rapid.SampledFrom([]string{concern, concern2, support, aid, libya, iraq, aid + " " + returnee, returnee, ""})
	return rapid.SliceOfN(rapid.OneOf(sentence, known), 0, 14)
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := paragraphs().Draw(t, "a"), paragraphs().Draw(t, "b")
		ab, ba := Texts(a, b), Texts(b, a)
		once(t, ab, len(a), len(b))
		if self := Texts(a, a); !self.Equal() {
			t.Fatalf("compared with itself: %s", show(self))
		}
		if got, want := show(mirror(ba)), show(ab); got != want {
			t.Fatalf("no mirror image:\n %s\n %s", want, got)
		}
		for _, p := range ab.Pairs {
			sides(t, p, a, b)
		}
	})
}

// once checks that every paragraph is in exactly one pair.
func once(t *rapid.T, r Result, na, nb int) {
	var as, bs []int
	for _, p := range r.Pairs {
		as, bs = append(as, p.A...), append(bs, p.B...)
	}
	slices.Sort(as)
	slices.Sort(bs)
	for i := range na {
		if i >= len(as) || as[i] != i+1 {
			t.Fatalf("paragraphs of A: %v, want 1 to %d once each: %s", as, na, show(r))
		}
	}
	for j := range nb {
		if j >= len(bs) || bs[j] != j+1 {
			t.Fatalf("paragraphs of B: %v, want 1 to %d once each: %s", bs, nb, show(r))
		}
	}
	if len(as) != na || len(bs) != nb {
		t.Fatalf("%d and %d paragraphs, want %d and %d", len(as), len(bs), na, nb)
	}
}

// sides checks that the edits of a pair make both its texts.
func sides(t *rapid.T, p Pair, a, b []string) {
	if p.Words == nil {
		return
	}
	var left, right strings.Builder
	for _, e := range p.Words {
		switch e.Op {
		case Keep:
			left.WriteString(e.Text)
			right.WriteString(e.Other)
		case Delete:
			left.WriteString(e.Text)
		case Insert:
			right.WriteString(e.Text)
		}
	}
	pick := func(all []string, ns []int) string {
		var out []string
		for _, n := range ns {
			out = append(out, all[n-1])
		}
		return strings.Join(out, " ")
	}
	if left.String() != pick(a, p.A) || right.String() != pick(b, p.B) {
		t.Fatalf("the edits make %q and %q", left.String(), right.String())
	}
}

func BenchmarkTexts(b *testing.B) {
	for _, n := range []int{20, 200, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var left, right []string
			for i := range n {
				s := fmt.Sprintf("Paragraph %d speaks of matter %d and of %d others; %s", i, i*7, i%13, concern)
				left = append(left, s)
				if i%10 != 0 {
					right = append(right, strings.ReplaceAll(s, "deep ", "")+fmt.Sprint(i%3))
				}
			}
			for b.Loop() {
				Texts(left, right)
			}
		})
	}
}

package tag_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"cstoread/model"
	"cstoread/model/tag"
)

// statementLike makes paragraphs in the manner of statements, size bytes of
// them in all, the same ones for the same seed.
func statementLike(seed uint64, size int) []string {
	r := rand.New(rand.NewPCG(seed, seed))
	pick := func(s []string) string { return s[r.IntN(len(s))] }
	countries := []string{"Syria", "the Republic of Armenia", "Libya", "the Russian Federation", "Yemen", "Iraq", "the Sudan", "the United States", "Kyrgyzstan", "Georgia", "the Democratic Republic of the Congo", "Jordan", "Viet Nam"}
	adjectives := []string{"Syrian", "Libyan", "Israeli", "Palestinian", "Afghan", "Ukrainian", "French"}
	openings := []string{"The Ministers express their support for", "They reaffirm their commitment to", "Participants note the importance of", "We call upon all parties to refrain from steps against", "The Council takes note of the report on", "Heads of delegations exchanged views on"}
	subjects := []string{"international efforts aimed at ensuring stability and security in %c", "the sovereignty, unity and territorial integrity of %c", "the voluntary return of %a refugees and internally displaced persons to places of permanent residence", "the humanitarian situation and the reconstruction of socio-economic infrastructure, schools and hospitals", "the settlement of conflicts exclusively by peaceful means through dialogue based on the principles and norms of international law", "the continuing tensions along the border between %c and %c, which remain a source of threats to the security of the region", "the establishment of a broad dialogue on national reconciliation, including representatives of all ethnic and religious groups of %a society"}
	endings := []string{" in accordance with Security Council resolution 2254 (2015).", ", including the fight against terrorism and extremist ideology.", " with the central coordinating role of the United Nations.", ".", " in the interests of lasting peace.", ", and stress the inadmissibility of double standards."}
	var out []string
	for made := 0; made < size; {
		var b strings.Builder
		for range 2 + r.IntN(4) {
			s := pick(subjects)
			for strings.Contains(s, "%c") {
				s = strings.Replace(s, "%c", pick(countries), 1)
			}
			s = strings.Replace(s, "%a", pick(adjectives), 1)
			b.WriteString(pick(openings) + " " + s + pick(endings) + " ")
		}
		out = append(out, strings.TrimSpace(b.String()))
		made += b.Len()
	}
	return out
}

const benchSize = 20 << 20

// BenchmarkTag tags 20 MB of statement-like paragraphs on one core.
func BenchmarkTag(b *testing.B) {
	tables := tables(b)
	texts := statementLike(1, benchSize)
	total := 0
	for _, s := range texts {
		total += len(s)
	}
	b.SetBytes(int64(total))
	b.ReportAllocs()
	var dst []model.Mention
	for b.Loop() {
		for _, s := range texts {
			dst = tables.Tag(dst[:0], s, "en")
		}
	}
}

// BenchmarkFloor reads the same bytes and counts their words: what any pass
// over the text costs.
func BenchmarkFloor(b *testing.B) {
	texts := statementLike(1, benchSize)
	total := 0
	for _, s := range texts {
		total += len(s)
	}
	b.SetBytes(int64(total))
	words := 0
	for b.Loop() {
		for _, s := range texts {
			inside := false
			for i := 0; i < len(s); i++ {
				c := s[i]
				letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
				if letter && !inside {
					words++
				}
				inside = letter
			}
		}
	}
	if words == 0 {
		b.Fatal("no words")
	}
}

// BenchmarkOpen opens the compiled tables.
func BenchmarkOpen(b *testing.B) {
	image, err := compiled()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tag.Open(image); err != nil {
			b.Fatal(err)
		}
	}
}

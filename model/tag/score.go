package tag

// Threshold is the sum of weights, in hundredths, from which a topic holds
// for a text. Every cue counts once, however often it stands there.
const Threshold = 100

// score sums up the cues of each upper topic and rejects those of topics that
// stay under the threshold.
func (x *scan) score() {
	clear(x.sums)
	x.run++
	any := false
	for i := range x.found {
		c := &x.found[i]
		if c.kind != KindTopic || c.rejected {
			continue
		}
		any = true
		if x.seen[c.entry] != x.run {
			x.seen[c.entry] = x.run
			x.sums[x.t.upper[c.subject]] += int(int32(x.t.image.Entries[c.entry*EntrySize+1]))
		}
	}
	if !any {
		return
	}
	for i := range x.found {
		c := &x.found[i]
		if c.kind == KindTopic && !c.rejected && x.sums[x.t.upper[c.subject]] < Threshold {
			c.rejected, c.rule = true, "topic-threshold"
			c.because = x.t.subjects[x.t.uppers[x.t.upper[c.subject]]].Code
		}
	}
}

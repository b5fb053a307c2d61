package screen

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"cstoread/model"
	"cstoread/model/ask"
	"cstoread/ui/keys"
)

// clipboard is the text of a message that sets the clipboard.
func clipboard(msg tea.Msg) (string, bool) {
	if fmt.Sprintf("%T", msg) != "tea.setClipboardMsg" {
		return "", false
	}
	return fmt.Sprint(msg), true
}

func TestCopy(t *testing.T) {
	cite := func(h model.Header, first, last int) string { return fmt.Sprintf("%s, ¶ %d–%d", h.ID, first, last) }
	x := play(t, 60, 20, Options{Cite: cite}).keys("j", "enter", "4", "G", "m", "]", "y")
	if len(x.sent) == 0 {
		t.Fatal("nothing was copied")
	}
	got, _ := clipboard(x.sent[len(x.sent)-1])
	b := library()
	want := b[1].Body[3].Text + "\n\n" + b[1].Body[4].Text + "\n\n2019-11-27-middle-east, ¶ 4–5\n"
	if got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
}

func TestPrint(t *testing.T) {
	for _, c := range []struct {
		name  string
		piped bool
		keys  []string
		want  string
	}{
		{"in the list", false, []string{"j", "p"}, "2019-11-27-middle-east"},
		{"in the reader", false, []string{"enter", "p"}, "2020-02-01-asia"},
		{"a range", false, []string{"j", "enter", "3", "G", "m", "]", "p"}, "2019-11-27-middle-east#p3-4"},
		{"enter in a pipe", true, []string{"enter", "enter"}, "2020-02-01-asia"},
		{"enter without a pipe", false, []string{"enter", "enter"}, ""},
		{"quit", true, []string{"enter", "q"}, ""},
		{"cancelled", true, []string{"enter", "ctrl+c"}, ""},
	} {
		x := play(t, 80, 24, Options{Piped: c.piped}).keys(c.keys...)
		got := ""
		if r := x.Result(); r.Chosen != nil {
			got = r.Chosen.String()
		}
		if got != c.want {
			t.Errorf("%s: chose %q, want %q", c.name, got, c.want)
		}
		if cancelled := c.name == "cancelled"; x.Result().Cancelled != cancelled {
			t.Errorf("%s: cancelled is %v", c.name, !cancelled)
		}
	}
}

// b goes back the way one came, through sections, lists and statements.
func TestBack(t *testing.T) {
	x := play(t, 80, 24, Options{}).keys("j", "enter", "9", "G", "s")
	if x.text != "kind:statement year:2019" || x.focus != keys.List {
		t.Fatalf("the section is %q", x.text)
	}
	x.keys("j", "enter", "a")
	if x.text != "" || len(x.list.hits) != 5 {
		t.Fatalf("the whole list is %q with %d", x.text, len(x.list.hits))
	}
	for _, want := range []struct {
		text, id  string
		focus     keys.Place
		paragraph int
	}{
		{"kind:statement year:2019", "2019-05-22-zayavlenie", keys.Reader, 0},
		{"kind:statement year:2019", "2019-05-22-zayavlenie", keys.List, 0},
		{"", "2019-11-27-middle-east", keys.Reader, 9},
		{"", "2019-11-27-middle-east", keys.List, 0},
	} {
		x.keys("b")
		h, _ := x.current()
		if x.text != want.text || h.ID != want.id || x.focus != want.focus {
			t.Fatalf("back is %q at %s, want %q at %s", x.text, h.ID, want.text, want.id)
		}
		if want.paragraph > 0 && x.reader.Current() != want.paragraph {
			t.Fatalf("back at paragraph %d, want %d", x.reader.Current(), want.paragraph)
		}
	}
}

// n walks the hits within a statement and across statements, N comes back.
func TestHitsAcrossStatements(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		x := play(t, size[0], size[1], Options{Query: "terrorism"})
		var got []string
		where := func() string { return fmt.Sprintf("%s#%d", x.reader.Statement().ID, x.reader.Current()) }
		for range 4 {
			x.keys("n")
			got = append(got, where())
		}
		x.keys("N")
		got = append(got, where())
		want := []string{
			"2019-11-27-middle-east#9", "2018-11-08-astana#0", "2018-11-08-astana#1", "2018-11-08-astana#1",
			"2018-11-08-astana#0",
		}
		if !slices.Equal(got, want) {
			t.Errorf("at %v: hits %v, want %v", size, got, want)
		}
	}
}

// An answer to an older question changes nothing.
func TestLateAnswersAreDropped(t *testing.T) {
	x := play(t, 120, 40, Options{})
	_, older := x.Update(press("/"))
	x.run(older)
	_, first := x.Update(press("q"))
	_, second := x.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	x.run(second)
	x.run(first)
	if len(x.list.hits) != 5 {
		t.Errorf("the older answer is shown: %d statements", len(x.list.hits))
	}
	for _, msg := range []tea.Msg{
		answerMsg{number: x.questions.number - 1, answer: ask.Answer{}},
		answerMsg{number: x.questions.number - 1, err: errors.New("late")},
		emptiedMsg{number: x.emptying.number - 1, reasons: []string{"late"}},
		countsMsg{number: x.counting.number - 1},
		statementMsg{number: x.loads.number - 1, id: "late", err: errors.New("late")},
		previewMsg{move: x.loads.moves - 1},
	} {
		before := x.View().Content
		x.send(msg)
		if x.View().Content != before {
			t.Errorf("a late %T changes the screen", msg)
		}
	}
}

// A newer question ends the one before it.
func TestNewerQuestionCancels(t *testing.T) {
	var a asking
	_, first := a.next()
	_, second := a.next()
	if first.Err() == nil || second.Err() != nil {
		t.Error("the first question goes on, or the second does not")
	}
}

// kept is a memory in memory.
type kept struct{ now model.Memory }

func (k *kept) Load() (model.Memory, error) { return k.now, nil }
func (k *kept) Save(m model.Memory) error   { k.now = m; return nil }

// Place, read marks, bookmarks and choices last until the next run.
func TestMemory(t *testing.T) {
	k := &kept{}
	x := play(t, 80, 24, Options{Memory: k}).keys("j", "enter", "7", "G", "B", "+", "S", "q")
	if !k.now.Read["2019-11-27-middle-east"] || !k.now.Bookmarks["2019-11-27-middle-east#p7"] {
		t.Errorf("kept %+v", k.now)
	}
	y := play(t, 80, 24, Options{Memory: k})
	if h, _ := y.list.current(); h.ID != "2019-11-27-middle-east" {
		t.Errorf("resumes at %s", h.ID)
	}
	y.keys("enter")
	if got := y.reader.Current(); got != 7 {
		t.Errorf("resumes at paragraph %d", got)
	}
	if y.sort != ask.SortOldest || y.reader.Measure() != x.reader.Measure() {
		t.Errorf("sort %s, measure %d", y.sort, y.reader.Measure())
	}
}

// A memory that cannot be read or written is told once, and reading goes on.
func TestForgetfulMemory(t *testing.T) {
	x := play(t, 80, 24, Options{Memory: forgetful{errors.New("the disk is full")}})
	if !strings.Contains(x.frameOf(), "the disk is full") {
		t.Error("the failure is not told")
	}
	x.keys("j", "k", "j", "enter")
	if x.reader.Statement() == nil || strings.Contains(x.frameOf(), "the disk is full") && strings.Count(x.frameOf(), "full") > 1 {
		t.Error("reading does not go on")
	}
}

// Words typed are found by their beginning; accepting them keeps what is seen.
func TestTyping(t *testing.T) {
	for _, c := range []struct{ typed, live, accepted string }{
		{"territ", "territ*", "territ*"},
		{"territorial", "territorial*", "territorial"},
		{`"territorial integ`, `"territorial integ*"`, `"territorial integ*"`},
		{"country:syria", "country:syria", "country:syria"},
		{"terrorism ", "terrorism ", "terrorism "},
	} {
		x := play(t, 80, 24, Options{}).keys("/").typed(c.typed)
		if text, _ := x.filter.openEnded(); text != c.live {
			t.Errorf("%q is asked as %q, want %q", c.typed, text, c.live)
		}
		seen := len(x.list.hits)
		x.keys("enter")
		if x.text != c.accepted || len(x.list.hits) != seen || seen == 0 {
			t.Errorf("%q is accepted as %q with %d of %d", c.typed, x.text, len(x.list.hits), seen)
		}
	}
}

func TestLeaveTyping(t *testing.T) {
	x := play(t, 80, 24, Options{Query: "country:syria"}).keys("/").typed(" zzz").keys("esc")
	if x.text != "country:syria" || len(x.list.hits) != 2 {
		t.Errorf("back at %q with %d", x.text, len(x.list.hits))
	}
}

// Picking writes the query, excluding too, and leaving takes it back.
func TestPicking(t *testing.T) {
	x := play(t, 80, 24, Options{}).keys("c", "tab", "down", "tab")
	if got := x.query.String(); got != "country:SY,LY" {
		t.Errorf("picked %q", got)
	}
	x.keys("esc")
	if x.text != "" || len(x.list.hits) != 5 {
		t.Errorf("left at %q", x.text)
	}
	x.keys("c").typed("lib").keys("ctrl+x", "enter")
	if got := x.query.String(); got != "-country:LY" {
		t.Errorf("excluded %q", got)
	}
	x.keys("backspace")
	if x.text != "" {
		t.Errorf("dropped to %q", x.text)
	}
}

func TestMouse(t *testing.T) {
	click := func(x, y int) tea.Msg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }
	x := play(t, 120, 40, Options{Query: "country:syria"})
	x.send(click(10, 6)) // the second entry
	if h, _ := x.current(); h.ID != "2019-11-27-middle-east" {
		t.Errorf("the click selects %s", h.ID)
	}
	x.send(click(10, 6))
	if x.focus != keys.Reader {
		t.Error("a second click does not open")
	}
	top := x.frameOf()
	x.send(tea.MouseWheelMsg{X: 80, Y: 20, Button: tea.MouseWheelDown})
	if x.frameOf() == top {
		t.Error("the wheel moves nothing")
	}
	chip := x.chips()[0]
	x.send(click(chip.from+1, 0))
	if x.text != "" {
		t.Errorf("the chip stays: %q", x.text)
	}
	x.keys("c")
	before := x.picker.at
	if x.send(click(10, 10)); x.picker == nil || x.picker.at != before || x.text != "" {
		t.Errorf("a click beside the picker picks %q", x.text)
	}
	if x.send(click(80, 6)); x.text == "" {
		t.Error("a click in the picker picks nothing")
	}
	x.keys("esc", "M")
	if x.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse stays on")
	}
}

// Keys are found on a Russian keyboard, remapped ones too.
func TestOtherKeys(t *testing.T) {
	x := play(t, 80, 24, Options{}).keys("о")
	if x.list.at != 1 {
		t.Error("о does not move down")
	}
	m, err := keys.Default().Remap("down=z")
	if err != nil {
		t.Fatal(err)
	}
	x = play(t, 80, 24, Options{Keys: m}).keys("z", "j")
	if x.list.at != 1 {
		t.Errorf("z and j move to %d", x.list.at)
	}
	if !strings.Contains(x.keys("?").frameOf(), "  z ") {
		t.Error("help does not know the new key")
	}
}

// A paragraph longer than the window is told page by page, all of it.
func TestLinearPages(t *testing.T) {
	words := make([]string, 400)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", i)
	}
	long := books{statement("2020-01-01-long", "Long", model.Date{Year: 2020}, strings.Join(words, " "))}
	x := play(t, 40, 10, Options{Linear: true, Open: shelfOf(long)}).keys("enter", "j")
	told := map[string]bool{}
	for range 20 {
		for _, w := range strings.Fields(x.frameOf()) {
			told[w] = true
		}
		x.keys("space")
	}
	for _, w := range words {
		if !told[w] {
			t.Fatalf("%s is not told", w)
		}
	}
}

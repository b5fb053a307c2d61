package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"cstoread/data"
	"cstoread/model"
)

func fileOf(id, date string) string {
	return "---\nid: " + id + "\ntitle: About " + id + "\ndate: " + date + "\nlanguage: en\n---\n\nIraq.\n\n<!-- signature -->\n\nDone at Minsk.\n"
}

// write puts files into a new folder; keys are names.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// words tags every text with its language, to see what was handed over.
type words struct{}

func (words) Tag(dst []model.Mention, text, language string) []model.Mention {
	return append(dst, model.Mention{Code: language, Text: text})
}

func TestLibraryIsOneOrderedCollection(t *testing.T) {
	l := Open(Options{Embedded: data.Statements(), Folder: write(t, map[string]string{
		"b.md": fileOf("b", "2018-11"), "a.md": fileOf("a", "2018-11"), "c.md": fileOf("c", "2020"),
		"sub/d.md": fileOf("d", ""), ".trash/e.md": fileOf("e", "2021"), ".hidden.md": "x", "notes.txt": "x",
	})})
	want := []string{
		"2024-06-06-committee-secretaries-security-council", "c", "2019-11-27-middle-east-north-africa",
		"a", "b", "d", "mirzoyan-tasmagambetov", "tasmagambetov-cronos-asia",
	}
	if got := l.IDs(); !slices.Equal(got, want) {
		t.Errorf("order %q", got)
	}
	if p := l.Problems(); len(p) > 0 {
		t.Errorf("problems %v", p)
	}
	for _, h := range l.Headers() {
		s, err := l.Statement(h.ID)
		if err != nil {
			t.Fatal(err)
		}
		if s.Header != h {
			t.Errorf("header in the list\n%+v, of the statement\n%+v", h, s.Header)
		}
		if h.Embedded != (len(h.ID) > 1) {
			t.Errorf("%s: embedded %v", h.ID, h.Embedded)
		}
	}
}

func TestBrokenFilesAreReportedAndLeftOut(t *testing.T) {
	dir := write(t, map[string]string{
		"good.md": fileOf("good", "2019"), "broken.md": "---\nid: broken\n---\nText.", "\x1b[31mx.md": "no front matter",
		"z-same.md": fileOf("good", "2020"), "mine.md": fileOf("mirzoyan-tasmagambetov", "2020"),
		"big.md": strings.Repeat("x", 17<<20),
	})
	l := Open(Options{Embedded: data.Statements(), Folder: dir})
	if n := len(l.Headers()); n != 5 {
		t.Errorf("%d headers", n)
	}
	all := ""
	for _, p := range l.Problems() {
		if strings.ContainsAny(p.Error(), "\n\x1b") {
			t.Errorf("problem %q", p)
		}
		all += p.Error() + "\n"
	}
	for _, want := range []string{
		"broken.md:1: no title", "x.md:1: no front matter", "big.md:1: larger than",
		"z-same.md: left out, because good.md has the same id good", "mine.md: left out, because its id mirzoyan-tasmagambetov is that of a built-in",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no problem %q in:\n%s", want, all)
		}
	}
	if _, err := l.Statement("broken"); err == nil || !strings.Contains(err.Error(), "broken.md:1: no title") {
		t.Errorf("a broken file: %v", err)
	}
	if _, err := l.Resolve("broken"); err == nil || !strings.Contains(err.Error(), "broken.md:1: no title") {
		t.Errorf("a broken file: %v", err)
	}
}

// counting counts how often each file is opened.
type counting struct {
	fs.FS
	mu     sync.Mutex
	opened map[string]int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.mu.Lock()
	c.opened[name]++
	c.mu.Unlock()
	return c.FS.Open(name)
}

func TestExactIDOpensOneFile(t *testing.T) {
	files := fstest.MapFS{}
	for i := range 50 {
		id := fmt.Sprintf("s%02d", i)
		files[id+".md"] = &fstest.MapFile{Data: []byte(fileOf(id, "2019"))}
	}
	files["other-name.md"] = &fstest.MapFile{Data: []byte(fileOf("elsewhere", "2019"))}
	count := &counting{FS: files, opened: map[string]int{}}
	l := Open(Options{Embedded: count})
	if id, err := l.Resolve("s07"); id != "s07" || err != nil {
		t.Fatal(id, err)
	}
	if _, err := l.Statement("s07"); err != nil {
		t.Fatal(err)
	}
	delete(count.opened, "s07.md")
	if len(count.opened) > 0 {
		t.Errorf("also opened %v", count.opened)
	}
	if s, err := l.Statement("elsewhere"); err != nil || s.ID != "elsewhere" {
		t.Errorf("a file of another name: %v", err)
	}
	if id, err := l.Resolve("else"); id != "elsewhere" || err != nil {
		t.Errorf("%q, %v", id, err)
	}
}

func TestUnknownIDs(t *testing.T) {
	l := Open(Options{Embedded: data.Statements(), Folder: write(t, nil)})
	for _, id := range []string{"nothing", "", "../x", "a/b", "\x1b[0m"} {
		if _, err := l.Statement(id); !errors.Is(err, model.ErrUnknownID) || strings.Contains(err.Error(), "\x1b") {
			t.Errorf("Statement(%q): %v", id, err)
		}
		if _, err := l.Resolve(id); !errors.Is(err, model.ErrUnknownID) {
			t.Errorf("Resolve(%q): %v", id, err)
		}
	}
}

func TestMentionsAreFoundOnce(t *testing.T) {
	made := 0
	l := Open(Options{Folder: write(t, map[string]string{"a.md": fileOf("a", "2019")}), Tagger: func() Tagger { made++; return words{} }})
	l.Headers()
	if made != 0 {
		t.Error("headers need no tagger")
	}
	for range 3 {
		s, err := l.Statement("a")
		if err != nil {
			t.Fatal(err)
		}
		if len(s.TitleMentions) != 1 || s.TitleMentions[0].Text != "About a" || len(s.Body[0].Mentions) != 1 || s.Body[0].Mentions[0].Code != "en" {
			t.Errorf("%+v", s)
		}
		if len(s.Body[1].Mentions) != 0 {
			t.Error("a signature is tagged")
		}
	}
	if made != 1 {
		t.Errorf("the tagger was made %d times", made)
	}
}

func TestMissingFolder(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone")
	if p := Open(Options{Folder: gone}).Problems(); len(p) != 0 {
		t.Errorf("the usual folder may be missing: %v", p)
	}
	if p := Open(Options{Folder: gone, Named: true}).Problems(); len(p) != 1 {
		t.Errorf("a named folder that is missing: %v", p)
	}
}

func TestReloadSeesChanges(t *testing.T) {
	dir := write(t, map[string]string{"a.md": fileOf("a", "2019")})
	l := Open(Options{Folder: dir})
	l.Headers()
	if s, err := l.Statement("a"); err != nil || s.Date.Year != 2019 {
		t.Fatal(s, err)
	}
	for name, text := range map[string]string{"a.md": fileOf("a", "2020"), "b.md": fileOf("b", "2021")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	l.Reload()
	if got := l.IDs(); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("IDs %q", got)
	}
	if s, err := l.Statement("a"); err != nil || s.Date.Year != 2020 {
		t.Error(s, err)
	}
}

func TestManyReadersAtOnce(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprintf("s%02d.md", i)] = fileOf(fmt.Sprintf("s%02d", i), "2019")
	}
	l := Open(Options{Embedded: data.Statements(), Folder: write(t, files), Tagger: func() Tagger { return words{} }})
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			for i, id := range l.IDs() {
				if _, err := l.Statement(id); err != nil {
					t.Error(err)
				}
				if i == 20 {
					l.Reload()
				}
			}
		})
	}
	readers.Wait()
}

func TestCacheStaysSmall(t *testing.T) {
	var c cache
	for i := range 100 {
		c.put(&model.Statement{Header: model.Header{ID: fmt.Sprint(i), Title: strings.Repeat("x", 1<<20)}}, 0)
	}
	if c.size > cacheSize || len(c.byID) != len(c.queue) || len(c.byID) != 32 {
		t.Errorf("%d bytes, %d statements", c.size, len(c.byID))
	}
	if s, _ := c.get("99"); s == nil {
		t.Error("the newest is gone")
	}
}

func TestWhere(t *testing.T) {
	env := map[string]string{"HOME": t.TempDir()}
	getenv := func(k string) string { return env[k] }
	if dir, named := Where("", getenv); dir != filepath.Join(env["HOME"], ".local", "share", "cstoread", "statements") || named {
		t.Error(dir, named)
	}
	env["CSTOREAD_LIBRARY"] = "/somewhere/"
	if dir, named := Where("", getenv); dir != filepath.Clean("/somewhere") || !named {
		t.Error(dir, named)
	}
	if dir, named := Where("here", getenv); dir != "here" || !named {
		t.Error(dir, named)
	}
	if dir, _ := Where("", func(string) string { return "" }); dir != "" {
		t.Error(dir)
	}
}

func BenchmarkHeaders(b *testing.B) {
	files := map[string]string{}
	for i := range 2000 {
		files[fmt.Sprintf("s%04d.md", i)] = fileOf(fmt.Sprintf("s%04d", i), "2019") + strings.Repeat("\nMinisters reaffirm their commitment.\n", 60)
	}
	dir := write(b, files)
	for b.Loop() {
		if n := len(Open(Options{Folder: dir}).Headers()); n != len(files) {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(len(files)), "µs/file")
}

func BenchmarkStatementByID(b *testing.B) {
	for b.Loop() {
		if _, err := Open(Options{Embedded: data.Statements()}).Statement("2019-11-27-middle-east-north-africa"); err != nil {
			b.Fatal(err)
		}
	}
}

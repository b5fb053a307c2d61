package intake

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cstoread/data/document"
	"cstoread/data/library"
	"cstoread/data/source"
	"cstoread/model"
)

const original = `Statement by the Foreign Ministers on the situation in Afghanistan

August 23, 2021

Dushanbe City

The Foreign Ministers follow the events in Afghanistan with concern, and note that the situation near the southern borders has changed in the last weeks.

They call on all the sides to refrain from violence, to protect civilians and to form a government that takes account of all the ethnic groups of the country.

They confirm that the Organization is ready to help its members to guard the border, in accordance with resolutions 1267 and 2255, and with 35 earlier decisions.

Go back
`

// copyOf is another site's version: the same day, the same text with a few
// words mended, another title.
var copyOf = strings.NewReplacer(
	"Statement by the Foreign Ministers on the situation in Afghanistan", "Statement of Ministers of Foreign Affairs on Afghanistan",
	"with concern, and note", "with great concern and note", "has changed in the last weeks", "has changed over the past weeks",
).Replace(original)

// changed is a later text under the same title and date.
var changed = strings.Replace(original, "They confirm that the Organization", "They once more confirm that the Organization and its staff", 1)

const russian = `Заявление министров иностранных дел о положении в Афганистане

23 августа 2021 года

г. Душанбе

Министры иностранных дел с озабоченностью следят за событиями в Афганистане и отмечают изменение обстановки у южных границ.

Они призывают стороны воздержаться от насилия, защищать мирных жителей и сформировать правительство, учитывающее интересы всех этнических групп.

Они подтверждают готовность Организации помочь своим членам в охране границы в соответствии с резолюциями 1267 и 2255 и с 35 ранее принятыми решениями.

Назад
`

const other = `Statement by the Foreign Ministers on strategic stability

May 19, 2021

Dushanbe City

The Foreign Ministers declare that strategic stability is a matter for all states, and that what was agreed upon must be kept by all who agreed to it.

They call for talks without conditions on all the kinds of arms that bear on it.

Go back
`

type fixture struct {
	t      *testing.T
	lib    *library.Library
	folder string
	got    []Result
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "statements")
	return &fixture{t: t, folder: folder, lib: library.Open(library.Options{Folder: folder})}
}

func (f *fixture) run(o Options, names ...string) error {
	f.t.Helper()
	f.got = nil
	f.lib.Reload()
	o.Library, o.Keeper, o.Limits = f.lib, f.lib, source.DefaultLimits()
	o.Today = model.Date{Year: 2026, Month: 11, Day: 23}
	o.Report = func(r Result) { f.got = append(f.got, r) }
	return Run(context.Background(), names, o)
}

// add takes one text in and gives the result.
func (f *fixture) add(text string) Result {
	f.t.Helper()
	if err := f.run(Options{Stdin: strings.NewReader(text)}, "-"); err != nil {
		f.t.Fatal(err)
	}
	if len(f.got) != 1 {
		f.t.Fatalf("%d results: %+v", len(f.got), f.got)
	}
	return f.got[0]
}

func TestVersions(t *testing.T) {
	f := newFixture(t)
	first := f.add(original)
	if first.Status != model.AdditionAdded || first.ID == "" || first.Statement.Place != "Dushanbe" {
		t.Fatalf("first: %+v", first)
	}
	if r := f.add("12.03.2020\nAnother teaser of quite another event in Minsk.\n\n" + original + "\nBack to the all news\n"); r.Status != model.AdditionDuplicate || r.ID != first.ID {
		t.Errorf("with another teaser: %s %s (%s)", r.Status, r.ID, r.Reason)
	}
	if r := f.add(copyOf); r.Status != model.AdditionVariant || r.Statement.VariantOf != first.ID {
		t.Errorf("another site's copy: %s %q (%s)", r.Status, r.Statement.VariantOf, r.Reason)
	}
	if r := f.add(russian); r.Status != model.AdditionVariant || r.Statement.TranslationOf != first.ID || !strings.Contains(r.Statement.Doubtful, "translation_of") {
		t.Errorf("translation: %s %q (%s)", r.Status, r.Statement.TranslationOf, r.Reason)
	}
	if r := f.add(other); r.Status != model.AdditionAdded {
		t.Errorf("another statement: %s (%s)", r.Status, r.Reason)
	}
	r := f.add(changed)
	if r.Status != model.AdditionRevision || r.ID != first.ID {
		t.Fatalf("changed: %s %s (%s)", r.Status, r.ID, r.Reason)
	}
	f.lib.Reload()
	s, err := f.lib.Statement(first.ID)
	if err != nil || !strings.Contains(s.Body[2].Text, "once more") {
		t.Errorf("the revision is not kept: %v", err)
	}
	if old := f.lib.Revisions(first.ID); len(old) != 1 {
		t.Errorf("%d earlier forms, want 1", len(old))
	}
	if n := len(f.lib.Headers()); n != 4 {
		t.Errorf("%d statements, want 4", n)
	}
}

func TestDryRunKeepsNothing(t *testing.T) {
	f := newFixture(t)
	if err := f.run(Options{DryRun: true, Stdin: strings.NewReader(original)}, "-"); err != nil {
		t.Fatal(err)
	}
	if f.got[0].Status != model.AdditionWouldAdd || f.got[0].ID == "" || !f.got[0].Evidence["date"].Sure {
		t.Errorf("got %+v", f.got[0])
	}
	if _, err := os.Stat(f.folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the library was touched: %v", err)
	}
}

func TestFolder(t *testing.T) {
	f := newFixture(t)
	in := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(in, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", original)
	write("b/c.txt", other)
	write("b/again.txt", other)
	write("empty.txt", "")
	write("picture.dat", "\x00\x01\x02\x03\x04\x05\x06\x07")
	write(".hidden.txt", other)
	write("page_files/style.css", "p{}")
	write("own.md", "---\nid: my-own-id\ntitle: A title of its own\n---\n\nThe body of a statement that was in a library before.\n")
	if err := f.run(Options{}, in); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range f.got {
		got = append(got, fmt.Sprintf("%s %s", strings.TrimPrefix(r.Source, in+string(filepath.Separator)), r.Status))
	}
	want := []string{"a.txt added", filepath.Join("b", "again.txt") + " added", filepath.Join("b", "c.txt") + " duplicate", "empty.txt refused", "own.md added", "picture.dat refused"}
	if strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if _, err := f.lib.Statement("my-own-id"); err != nil {
		t.Error(err)
	}
	if err := f.run(Options{}, in); err != nil {
		t.Fatal(err)
	}
	for _, r := range f.got {
		if r.Status != model.AdditionDuplicate && r.Status != model.AdditionRefused {
			t.Errorf("a second time: %s %s", r.Source, r.Status)
		}
	}
}

func TestManyAreReportedInOrder(t *testing.T) {
	f := newFixture(t)
	in := t.TempDir()
	for i := range 300 {
		text := fmt.Sprintf("Statement of the delegation on matter %d\n\n%d March 2011\n\nThe delegation speaks of matter %d, which has %d sides and %d friends, and calls it important for all.\n", i, i%28+1, i, i*7, i*13)
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.run(Options{}, in); err != nil {
		t.Fatal(err)
	}
	if len(f.got) != 300 {
		t.Fatalf("%d results", len(f.got))
	}
	for i, r := range f.got {
		if want := fmt.Sprintf("%03d.txt", i); filepath.Base(r.Source) != want || r.Status == model.AdditionRefused {
			t.Fatalf("result %d is %s %s %s", i, r.Source, r.Status, r.Reason)
		}
		if b, err := os.ReadFile(filepath.Join(f.folder, r.ID+".md")); r.Status != model.AdditionDuplicate && (err != nil || len(b) == 0) {
			t.Fatalf("%s is not on disk: %v", r.ID, err)
		}
	}
}

// failing keeps nothing after the first two.
type failing struct{ n int }

func (f *failing) AddAll(s []*model.Statement) []error {
	errs := make([]error, len(s))
	for i := range errs {
		if f.n++; f.n > 2 {
			errs[i] = errors.New("no space left on device")
		}
	}
	return errs
}

func (f *failing) Edit(string, func([]byte) ([]byte, error)) error { return errors.New("no space") }

func TestFullDisk(t *testing.T) {
	var got []Result
	in := t.TempDir()
	for i, text := range []string{original, other, russian} {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "August 23, 2021", "August 3, 2020"), "23 августа 2021 года", "1 июня 2019 года")
		if err := os.WriteFile(filepath.Join(in, fmt.Sprint(i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	err := Run(context.Background(), []string{in}, Options{
		Library: library.Open(library.Options{}), Keeper: &failing{}, Limits: source.DefaultLimits(),
		Report: func(r Result) { got = append(got, r) },
	})
	if err == nil || !strings.Contains(err.Error(), "no space") {
		t.Errorf("err = %v", err)
	}
	if len(got) != 3 || got[0].Status != model.AdditionAdded || got[1].Status != model.AdditionAdded || got[2].Status != model.AdditionRefused || !strings.Contains(got[2].Reason, "no space") {
		t.Errorf("got %+v", got)
	}
}

// fetched serves pages from memory.
type fetched map[string]string

func (f fetched) Get(_ context.Context, address string) (source.Input, error) {
	body, ok := f[address]
	if !ok {
		return source.Input{}, errors.New("the server answered 404 Not Found")
	}
	return source.Input{Name: address, URL: address, Body: []byte(body)}, nil
}

func TestFeed(t *testing.T) {
	f := newFixture(t)
	web := fetched{
		"https://example.org/feed": `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><link>https://example.org/1</link></item><item><link>https://example.org/2</link></item><item><link>https://example.org/gone</link></item></channel></rss>`,
		"https://example.org/1":    original,
		"https://example.org/2":    other,
	}
	if err := f.run(Options{Fetch: web}, "https://example.org/feed"); err != nil {
		t.Fatal(err)
	}
	if len(f.got) != 3 || f.got[0].Statement.Source != "https://example.org/1" || f.got[1].Status != model.AdditionAdded || f.got[2].Status != model.AdditionRefused {
		t.Errorf("got %+v", f.got)
	}
	if got := f.got[0].Statement.Retrieved.String(); got != "2026-11-23" {
		t.Errorf("retrieved %s", got)
	}
	var s strings.Builder
	s.Write(document.Format(f.got[0].Statement))
	if !strings.Contains(s.String(), "source: https://example.org/1\n") {
		t.Errorf("the source is not kept: %s", s.String())
	}
}

// Each of these would read otherwise as Markdown than as the text it is.
func TestTextIsKeptToTheLetter(t *testing.T) {
	f := newFixture(t)
	paragraphs := []string{
		"1. The first of two numbered paragraphs, which begin as a list would.",
		"2. The second one <b>is</b> about *stars* and _lines_ and [brackets](x).",
		"- Mr. President, that is not how things are done here, and it never was.",
		"# 4 in a row, as the delegation of the host country called it.",
		"    Indented text is no code, whatever its blanks say about it here.",
		"A | B | C is not a table, and neither is this line of the statement.",
		"> The greater part of the members agreed to it without any debate.",
		"Ends with a backslash\\ and an entity &amp; &lt;tag&gt; for good.",
		"www.example.org and https://example.org/a_b_c are only addresses here.",
	}
	r := f.add("Statement of the delegation on how texts are kept\n\n3 March 2011\n\n" + strings.Join(paragraphs, "\n\n") + "\n")
	if r.Status != model.AdditionAdded {
		t.Fatalf("%s: %s", r.Status, r.Reason)
	}
	f.lib.Reload()
	s, err := f.lib.Statement(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Body) != len(paragraphs) {
		t.Fatalf("%d paragraphs, want %d: %+v", len(s.Body), len(paragraphs), s.Body)
	}
	for i, p := range s.Body {
		want := strings.TrimPrefix(strings.TrimSpace(paragraphs[i]), "- ")
		if p.Text != want {
			t.Errorf("paragraph %d = %q, want %q", i+1, p.Text, want)
		}
	}
}

package headercache

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"cstoread/model"
)

// full is a header in which every field says something else.
func full(t testing.TB, seed int) model.Header {
	var h model.Header
	v := reflect.ValueOf(&h).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString(fmt.Sprintf("%s %d Текст", v.Type().Field(i).Name, seed))
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Int:
			f.SetInt(int64(7 + seed))
		default:
			if f.Type() != reflect.TypeFor[model.Date]() {
				t.Fatalf("this test does not know a %s", f.Type())
			}
			f.Set(reflect.ValueOf(model.Date{Year: 1990 + i, Month: 12, Day: 31, EndMonth: 11, EndDay: 30 - i}))
		}
	}
	return h
}

func table(t testing.TB) *Table {
	a, b := full(t, 1), model.Header{ID: "b", Title: "B", Paragraphs: 3}
	return &Table{
		Headers: []model.Header{a, b},
		Files:   []File{{1, "sub/other name.md", 1 << 40, -5}, {0, "b.md", 12, 1763900000000000001}},
		Left:    []Left{{File{1, "bad.md", 3, 4}, model.Header{}, "bad.md:1: no title"}, {File{1, "b.md", 3, 4}, b, ""}},
		Begun:   1763900000123456789,
	}
}

func encoded(t testing.TB, folder string, x *Table) []byte {
	var b bytes.Buffer
	if err := Encode(&b, folder, x); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	want := table(t)
	got, err := Decode(encoded(t, "/a/folder", want), "/a/folder")
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n got %+v\nwant %+v", err, got, want)
	}
}

func TestManyEntriesAreWrittenInPieces(t *testing.T) {
	want := &Table{Left: []Left{}}
	for i := range 5000 {
		want.Headers = append(want.Headers, full(t, i))
		want.Files = append(want.Files, File{Name: fmt.Sprint(i)})
	}
	got, err := Decode(encoded(t, "", want), "")
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Error(err)
	}
}

func TestForeignAndDamagedAreRefused(t *testing.T) {
	good := encoded(t, "/a", table(t))
	if _, err := Decode(good, "/b"); !errors.Is(err, ErrForeign) {
		t.Errorf("another folder's: %v", err)
	}
	if _, err := Decode([]byte("hello"), "/a"); !errors.Is(err, ErrForeign) {
		t.Errorf("no cache: %v", err)
	}
	older := bytes.Clone(good)
	older[len(head)-1]--
	if _, err := Decode(older, "/a"); !errors.Is(err, ErrForeign) {
		t.Errorf("another version: %v", err)
	}
	for i := range good {
		if _, err := Decode(good[:i], "/a"); err == nil {
			t.Errorf("cut at %d: read", i)
		}
		bad := bytes.Clone(good)
		bad[i] ^= 0x10
		if _, err := Decode(bad, "/a"); err == nil {
			t.Errorf("changed at %d: read", i)
		}
	}
}

func TestSave(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "not", "there")
	path := Path(cache, "/a")
	if path == Path(cache, "/b") {
		t.Error("two folders have one cache")
	}
	for range 2 {
		if err := Save(path, "/a", table(t)); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := Load(path, "/a"); err != nil || len(got.Headers) != 2 {
		t.Error(got, err)
	}
	if entries, _ := os.ReadDir(cache); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	if err := Save(filepath.Join(path, "below a file"), "/a", table(t)); err == nil {
		t.Error("written below a file")
	}
}

// FuzzDecode gives bodies with a right sum, which no accident does.
func FuzzDecode(f *testing.F) {
	good := encoded(f, "/a", table(f))
	f.Add(good[len(head) : len(good)-4])
	f.Fuzz(func(t *testing.T, body []byte) {
		data := append([]byte(head), body...)
		data = binary.LittleEndian.AppendUint32(data, crc32.Checksum(data, castagnoli))
		x, err := Decode(data, "/a")
		if err != nil {
			return
		}
		again, err := Decode(encoded(t, "/a", x), "/a")
		if err == nil && !reflect.DeepEqual(x, again) {
			t.Errorf("read as %+v, then as %+v", x, again)
		}
	})
}

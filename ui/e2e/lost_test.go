//go:build unix

package e2e

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"cstoread/data/document"
	"cstoread/model"
)

// Nothing is lost: the built program adds 500 pages and is killed at a random
// moment, or the disk is full. Then every page that was reported as added is
// there whole, there is no half file, and a second add completes the rest. The
// usual run kills a few times; in earnest it is
//
//	go test ./ui/e2e -run Lost -kills 200

var kills = flag.Int("kills", 2, "how many adds of 500 pages to cut short")

const pageCount = 500

// pages makes a folder of web pages, and the library that they are to become,
// and takes the time that this takes.
func pages(t *testing.T) (folder string, want map[string]string, took time.Duration) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "pages")
	out, err := exec.Command("go", "run", "cstoread/data/internal/makelibrary", "-n", strconv.Itoa(pageCount), "-pages", folder).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	library := filepath.Join(t.TempDir(), "library")
	began := time.Now()
	reported, err := add(t, library, folder, nil)
	took = time.Since(began)
	if err != nil || len(reported) != pageCount {
		t.Fatalf("%d of %d pages are added: %v", len(reported), pageCount, err)
	}
	want = whole(t, library)
	if len(want) != pageCount {
		t.Fatalf("%d statements of %d pages", len(want), pageCount)
	}
	return folder, want, took
}

// add runs cstoread add and gives the IDs that were reported as added. It
// calls started, which may be nil, with the process.
func add(t *testing.T, library, folder string, started func(*os.Process)) (ids []string, err error) {
	t.Helper()
	cmd := exec.Command(program, "--library", library, "add", folder, "--format", "tsv")
	cmd.Env = environment(t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if started != nil {
		started(cmd.Process)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if fields := strings.Split(lines.Text(), "\t"); fields[0] == string(model.AdditionAdded) {
			ids = append(ids, fields[1])
		}
	}
	if err := cmd.Wait(); err != nil {
		return ids, errors.New(err.Error() + ": " + said.String())
	}
	return ids, nil
}

// whole reads a library and gives its files by ID. A file that is not a whole
// statement, or is anything else, fails the test.
func whole(t *testing.T, library string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(library, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case path == library && errors.Is(err, fs.ErrNotExist):
			return fs.SkipAll
		case err != nil:
			return err
		case entry.IsDir():
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		id, ok := strings.CutSuffix(entry.Name(), ".md")
		if !ok {
			t.Errorf("a file that is no statement: %s", entry.Name())
			return nil
		}
		if s, err := document.Parse(entry.Name(), data); err != nil || s.ID != id {
			t.Errorf("half a file: %s: %v", entry.Name(), err)
		}
		files[id] = string(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// checkKept looks at a library after an add that was cut short.
func checkKept(t *testing.T, library string, reported []string, want map[string]string) {
	t.Helper()
	files := whole(t, library)
	for _, id := range reported {
		if _, ok := files[id]; !ok {
			t.Errorf("%s was reported as added and is not there", id)
		}
	}
	for id, text := range files {
		if text != want[id] {
			t.Errorf("%s is there and not whole:\n%s", id, text)
		}
	}
}

// complete adds a second time.
func complete(t *testing.T, library, folder string, want map[string]string) {
	t.Helper()
	if _, err := add(t, library, folder, nil); err != nil {
		t.Errorf("the second add: %v", err)
	}
	files := whole(t, library)
	for id, text := range want {
		if files[id] != text {
			t.Errorf("after the second add %s is not as it should be", id)
		}
	}
	if len(files) != len(want) {
		t.Errorf("after the second add there are %d statements, want %d", len(files), len(want))
	}
}

func TestLostByKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many programs")
	}
	folder, want, took := pages(t)
	random := rand.New(rand.NewPCG(3, 4))
	cut, tries := 0, 0
	for ; cut < *kills && tries < 5**kills; tries++ {
		library := filepath.Join(t.TempDir(), "library")
		moment := time.Duration(random.Int64N(int64(took)))
		began := time.Now()
		reported, err := add(t, library, folder, func(process *os.Process) {
			time.AfterFunc(moment, func() { _ = process.Kill() })
		})
		if err != nil {
			cut++
		} else {
			took = min(took, time.Since(began)) // the machine was busier before
		}
		checkKept(t, library, reported, want)
		complete(t, library, folder, want)
	}
	if cut == 0 {
		t.Error("no kill came in time: the test shows nothing")
	}
	t.Logf("%d of %d adds were cut", cut, tries)
}

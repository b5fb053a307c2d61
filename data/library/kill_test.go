package library

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cstoread/model"
)

// The harness starts this test binary as a program that adds statements and
// reports each, kills it at a random moment, and looks at what is left. The
// usual run does so a few times; in earnest it is
//
//	go test ./data/library -run Killed -kills 200

var kills = flag.Int("kills", 4, "how often to kill an add of 500 statements")

const (
	killFolder = "CSTOREAD_TEST_KILL_FOLDER"
	killCount  = 500
	killBatch  = 20
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(killFolder); folder != "" {
		addAndReport(folder)
		return
	}
	flag.Parse()
	os.Exit(m.Run())
}

// addAndReport adds statements in batches and prints the ID of each that is
// kept, at once.
func addAndReport(folder string) {
	l := Open(Options{Folder: folder})
	for first := 0; first < killCount; first += killBatch {
		var batch []*model.Statement
		for i := first; i < first+killBatch; i++ {
			batch = append(batch, made(fmt.Sprintf("s%03d", i)))
		}
		for i, err := range l.AddAll(batch) {
			switch {
			case err == nil, errors.Is(err, ErrKept):
				fmt.Println(batch[i].ID)
			default:
				fmt.Println("error:", err)
			}
		}
	}
}

func TestKilledAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many programs")
	}
	random := rand.New(rand.NewPCG(1, 2))
	cut := 0
	for range *kills {
		folder := t.TempDir()
		reported := runAdd(t, folder, random.IntN(killCount), time.Duration(random.Int64N(int64(20*time.Millisecond))))
		if len(reported) < killCount {
			cut++
		}
		check(t, folder, reported)
		if n := len(runAdd(t, folder, killCount, 0)); n != killCount {
			t.Errorf("the second add completes %d of %d", n, killCount)
		}
		if n := len(Open(Options{Folder: folder}).Headers()); n != killCount {
			t.Errorf("%d statements after the second add", n)
		}
	}
	if cut < *kills/2 {
		t.Errorf("only %d of %d kills came in time: the test shows too little", cut, *kills)
	}
	t.Logf("%d of %d adds were cut", cut, *kills)
}

// runAdd runs the program, kills it a moment after it has reported so many, if
// it reports more, and gives the IDs that it reported as kept.
func runAdd(t *testing.T, folder string, until int, moment time.Duration) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killFolder+"="+folder)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(moment, func() { _ = cmd.Process.Kill() }) }
	if until == 0 {
		kill()
	}
	var ids []string
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "error:") {
			t.Error(lines.Text())
		}
		if ids = append(ids, lines.Text()); len(ids) == until && until < killCount {
			kill()
		}
	}
	if err := cmd.Wait(); err != nil && until == killCount {
		t.Fatal(err)
	}
	return ids
}

// check looks at a folder after a kill: what was reported is whole, and there
// is no half statement.
func check(t *testing.T, folder string, reported []string) {
	t.Helper()
	for _, id := range reported {
		if err := whole(filepath.Join(folder, id+extension), id); err != nil {
			t.Errorf("reported as kept: %v", err)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), extension); ok {
			if err := whole(filepath.Join(folder, e.Name()), id); err != nil {
				t.Errorf("half a file: %v", err)
			}
		}
	}
}

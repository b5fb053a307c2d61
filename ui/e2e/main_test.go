package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	// The program's parts are imported so that a change to one of them is a
	// change to this test, and no stored result of it is used again.
	_ "cstoread/data"
	_ "cstoread/ui"
)

// program is the built binary, in a folder of its own.
var program string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "cstoread-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program = filepath.Join(dir, "cstoread")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	// Reading main.go makes it an input of the test, as the imports above do
	// for the rest.
	if _, err := os.ReadFile("../../main.go"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	build := exec.Command("go", "build", "-buildvcs=false", "-o", program, "cstoread")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

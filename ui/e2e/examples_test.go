//go:build unix

package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The examples that help shows are run as they stand, by a shell, and must
// succeed and print something. Those of the reader itself need a terminal and
// are opened on one.
func TestExamples(t *testing.T) {
	run := 0
	for _, name := range commands(t) {
		for _, example := range examplesOf(t, name) {
			if name == "" {
				continue
			}
			run++
			t.Run(example, func(t *testing.T) { runExample(t, example) })
		}
	}
	if run < 20 {
		t.Errorf("only %d examples were found in the help", run)
	}
}

// runExample leaves out the end of a pipe whose program is not installed.
func runExample(t *testing.T, example string) {
	if at := strings.LastIndex(example, " | "); at > 0 {
		reader := strings.Fields(example[at+3:])[0]
		if _, err := exec.LookPath(reader); err != nil && reader != "cstoread" {
			example = example[:at]
		}
	}
	dir := t.TempDir()
	const gold = `{"id":"1","text":"Ministers discussed Syria.","countries":["SY"],"split":"dev"}` + "\n"
	for name, content := range map[string]string{
		"statement.txt": "Ministers discussed Syria.\n",
		"texts.jsonl":   `{"id":"1","text":"Ministers discussed Syria."}` + "\n",
		"gold.jsonl":    gold,
		"model/tag/testdata/gold/countries.jsonl": gold,
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("sh", "-c", example)
	cmd.Dir = dir
	cmd.Env = append(environment(t.TempDir()), "PATH="+filepath.Dir(program)+":"+os.Getenv("PATH"))
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, errs.String())
	}
	if out.Len() == 0 && !strings.Contains(example, " > ") {
		t.Error("nothing is printed")
	}
}

// commands lists the names of all commands, "" for the program itself.
func commands(t *testing.T) []string {
	names := []string{""}
	inside := false
	for line := range strings.Lines(help(t, "")) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case line == strings.ToUpper(line): // a heading
			inside = words[0] == "READING" || words[0] == "MORE"
		case inside && words[0] != "help" && words[0] != "completion":
			names = append(names, words[0])
		}
	}
	return names
}

// examplesOf reads them from a command's help.
func examplesOf(t *testing.T, name string) []string {
	var examples []string
	inside := false
	for line := range strings.Lines(help(t, name)) {
		s := strings.TrimSpace(line)
		switch {
		case s == "EXAMPLES":
			inside = true
		case s != "" && s == strings.ToUpper(s):
			inside = false
		case inside && s != "":
			examples = append(examples, s)
		}
	}
	if len(examples) == 0 {
		t.Errorf("cstoread %s has no examples", name)
	}
	return examples
}

func help(t *testing.T, name string) string {
	args := []string{"--help"}
	if name != "" {
		args = []string{name, "--help"}
	}
	out, err := command(t, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// command is one run of the program without a terminal, in a home of its own.
func command(t *testing.T, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Env = environment(t.TempDir())
	return cmd
}

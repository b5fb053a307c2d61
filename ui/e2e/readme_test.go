//go:build unix

package e2e

import (
	"flag"
	"os"
	"strings"
	"testing"

	"cstoread/ui/keys"
)

var update = flag.Bool("update", false, "write what is generated into the README and its screenshot")

const (
	readme    = "../../README.md"
	keysBegin = "<!-- keys: made by go test ./ui/e2e -run Readme -update -->\n"
	keysEnd   = "<!-- end of keys -->\n"
)

// The README's keys are those of the bindings, like the help on the screen.
func TestReadmeKeys(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begun := strings.Cut(string(text), keysBegin)
	have, after, ended := strings.Cut(rest, keysEnd)
	if !begun || !ended {
		t.Fatal("the README has no place for the keys")
	}
	want := keyTable()
	if have == want {
		return
	}
	if !*update {
		t.Fatalf("the README's keys are not those of the program: run go test ./ui/e2e -run Readme -update")
	}
	if err := os.WriteFile(readme, []byte(before+keysBegin+want+keysEnd+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

func keyTable() string {
	var b strings.Builder
	b.WriteString("\n")
	for _, group := range keys.Default().Help() {
		b.WriteString("| " + group.Name + " | |\n|---|---|\n")
		for _, k := range group.Bindings {
			key := strings.ReplaceAll(k.Help().Key, "|", `\|`)
			b.WriteString("| " + key + " | " + k.Help().Desc + " |\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Every command that help names is in the README.
func TestReadmeCommands(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range commands(t) {
		if !strings.Contains(string(text), "`cstoread "+name) && name != "" {
			t.Errorf("the README does not tell of cstoread %s", name)
		}
	}
}

package screen

import (
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// terminal is where keys come from and where the screen is drawn.
type terminal struct {
	in, out *os.File
	opened  []*os.File // to be closed by us
}

func isTerminal(f *os.File) bool { return f != nil && term.IsTerminal(f.Fd()) }

// openTerminal finds the terminal. Standard input and output serve where they
// are one; where they are not, the process's own terminal does; where that
// cannot be opened, standard error may still lead to it.
func openTerminal(stdin, stdout, stderr *os.File) (terminal, error) {
	t := terminal{in: stdin, out: stdout}
	if isTerminal(stdin) && isTerminal(stdout) {
		return t, nil
	}
	in, out, err := tea.OpenTTY()
	if err != nil || !isTerminal(in) {
		if isTerminal(stdin) && isTerminal(stderr) {
			t.out = stderr
			return t, nil
		}
		return t, ErrNoTerminal
	}
	t.opened = append(t.opened, in)
	if out != in {
		t.opened = append(t.opened, out)
	}
	t.in = in
	if !isTerminal(stdout) {
		t.out = out
	}
	return t, nil
}

func (t terminal) close() {
	for _, f := range t.opened {
		f.Close()
	}
}

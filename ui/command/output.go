package command

import (
	"bufio"
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/charmbracelet/x/term"
)

// output is a command's standard output: buffered, and aware of whether a
// person or a program reads it.
type output struct {
	*bufio.Writer
	// person says that this is a terminal.
	person bool
	// width is the terminal's width in columns, 0 for no limit.
	width int
	// colour says that escape sequences for bold and the like are welcome.
	colour bool
}

// newOutput looks at w once. A writer that is no file is read by a program.
func newOutput(w io.Writer) *output {
	out := &output{Writer: bufio.NewWriterSize(w, 64<<10)}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return out
	}
	out.person = true
	out.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	out.width = 80
	if w, _, err := term.GetSize(f.Fd()); err == nil && w > 0 {
		out.width = w
	}
	return out
}

// look is how a piece of text stands out on a terminal: the parameters of a
// "select graphic rendition" sequence.
type look string

// The looks of the commands are those every terminal has; colours of the
// screen's theme would need to know whether the terminal is light or dark.
const (
	lookStrong look = "1"
	lookDim    look = "2"
	lookHit    look = "1;4"
)

// in gives s the look where the terminal takes it. s is clean text.
func (o *output) in(l look, s string) string {
	if !o.colour || s == "" {
		return s
	}
	return "\x1b[" + string(l) + "m" + s + "\x1b[0m"
}

// closedPipe says that nobody reads what is written any more, which is the
// reader's right and no error.
func closedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

//go:build unix && !aix

package screen

import (
	"os"
	"time"

	"github.com/charmbracelet/x/termios"
	"golang.org/x/sys/unix"
)

// settle waits until another program has taken the terminal out of canonical
// mode, or settleTime at most. A pager at the other end of our pipe does that
// when it starts, and notes the modes it found, to restore them at its end:
// if we had changed them already it would keep ours.
func settle(tty *os.File) {
	for end := time.Now().Add(settleTime); time.Now().Before(end); time.Sleep(settleStep) {
		modes, err := termios.GetTermios(int(tty.Fd()))
		if err != nil || modes.Lflag&unix.ICANON == 0 {
			return
		}
	}
}

const (
	settleTime = 150 * time.Millisecond
	settleStep = 2 * time.Millisecond
)

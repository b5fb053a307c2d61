//go:build unix

package e2e

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/termios"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// patience is how long a test waits for something that must come. It bounds a
// failure; no test passes or fails by how long something took.
const patience = 20 * time.Second

// terminal is a program on a pseudo-terminal, with an emulator that draws what
// it prints and answers what it asks.
type terminal struct {
	t    testing.TB
	cmd  *exec.Cmd
	ptmx *os.File
	// before are the terminal's settings before the program started.
	before *unix.Termios

	mu  sync.Mutex
	emu *vt.Emulator
	raw bytes.Buffer
	// drawn is closed when all that the program wrote has been drawn.
	drawn chan struct{}
	// chunks are, for a recording, the pieces in which output has come.
	recording bool
	chunks    []chunk
}

// chunk is a piece of output: when it came, and where it ends in raw.
type chunk struct {
	at  time.Time
	end int
}

// setup says how a program is started.
type setup struct {
	program    string
	args       []string
	cols, rows int
	// home is the program's home; a new empty folder when it is "".
	home string
	env  []string
	// stdout replaces the terminal as standard output.
	stdout io.Writer
	// mute terminals answer nothing.
	mute bool
	// recording notes when output comes and draws nothing, so that drawing
	// takes no time from the program.
	recording bool
}

// start runs a program on a terminal of its own.
func start(t testing.TB, s setup) *terminal {
	t.Helper()
	if s.program == "" {
		s.program = program
	}
	if s.cols == 0 {
		s.cols, s.rows = 120, 40
	}
	if s.home == "" {
		s.home = t.TempDir()
	}
	ptmx, tty, err := pty.Open()
	if err != nil {
		t.Fatalf("no pseudo-terminal: %v", err)
	}
	defer func() { _ = tty.Close() }()
	if err := pty.Setsize(ptmx, &pty.Winsize{Cols: uint16(s.cols), Rows: uint16(s.rows)}); err != nil {
		t.Fatal(err)
	}
	before, err := termios.GetTermios(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	x := &terminal{t: t, ptmx: ptmx, before: before, recording: s.recording, emu: vt.NewEmulator(s.cols, s.rows), drawn: make(chan struct{})}
	x.cmd = exec.Command(s.program, s.args...)
	x.cmd.Env = append(environment(s.home), s.env...)
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = tty, tty, tty
	if s.stdout != nil {
		x.cmd.Stdout = s.stdout
	}
	x.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := x.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go x.draw()
	go x.answer(s.mute)
	t.Cleanup(x.close)
	return x
}

// environment is that of a user whom nothing of the machine reaches.
func environment(home string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TERM=xterm-256color", "LANG=C.UTF-8",
		"XDG_DATA_HOME=" + home + "/data", "XDG_STATE_HOME=" + home + "/state",
		"XDG_CONFIG_HOME=" + home + "/config", "XDG_CACHE_HOME=" + home + "/cache",
	}
}

// draw feeds the emulator until the program has closed the terminal.
func (x *terminal) draw() {
	defer close(x.drawn)
	buf := make([]byte, 64<<10)
	for {
		n, err := x.ptmx.Read(buf)
		x.mu.Lock()
		x.raw.Write(buf[:n])
		if x.recording {
			x.chunks = append(x.chunks, chunk{time.Now(), x.raw.Len()})
		} else {
			_, _ = x.emu.Write(buf[:n])
		}
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answer brings the emulator's answers back to the program.
func (x *terminal) answer(mute bool) {
	var to io.Writer = x.ptmx
	if mute {
		to = io.Discard
	}
	_, _ = io.Copy(to, x.emu)
}

func (x *terminal) close() {
	_ = x.cmd.Process.Kill()
	_ = x.ptmx.Close()
	// The emulator's own Close is not safe beside a Read; closing the pipe it
	// reads from ends that too.
	if pipe, ok := x.emu.InputPipe().(io.Closer); ok {
		_ = pipe.Close()
	}
}

// screen is what a person sees.
func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.emu.String()
}

// output is every byte that the program has sent to the terminal.
func (x *terminal) output() []byte {
	x.mu.Lock()
	defer x.mu.Unlock()
	return bytes.Clone(x.raw.Bytes())
}

// keys types.
func (x *terminal) keys(s string) {
	x.t.Helper()
	if _, err := x.ptmx.WriteString(s); err != nil {
		x.t.Fatalf("typing %q: %v", s, err)
	}
}

// resize changes the terminal's size, as a window does.
func (x *terminal) resize(cols, rows int) {
	x.mu.Lock()
	x.emu.Resize(cols, rows)
	x.mu.Unlock()
	if err := pty.Setsize(x.ptmx, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		x.t.Fatal(err)
	}
}

// await waits until every text is on the screen.
func (x *terminal) await(texts ...string) {
	x.t.Helper()
	x.until("no "+strings.Join(texts, ", "), func(screen string) bool {
		for _, s := range texts {
			if !strings.Contains(screen, s) {
				return false
			}
		}
		return true
	})
}

// awaitGone waits until a text is no longer on the screen.
func (x *terminal) awaitGone(text string) {
	x.t.Helper()
	x.until("still "+text, func(screen string) bool { return !strings.Contains(screen, text) })
}

func (x *terminal) until(failure string, ok func(screen string) bool) {
	x.t.Helper()
	for end := time.Now().Add(patience); !ok(x.screen()); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			x.t.Fatalf("%s on the screen:\n%s", failure, x.screen())
		}
	}
}

// exit waits for the program's end and gives its exit code.
func (x *terminal) exit() int {
	x.t.Helper()
	ended := make(chan error, 1)
	go func() { ended <- x.cmd.Wait() }()
	select {
	case err := <-ended:
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			x.t.Fatal(err)
		}
	case <-time.After(patience):
		x.t.Fatalf("the program does not end:\n%s", x.screen())
	}
	// What the program wrote last can still be on its way when it has ended.
	select {
	case <-x.drawn:
	case <-time.After(patience):
		x.t.Fatal("the terminal is still held open by somebody")
	}
	return x.cmd.ProcessState.ExitCode()
}

// settle waits until the terminal has been quiet for a while.
func (x *terminal) settle() {
	for n := -1; n != x.sent(); time.Sleep(60 * time.Millisecond) {
		n = x.sent()
	}
}

// sent is how many bytes have come so far.
func (x *terminal) sent() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.Len()
}

// settings matches a change of terminal modes: "CSI ? 1049 ; 25 h".
var settings = regexp.MustCompile(`\x1b\[\?([0-9;]+)([hl])`)

// restored checks that the terminal is as it was: its line discipline, and
// every mode that the program has switched.
func (x *terminal) restored() {
	x.t.Helper()
	after, err := termios.GetTermios(int(x.ptmx.Fd()))
	if err != nil {
		x.t.Fatal(err)
	}
	if *after != *x.before {
		x.t.Errorf("terminal settings are %+v, were %+v", *after, *x.before)
	}
	normal := map[string]string{"25": "h", "7": "h"} // a visible cursor, wrapping lines; all else is off
	state := map[string]string{}
	out := x.output()
	for _, m := range settings.FindAllSubmatch(out, -1) {
		for mode := range strings.SplitSeq(string(m[1]), ";") {
			state[mode] = string(m[2])
		}
	}
	for mode, set := range state {
		want := normal[mode]
		if want == "" {
			want = "l"
		}
		if set != want {
			x.t.Errorf("mode %s is left at %s", mode, set)
		}
	}
	if keyboardLeft(out) {
		x.t.Error("the keyboard's mode is not reset")
	}
}

// The kitty protocol's setting of a mode, and the ways to reset it.
var (
	keyboardSet   = regexp.MustCompile(`\x1b\[[=>][1-9][0-9;]*u`)
	keyboardReset = regexp.MustCompile(`\x1b\[(<[0-9]*|=0(;1)?)u`)
)

// keyboardLeft says that the last setting was never reset.
func keyboardLeft(out []byte) bool {
	set, reset := keyboardSet.FindAllIndex(out, -1), keyboardReset.FindAllIndex(out, -1)
	if len(set) == 0 {
		return false
	}
	return len(reset) == 0 || reset[len(reset)-1][0] < set[len(set)-1][0]
}

//go:build unix

package e2e

import (
	"bytes"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// Without a terminal the reader says so in one line, and which command does
// the work instead.
func TestNoTerminal(t *testing.T) {
	for _, args := range [][]string{nil, {"2019-11-27"}, {"country:Syria", "sovereignty"}} {
		cmd := exec.Command(program, args...)
		cmd.Env = environment(t.TempDir())
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // no controlling terminal
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		_ = cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code != 1 {
			t.Errorf("%q: exit code %d, want 1", args, code)
		}
		if out.Len() > 0 {
			t.Errorf("%q: printed %q", args, out.String())
		}
		line := errs.String()
		if strings.Count(line, "\n") != 1 || !strings.Contains(line, "no terminal") || !strings.Contains(line, "cstoread ") {
			t.Errorf("%q: says %q", args, line)
		}
	}
}

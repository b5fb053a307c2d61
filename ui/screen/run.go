package screen

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// ErrNoTerminal says that there is nothing to draw on.
var ErrNoTerminal = errors.New("there is no terminal to read on: use cstoread list, show or search instead")

// endedMsg is a signal to end.
type endedMsg struct{}

// Run shows the screen until the person at it ends it, and gives back what was
// chosen. How it meets the terminal:
//
//   - It draws on standard output when that is a terminal, and on the
//     terminal itself when standard output is a pipe or a file: what is chosen
//     goes there, printed by the caller.
//   - When Run returns, the terminal is as it was; nothing has been written to
//     a standard output that is no terminal.
//   - An interrupt, a hang-up and a request to terminate all end it in that
//     way, as cancelled.
//
// Without any terminal the error is ErrNoTerminal.
func Run(ctx context.Context, opt Options) (Result, error) {
	t, err := openTerminal(os.Stdin, os.Stdout, os.Stderr)
	if err != nil {
		return Result{}, err
	}
	defer t.close()
	if !isTerminal(os.Stdout) {
		settle(t.in)
	}
	root := New(ctx, opt)
	program := tea.NewProgram(root,
		tea.WithContext(ctx), tea.WithInput(t.in), tea.WithOutput(t.out),
		// Output leaves on a ticker, and half of what a key takes to show is
		// waiting for it.
		tea.WithFPS(120),
		tea.WithoutSignalHandler(),
	)
	defer heed(program)()
	_, err = program.Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted), errors.Is(err, context.Canceled):
		return Result{Cancelled: true}, nil
	case err != nil:
		return Result{}, fmt.Errorf("the screen ended early: %w", err)
	}
	return root.Result(), nil
}

// heed lets the signals that end a program end this one in order. The result
// stops that.
func heed(program *tea.Program) func() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	done := make(chan struct{})
	go func() {
		select {
		case <-signals:
			program.Send(endedMsg{})
		case <-done:
		}
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}

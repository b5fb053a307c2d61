// Command bare is the least that a Bubble Tea program with a list can be: the
// measure against which the reader's speed and size are given. It reads rows
// from a file, shows those that fit, and moves by j, k and q.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

type list struct {
	rows          []string
	width, height int
	top, current  int
}

func (l list) Init() tea.Cmd { return nil }

func (l list) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		l.width, l.height = msg.Width, msg.Height
	case tea.KeyPressMsg:
		switch msg.String() {
		case "j":
			l.current = min(l.current+1, len(l.rows)-1)
		case "k":
			l.current = max(l.current-1, 0)
		case "q":
			return l, tea.Quit
		}
	}
	l.top = max(min(l.top, l.current), l.current-l.height+1)
	return l, nil
}

func (l list) View() tea.View {
	var b strings.Builder
	for i := l.top; i < min(l.top+l.height, len(l.rows)); i++ {
		mark := "  "
		if i == l.current {
			mark = "> "
		}
		if i > l.top {
			b.WriteByte('\n')
		}
		row := mark + l.rows[i]
		b.WriteString(row[:min(len(row), l.width)])
	}
	v := tea.NewView(b.String())
	v.AltScreen = true
	return v
}

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	rows := strings.Split(strings.TrimSpace(string(data)), "\n")
	if _, err := tea.NewProgram(list{rows: rows}, tea.WithFPS(120)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

package screen

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// keyboard are the keys that a fuzzed byte presses: all that are bound, and
// some that are not.
var keyboard = []string{
	"j", "k", "g", "G", "space", "pgup", "pgdown", "home", "end", "ctrl+d", "ctrl+u", "]", "[", "}", "{", "+", "-",
	"/", "c", "t", "n", "N", "backspace", "i", "o", "w", "enter", "l", "tab", "b", "h", "esc", "s", "a", "S",
	"m", "B", "u", "y", "p", "ctrl+x", "!", "up", "down", "left", "right", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+k",
	"delete", "?", "M", "ctrl+l", "q", "ctrl+c", "1", "2", "9", "0", "x", "(", `"`, ":", "中", "о", "\u0301", "ctrl+z",
}

// FuzzKeys presses keys, resizes, clicks, scrolls and pastes in any order, on
// a screen of any size: nothing panics and every frame is exact.
func FuzzKeys(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x1aj"), false)
	f.Add([]byte{17, 63, 64, 65, 26, 20, 20, 40, 200, 3, 4, 210, 9, 9, 220, 5, 5}, false)
	f.Add([]byte{18, 40, 41, 26, 25, 29, 24, 29, 23, 22, 22, 22}, true)
	f.Fuzz(func(t *testing.T, script []byte, linear bool) {
		if len(script) > 200 {
			t.Skip()
		}
		w, h := 80, 24
		x := play(t, w, h, Options{Linear: linear})
		for i := 0; i < len(script); i++ {
			arg := func(n int) int {
				if i+n < len(script) {
					return int(script[i+n])
				}
				return 0
			}
			switch b := int(script[i]); {
			case b < 200:
				x.keys(keyboard[b%len(keyboard)])
			case b < 210:
				w, h = arg(1), arg(2)%60
				x.send(tea.WindowSizeMsg{Width: w, Height: h})
				i += 2
			case b < 220:
				x.send(tea.MouseClickMsg{X: arg(1), Y: arg(2), Button: tea.MouseLeft})
				i += 2
			case b < 230:
				x.send(tea.MouseWheelMsg{X: arg(1), Y: arg(2), Button: tea.MouseWheelDown - tea.MouseButton(b%2)})
				i += 2
			case b < 240:
				x.send(tea.PasteMsg{Content: string(script[i:min(i+20, len(script))])})
			default:
				x.send(tea.BackgroundColorMsg{})
			}
			v := x.View()
			if !linear && !x.done && w > 0 && h > 0 {
				exact(t, "fuzz", v, w, h)
			}
		}
	})
}

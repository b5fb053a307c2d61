package markdown

import (
	"fmt"
	"image/color"

	"charm.land/glamour/v2/ansi"

	"cstoread/ui/theme"
)

// The style given to glamour names roles instead of colours: a colour whose
// red and green are these and whose blue is the role. Decoration that glamour
// draws by itself (the borders of tables) has no such colour.
const (
	roleRed   = 0xc5
	roleGreen = 0x70
)

func roleColour(r theme.Role) *string {
	s := fmt.Sprintf("#%02x%02x%02x", roleRed, roleGreen, int(r))
	return &s
}

// roleOf reads a role back from a cell's colour. The second result is false
// for what is not text.
func roleOf(c color.Color) (theme.Role, bool) {
	if c == nil {
		return theme.Rule, false
	}
	r, g, b, _ := c.RGBA()
	if r>>8 != roleRed || g>>8 != roleGreen {
		return theme.Rule, false
	}
	return theme.Role(b >> 8), true
}

// style is our Markdown style for text of one role. It adds no character to
// the text: no margin, no prefix, no mark around code.
func style(text theme.Role) ansi.StyleConfig {
	yes := true
	in := func(r theme.Role) ansi.StylePrimitive { return ansi.StylePrimitive{Color: roleColour(r)} }
	block := func(r theme.Role) ansi.StyleBlock { return ansi.StyleBlock{StylePrimitive: in(r)} }
	emphasis, strong := in(text), in(text)
	emphasis.Italic, strong.Bold = &yes, &yes
	return ansi.StyleConfig{
		Text:   in(text),
		Emph:   emphasis,
		Strong: strong,

		Strikethrough: in(text),
		Code:          block(text),
		CodeBlock:     ansi.StyleCodeBlock{StyleBlock: block(text)},
		LinkText:      in(theme.Link),
	}
}

package reader

import "strconv"

// A layout says in which columns the parts of a row stand.
type layout struct {
	number int // where the column of numbers begins
	digits int // how wide it is; 0 leaves it out
	bar    int // the column of the bar, or none
	start  int // where the text begins
	text   int // how wide it is; at least 1
}

// Below these widths of the pane the gutter gives up its numbers and then
// its bar.
const (
	widthForNumbers = 24
	widthForBar     = 10
)

// layout divides the width of the pane. The text is centred together with its
// gutter, so that it does not jump when numbers get another digit.
func (p *Pane) layout() layout {
	l := layout{bar: none}
	gutter := 0
	if p.width >= widthForNumbers && p.st != nil {
		l.digits = len(strconv.Itoa(max(len(p.st.Body), 10)))
		gutter = 1 + l.digits + 1 // a bookmark's column before, a blank after
	}
	if p.width >= widthForBar {
		gutter += 2
	}
	l.text = max(min(p.measure, p.width-gutter-1), 1)
	if p.width < widthForBar {
		l.text = max(p.width, 1)
	}
	left := max((p.width-gutter-l.text)/2, 0)
	l.number = left + 1
	if p.width >= widthForBar {
		l.bar = left + gutter - 2
	}
	l.start = left + gutter
	return l
}

package screen

// The geometry of the screen. Everything that depends on the window's size is
// decided here; a pane is told its width and height and thinks that it is the
// whole screen.
const (
	// wideFrom is the width from which list and reader stand side by side.
	wideFrom = 110
	// smallest is the window that still holds a frame.
	smallestWidth, smallestHeight = 20, 6
	// ruledFrom is the height from which lines separate header and status
	// from the panes; below it every line is text.
	ruledFrom = 12
	// listShare is the list's part of a wide window, in percent, between the
	// two bounds.
	listShare, listLeast, listMost = 36, 40, 72
)

// rect is a part of the window in cells; x and y count from 0.
type rect struct{ x, y, w, h int }

func (r rect) holds(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// layout is where everything stands in a window of w by h cells.
type layout struct {
	w, h int
	// small windows get a plain word instead of a frame.
	small bool
	// wide windows show list and reader side by side.
	wide bool
	// ruled windows have lines below the header and above the status.
	ruled bool
	// header is the first line, status the last. The body is between them:
	// in narrow windows list and reader are both all of it.
	header, status, body, list, reader rect
}

// layOut divides a window. Any size is allowed.
func layOut(w, h int) layout {
	l := layout{w: w, h: h}
	if w < smallestWidth || h < smallestHeight {
		l.small = true
		return l
	}
	l.wide = w >= wideFrom
	l.ruled = h >= ruledFrom
	top, bottom := 1, 1
	if l.ruled {
		top, bottom = 2, 2
	}
	l.header = rect{0, 0, w, 1}
	l.status = rect{0, h - 1, w, 1}
	l.body = rect{0, top, w, h - top - bottom}
	l.list, l.reader = l.body, l.body
	if l.wide {
		lw := min(max(w*listShare/100, listLeast), listMost)
		l.list.w = lw
		l.reader.x = lw + 1
		l.reader.w = w - lw - 1
	}
	return l
}

package keys

// Action is what a key does. Its value is the name by which it is remapped.
type Action string

// The actions.
const (
	Down     Action = "down"
	Up       Action = "up"
	PageDown Action = "page-down"
	PageUp   Action = "page-up"
	HalfDown Action = "half-down"
	HalfUp   Action = "half-up"
	First    Action = "first"
	Last     Action = "last"

	Open          Action = "open"
	Switch        Action = "switch-pane"
	Back          Action = "back"
	Section       Action = "section"
	All           Action = "all"
	Sort          Action = "sort"
	NextParagraph Action = "next-paragraph"
	PrevParagraph Action = "previous-paragraph"
	NextHit       Action = "next-hit"
	PrevHit       Action = "previous-hit"
	NextStatement Action = "next-statement"
	PrevStatement Action = "previous-statement"
	Wider         Action = "wider"
	Narrower      Action = "narrower"

	Search    Action = "search"
	Countries Action = "countries"
	Topics    Action = "topics"
	DropLast  Action = "drop-last"
	Implied   Action = "implied"

	Outline  Action = "outline"
	Why      Action = "why"
	Mark     Action = "mark"
	Bookmark Action = "bookmark"
	Unread   Action = "unread"

	Copy    Action = "copy"
	Print   Action = "print"
	Add     Action = "add"
	Mouse   Action = "mouse"
	Redraw  Action = "redraw"
	Help    Action = "help"
	Quit    Action = "quit"
	Suspend Action = "suspend"
	Cancel  Action = "cancel"

	Accept  Action = "accept"
	Leave   Action = "leave"
	Toggle  Action = "toggle"
	Exclude Action = "exclude"

	CharLeft   Action = "char-left"
	CharRight  Action = "char-right"
	WordLeft   Action = "word-left"
	WordRight  Action = "word-right"
	LineStart  Action = "line-start"
	LineEnd    Action = "line-end"
	DeleteBack Action = "delete-back"
	DeleteChar Action = "delete-char"
	DeleteWord Action = "delete-word"
	DeleteHead Action = "delete-to-start"
	DeleteTail Action = "delete-to-end"
)

// Place is where a binding holds; places are combined with |.
type Place uint8

// The places. A key means one thing in each of them.
const (
	List Place = 1 << iota
	Reader
	// Input is the filter line while one types in it.
	Input
	// Picker is a list of countries, topics or mentions to choose from, with
	// a line to narrow it.
	Picker
	// Adding is where one types a source to add, and sees what is in it.
	Adding
	// Page is a screen of text laid over the others: help, and the reasons.
	Page
)

const (
	panes = List | Reader
	all   = panes | Input | Picker | Adding | Page
	// Typing are the places where characters are typed and are no keys.
	Typing = Input | Picker | Adding
)

// entry is one line of the table: an action, where it holds, the section of
// the help it belongs to, what it does, and its keys.
type entry struct {
	action Action
	where  Place
	group  string
	does   string
	keys   []string
}

// The sections of the help, in their order.
const (
	groupMove   = "Moving"
	groupFind   = "Finding"
	groupGo     = "Going back and on"
	groupTake   = "Marking and taking away"
	groupChoose = "In a picker"
	groupAdd    = "Adding statements"
	groupType   = "In the search line"
	groupOther  = "The program"
)

// table is the one place where keys are given to actions and words to both.
func table() []entry { //nolint:funlen // one line a key, to be read as a table
	k := func(keys ...string) []string { return keys }
	return []entry{
		{Down, panes | Page, groupMove, "down", k("j", "down")},
		{Up, panes | Page, groupMove, "up", k("k", "up")},
		{PageDown, panes | Page, groupMove, "a page down", k("space", "pgdown", "ctrl+f")},
		{PageUp, panes | Page, groupMove, "a page up", k("pgup", "ctrl+b")},
		{HalfDown, panes | Page, groupMove, "half a page down", k("ctrl+d")},
		{HalfUp, panes | Page, groupMove, "half a page up", k("ctrl+u")},
		{First, panes | Page, groupMove, "to the beginning", k("g", "home")},
		{Last, panes | Page, groupMove, "to the end, or after a number to that paragraph or row", k("G", "end")},
		{NextParagraph, Reader, groupMove, "next paragraph", k("]")},
		{PrevParagraph, Reader, groupMove, "previous paragraph", k("[")},
		{NextStatement, panes, groupMove, "next statement", k("}")},
		{PrevStatement, panes, groupMove, "previous statement", k("{")},
		{Wider, Reader, groupMove, "wider text", k("+", "=")},
		{Narrower, Reader, groupMove, "narrower text", k("-")},

		{Search, panes, groupFind, "search", k("/")},
		{Countries, panes, groupFind, "countries", k("c")},
		{Topics, panes, groupFind, "topics", k("t")},
		{NextHit, panes, groupFind, "next hit, also in the next statement", k("n")},
		{PrevHit, panes, groupFind, "previous hit", k("N")},
		{DropLast, panes, groupFind, "drop the last part of the query", k("backspace")},
		{Implied, panes, groupFind, "implied countries too, or not", k("i")},
		{Outline, panes, groupFind, "outline: what the statement mentions", k("o")},
		{Why, panes, groupFind, "why: what was found in the paragraph, and by which rule", k("w")},

		{Open, panes, groupGo, "read; in the reader of a pipe: print and end", k("enter", "ctrl+j", "l", "right")},
		{Switch, panes, groupGo, "between list and reader", k("tab")},
		{Back, panes | Page, groupGo, "back, to where you came from", k("b", "h", "left", "esc")},
		{Section, panes, groupGo, "section: statements of the same kind and year", k("s")},
		{All, panes, groupGo, "all: the whole list, without a query", k("a")},
		{Sort, panes, groupGo, "sort: by date, title, relevance", k("S")},

		{Mark, Reader, groupTake, "mark: paragraphs from here on, or stop", k("m")},
		{Bookmark, panes, groupTake, "bookmark, or no longer", k("B")},
		{Unread, panes, groupTake, "read, or unread again", k("u")},
		{Copy, panes, groupTake, "copy ¶ with citation", k("y")},
		{Print, panes, groupTake, "print: the statement or the marked paragraphs, and end", k("p")},

		{Accept, Input | Picker, groupChoose, "take it", k("enter", "ctrl+j")},
		{Leave, Input | Picker, groupChoose, "leave it as it was", k("esc")},
		{Toggle, Picker, groupChoose, "pick, or no longer", k("tab")},
		{Exclude, Picker, groupChoose, "exclude, or no longer", k("ctrl+x", "!")},
		{Down, Typing, groupChoose, "down", k("down", "ctrl+n")},
		{Up, Typing, groupChoose, "up", k("up", "ctrl+p")},
		{PageDown, Typing, groupChoose, "a page down", k("pgdown")},
		{PageUp, Typing, groupChoose, "a page up", k("pgup")},

		{Add, panes, groupAdd, "add a file, a folder or an address to the library", k("A")},
		{Accept, Adding, groupAdd, "look, and when it is seen keep it", k("enter", "ctrl+j")},
		{Leave, Adding, groupAdd, "drop it", k("esc")},

		{CharLeft, Typing, groupType, "left", k("left", "ctrl+b")},
		{CharRight, Typing, groupType, "right", k("right", "ctrl+f")},
		{WordLeft, Typing, groupType, "a word left", k("alt+left", "ctrl+left", "alt+b")},
		{WordRight, Typing, groupType, "a word right", k("alt+right", "ctrl+right", "alt+f")},
		{LineStart, Typing, groupType, "to the start", k("home", "ctrl+a")},
		{LineEnd, Typing, groupType, "to the end", k("end", "ctrl+e")},
		{DeleteBack, Typing, groupType, "delete back", k("backspace", "ctrl+h")},
		{DeleteChar, Typing, groupType, "delete", k("delete", "ctrl+d")},
		{DeleteWord, Typing, groupType, "delete a word back", k("ctrl+w", "alt+backspace")},
		{DeleteHead, Typing, groupType, "delete to the start", k("ctrl+u")},
		{DeleteTail, Typing, groupType, "delete to the end", k("ctrl+k")},

		{Help, panes | Page, groupOther, "help", k("?", "f1")},
		{Mouse, panes, groupOther, "mouse on or off", k("M")},
		{Redraw, all, groupOther, "draw the screen again", k("ctrl+l")},
		{Suspend, all, groupOther, "stop, and go on later with fg", k("ctrl+z")},
		{Quit, panes | Page, groupOther, "quit", k("q")},
		{Cancel, all, groupOther, "end and print nothing", k("ctrl+c")},
	}
}

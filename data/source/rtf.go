package source

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"cstoread/data/page"
	"cstoread/model/clean"
)

// readRTF reads the text of a Rich Text Format file (specification 1.9.1):
// its paragraphs, without fonts, pictures, fields' instructions, headers and
// footers. No maintained library reads it, and its text is little work.
func readRTF(in Input) (page.Page, error) {
	r := rtf{src: in.Body, groups: []group{{page: charmap.Windows1252}}}
	if err := r.run(); err != nil {
		return page.Page{}, err
	}
	var blocks []page.Block
	for _, l := range strings.Split(clean.Text(r.out.String()), "\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			blocks = append(blocks, page.Block{Text: l, Break: true})
		}
	}
	return page.Page{Name: in.Name, URL: in.URL, Blocks: blocks}, nil
}

// group is the state that braces save and restore.
type group struct {
	skip bool
	// skipped characters stand after a \u for programs that do not know it.
	fallback int
	page     *charmap.Charmap
}

type rtf struct {
	src    []byte
	at     int
	out    strings.Builder
	groups []group
	drop   int // fallback characters still to drop
	fonts  map[int]*charmap.Charmap
	font   int
}

// maxGroups bounds nesting; real files stay below a few dozen.
const maxGroups = 500

var errRTF = errors.New("the document is damaged: its braces do not match")

func (r *rtf) top() *group { return &r.groups[len(r.groups)-1] }

func (r *rtf) run() error {
	r.top().fallback = 1
	for r.at < len(r.src) {
		c := r.src[r.at]
		r.at++
		switch c {
		case '{':
			if len(r.groups) > maxGroups {
				return errRTF
			}
			r.groups = append(r.groups, *r.top())
		case '}':
			if len(r.groups) == 1 {
				return nil
			}
			r.groups = r.groups[:len(r.groups)-1]
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.char(c)
		}
	}
	if len(r.groups) > 1 {
		return errRTF
	}
	return nil
}

func (r *rtf) char(c byte) {
	if r.drop > 0 {
		r.drop--
		return
	}
	if r.top().skip {
		return
	}
	r.out.WriteRune(r.top().page.DecodeByte(c))
}

func (r *rtf) control() {
	if r.at >= len(r.src) {
		return
	}
	c := r.src[r.at]
	if !isASCIILetter(c) {
		r.at++
		r.symbol(c)
		return
	}
	start := r.at
	for r.at < len(r.src) && isASCIILetter(r.src[r.at]) {
		r.at++
	}
	word := string(r.src[start:r.at])
	start = r.at
	if r.at < len(r.src) && r.src[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.src) && r.src[r.at] >= '0' && r.src[r.at] <= '9' && r.at-start < 10 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.src[start:r.at]))
	if r.at < len(r.src) && r.src[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, err == nil)
}

func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.src) {
			if n, err := strconv.ParseUint(string(r.src[r.at:r.at+2]), 16, 8); err == nil {
				r.at += 2
				r.char(byte(n))
			}
		}
	case '*':
		r.top().skip = true
	case '~':
		r.write(" ")
	case '_':
		r.write("-")
	case '\\', '{', '}':
		r.char(c)
	case '\r', '\n':
		r.write("\n")
	}
}

func (r *rtf) write(s string) {
	if !r.top().skip {
		r.out.WriteString(s)
	}
}

// punctuation is what has a control word of its own.
var punctuation = map[string]string{
	"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": "\n", "tab": " ",
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ",
}

// destinations hold no text of the document.
var destinations = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true,
	"header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true,
	"footerr": true, "footerf": true, "footnote": true, "annotation": true, "fldinst": true, "listtable": true,
	"listoverridetable": true, "themedata": true, "datastore": true, "latentstyles": true, "generator": true,
	"filetbl": true, "xmlnstbl": true, "rsidtbl": true, "pntext": true, "deleted": true,
}

func (r *rtf) word(word string, n int, given bool) {
	if s, ok := punctuation[word]; ok {
		r.write(s)
		return
	}
	if destinations[word] {
		r.top().skip = true
	}
	switch word {
	case "u":
		if given && !r.top().skip {
			if n < 0 {
				n += 1 << 16
			}
			r.out.WriteRune(rune(n))
			r.drop = r.top().fallback
		}
	case "uc":
		if given && n >= 0 && n < 100 {
			r.top().fallback = n
		}
	case "ansicpg":
		if p := codePage(n); p != nil {
			for i := range r.groups {
				r.groups[i].page = p
			}
		}
	case "f":
		r.font = n
		if p, ok := r.fonts[n]; ok && p != nil {
			r.top().page = p
		}
	case "fcharset":
		if r.fonts == nil {
			r.fonts = map[int]*charmap.Charmap{}
		}
		r.fonts[r.font] = fontPage(n)
	}
}

func codePage(n int) *charmap.Charmap {
	switch n {
	case 1251:
		return charmap.Windows1251
	case 1252:
		return charmap.Windows1252
	case 866:
		return charmap.CodePage866
	case 1250:
		return charmap.Windows1250
	case 1254:
		return charmap.Windows1254
	}
	return nil
}

// fontPage is the code page of a font's character set, as \fcharset numbers
// them.
func fontPage(n int) *charmap.Charmap {
	switch n {
	case 0:
		return charmap.Windows1252
	case 204:
		return charmap.Windows1251
	case 238:
		return charmap.Windows1250
	case 162:
		return charmap.Windows1254
	}
	return nil
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

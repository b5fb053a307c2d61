package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// A text is one piece of tag's input.
type text struct {
	// id is JSON; empty where the input gave none.
	id       []byte
	text     string
	language string
	// offset is the byte of the input at which the text begins, -1 where it
	// was inside of something else.
	offset int64
}

// A source gives tag its texts, and io.EOF after the last.
type source interface {
	next() (text, error)
	// waiting says that there is more input at hand already.
	waiting() bool
}

// paragraphLimit bounds the memory that a text without empty lines takes; a
// paragraph that is longer is cut at the end of a line.
const paragraphLimit = 1 << 20

const inputBuffer = 256 << 10

var byteOrderMark = []byte("\ufeff")

// paragraphs divides plain text at its empty lines.
type paragraphs struct {
	in       *bufio.Reader
	language string
	lines    bool
	n        int
	at       int64
	buf      []byte
}

func newParagraphs(in io.Reader, language string, lines bool) *paragraphs {
	p := &paragraphs{in: bufio.NewReaderSize(in, inputBuffer), language: language, lines: lines}
	if mark, err := p.in.Peek(len(byteOrderMark)); err == nil && bytes.Equal(mark, byteOrderMark) {
		n, _ := p.in.Discard(len(byteOrderMark))
		p.at = int64(n)
	}
	return p
}

func (p *paragraphs) waiting() bool { return p.in.Buffered() > 0 }

func (p *paragraphs) next() (text, error) {
	p.buf = p.buf[:0]
	start := p.at
	for {
		from := len(p.buf)
		err := p.line()
		blank := len(bytes.TrimSpace(p.buf[from:])) == 0
		switch {
		case blank && from == 0:
			p.buf = p.buf[:0]
			start = p.at
		case blank, p.lines, len(p.buf) > paragraphLimit:
			return p.text(start), nil
		}
		if errors.Is(err, io.EOF) && len(p.buf) > 0 {
			return p.text(start), nil
		}
		if err != nil {
			return text{}, err
		}
	}
}

// line reads the next line, with its end, to buf.
func (p *paragraphs) line() error {
	for {
		part, err := p.in.ReadSlice('\n')
		p.buf = append(p.buf, part...)
		p.at += int64(len(part))
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// text is what was read as one paragraph, without the line break at its end.
func (p *paragraphs) text(start int64) text {
	p.n++
	return text{
		id:       strconv.AppendQuote(nil, strconv.Itoa(p.n)),
		text:     string(bytes.TrimRight(p.buf, "\r\n \t")),
		language: p.language,
		offset:   start,
	}
}

// objects reads a JSON object from each line.
type objects struct {
	in       *bufio.Reader
	language string
	n        int
}

func newObjects(in io.Reader, language string) *objects {
	return &objects{in: bufio.NewReaderSize(in, inputBuffer), language: language}
}

func (o *objects) waiting() bool { return o.in.Buffered() > 0 }

func (o *objects) next() (text, error) {
	for {
		raw, err := o.in.ReadBytes('\n')
		o.n++
		raw = bytes.TrimSpace(bytes.TrimPrefix(raw, byteOrderMark))
		if len(raw) > 0 {
			return o.object(raw)
		}
		if err != nil {
			return text{}, err
		}
	}
}

func (o *objects) object(raw []byte) (text, error) {
	var v struct {
		ID       json.RawMessage `json:"id"`
		Text     *string         `json:"text"`
		Language string          `json:"language"`
	}
	if err := json.Unmarshal(raw, &v); err != nil || v.Text == nil {
		return text{}, fmt.Errorf(`line %d of the input is not an object like {"id":"1","text":"…"}`, o.n)
	}
	if v.Language == "" {
		v.Language = o.language
	}
	if string(v.ID) == "null" {
		v.ID = nil
	}
	return text{id: v.ID, text: *v.Text, language: v.Language, offset: -1}, nil
}

package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"cstoread/model/clean"
)

// records writes values as JSON: one a line, or as the elements of an array.
type records struct {
	out   *output
	array bool
	n     int
	buf   bytes.Buffer
}

// records begins JSON output in the given format.
func (o *output) records(f format) *records {
	return &records{out: o, array: f == formatJSON}
}

// write adds one value.
func (r *records) write(v any) error {
	r.buf.Reset()
	enc := json.NewEncoder(&r.buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("cannot write as JSON: %w", err)
	}
	b := bytes.TrimSuffix(r.buf.Bytes(), []byte("\n"))
	if r.array {
		sep := ",\n "
		if r.n == 0 {
			sep = "["
		}
		if _, err := r.out.WriteString(sep); err != nil {
			return err
		}
	}
	r.n++
	if _, err := r.out.Write(harmless(b)); err != nil {
		return err
	}
	if r.array {
		return nil
	}
	return r.out.WriteByte('\n')
}

// close ends the array.
func (r *records) close() error {
	switch {
	case !r.array:
		return nil
	case r.n == 0:
		_, err := r.out.WriteString("[]\n")
		return err
	}
	_, err := r.out.WriteString("]\n")
	return err
}

// harmless writes characters that a terminal would obey, or that reorder
// text, by their numbers. Programs read the same value; a person who looks at
// the JSON on a terminal is safe. Below 0x20 the encoder has done it.
func harmless(b []byte) []byte {
	at := harmfulAt(b)
	if at == len(b) {
		return b
	}
	out := append(make([]byte, 0, len(b)+16), b[:at]...)
	for i := at; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case !clean.Harmful(r):
			out = append(out, b[i:i+n]...)
		case r > 0xffff:
			hi, lo := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, hi, lo)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		i += n
	}
	return out
}

// harmfulAt is the offset of the first harmful character in b.
func harmfulAt(b []byte) int {
	for i := 0; i < len(b); {
		if b[i] >= ' ' && b[i] < 0x7f {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if clean.Harmful(r) {
			return i
		}
		i += n
	}
	return len(b)
}

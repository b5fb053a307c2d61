package source

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"cstoread/data/page"
	"cstoread/model/clean"
)

// part is a leaf of a mail's tree of parts.
type part struct {
	kind, charset, name, location string
	attached                      bool
	body                          []byte
}

// maxParts bounds how many parts of a mail are looked at, and maxPartDepth how
// deep they may be nested.
const (
	maxParts     = 1000
	maxPartDepth = 20
)

// parts takes a mail apart (RFC 5322, RFC 2045).
func parts(b []byte) (header mail.Header, leaves []part, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return nil, nil, fmt.Errorf("the mail is damaged: %w", err)
	}
	body, err := io.ReadAll(m.Body)
	if err != nil {
		return nil, nil, fmt.Errorf("the mail is damaged: %w", err)
	}
	err = walkParts(&leaves, m.Header.Get, body, 0)
	if len(leaves) == 0 && err == nil {
		err = errors.New("the mail has no text")
	}
	return m.Header, leaves, err
}

func walkParts(leaves *[]part, get func(string) string, body []byte, depth int) error {
	if depth > maxPartDepth || len(*leaves) >= maxParts {
		return errors.New("the mail has too many parts")
	}
	kind, params, err := mime.ParseMediaType(get("Content-Type"))
	if err != nil {
		kind, params = "text/plain", map[string]string{}
	}
	if strings.HasPrefix(kind, "multipart/") {
		r := multipart.NewReader(bytes.NewReader(body), params["boundary"])
		for {
			p, err := r.NextRawPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return fmt.Errorf("the mail is damaged: %w", err)
			}
			inner, err := io.ReadAll(p)
			if err != nil {
				return fmt.Errorf("the mail is damaged: %w", err)
			}
			if err := walkParts(leaves, p.Header.Get, inner, depth+1); err != nil {
				return err
			}
		}
	}
	disposition, dparams, _ := mime.ParseMediaType(get("Content-Disposition"))
	*leaves = append(*leaves, part{
		kind: kind, charset: params["charset"], name: header(firstNonEmpty(dparams["filename"], params["name"])),
		location: get("Content-Location"), attached: disposition == "attachment",
		body: decodeTransfer(get("Content-Transfer-Encoding"), body),
	})
	return nil
}

// decodeTransfer undoes the transfer encoding; of damaged data it keeps what
// could be read.
func decodeTransfer(encoding string, b []byte) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		compact := bytes.Join(bytes.Fields(b), nil)
		out := make([]byte, base64.StdEncoding.DecodedLen(len(compact)))
		n, _ := base64.StdEncoding.Decode(out, compact)
		return out[:n]
	case "quoted-printable":
		out, _ := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(b)))
		return out
	}
	return b
}

// header decodes a header's words (RFC 2047).
func header(s string) string {
	d := mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(io.LimitReader(r, 64<<10))
		return strings.NewReader(Decode(b, charset).Text), err
	}}
	if out, err := d.DecodeHeader(s); err == nil {
		s = out
	}
	return clean.Line(s)
}

// readMHTML reads the page of a web archive (RFC 2557).
func readMHTML(in Input) (page.Page, error) {
	h, leaves, err := parts(in.Body)
	if err != nil {
		return page.Page{}, err
	}
	for _, l := range leaves {
		if l.kind == "text/html" {
			from := firstNonEmpty(address(l.location), address(h.Get("Snapshot-Content-Location")), in.URL)
			return readHTML(Input{Name: in.Name, URL: from, Body: l.body}, l.charset)
		}
	}
	return page.Page{}, errors.New("the archive holds no page")
}

// mail reads the text of a mail and every attachment that can be read. The
// subject serves as the title where the text has none of its own; who sent it
// to whom is nobody's business here.
func (r *reader) mail(in Input, depth int) {
	h, leaves, err := parts(in.Body)
	if err != nil {
		r.fail(in.Name, err)
		return
	}
	text, ok := mailText(leaves)
	if ok {
		var p page.Page
		if text.kind == "text/html" {
			p, err = readHTML(Input{Name: in.Name, Body: text.body}, text.charset)
		} else {
			p = readText(Input{Name: in.Name, Type: "text/plain; charset=" + text.charset, Body: text.body})
		}
		if err != nil {
			r.fail(in.Name, err)
		} else {
			p.Title = firstNonEmpty(p.Title, subject(header(h.Get("Subject"))))
			r.pages = append(r.pages, p)
		}
	}
	for _, l := range leaves {
		if !l.attached || l.name == "" {
			continue
		}
		if r.total += int64(len(l.body)); r.total > r.limits.Total {
			r.fail(in.Name, ErrTooLarge)
			return
		}
		r.read(Input{Name: in.Name + "/" + l.name, Type: l.kind, Body: l.body}, depth+1)
	}
}

// mailText prefers the page to the plain version: its paragraphs are certain.
func mailText(leaves []part) (part, bool) {
	for _, kind := range []string{"text/html", "text/plain"} {
		for _, l := range leaves {
			if l.kind == kind && !l.attached {
				return l, true
			}
		}
	}
	return part{}, false
}

// subject drops the marks of answers and forwards.
func subject(s string) string {
	for {
		head, rest, ok := strings.Cut(s, ":")
		if !ok || len(head) > 4 {
			return s
		}
		switch strings.ToLower(head) {
		case "re", "fw", "fwd", "aw", "wg":
			s = strings.TrimSpace(rest)
		default:
			return s
		}
	}
}

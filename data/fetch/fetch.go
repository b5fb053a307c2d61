// Package fetch gets pages from the web for people who add them by address.
//
// It asks as one person would: one request at a time, with a pause between
// requests to the same host, under its own name, without cookies, credentials
// or a referrer. What it gets is bounded in size, time and redirects, and must
// be of a kind that can hold a statement. Addresses of the local network are
// refused unless they are asked for, also when a public name leads there: a
// list of addresses from somebody else must not make this program knock on
// the doors of its user's own network.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"cstoread/model/clean"
)

// Page is what was fetched.
type Page struct {
	// URL is the address that answered, after redirects.
	URL string
	// Type is the media type as the server declared it.
	Type string
	Body []byte
}

// Options bound and name a client.
type Options struct {
	// Version goes into the name under which the client asks.
	Version string
	// Bytes is the greatest size of an answer, as sent and as unpacked.
	Bytes int64
	// Timeout bounds one request from its start to its last byte.
	Timeout time.Duration
	// Pause is the least time between two requests to one host.
	Pause time.Duration
	// Local allows addresses of the local network.
	Local bool
}

// DefaultOptions are polite and patient enough for slow government servers.
func DefaultOptions(version string) Options {
	return Options{Version: version, Bytes: 64 << 20, Timeout: time.Minute, Pause: time.Second}
}

// maxRedirects is how often an address may lead on.
const maxRedirects = 5

// maxWait is the longest pause that a server may ask for.
const maxWait = 30 * time.Second

// Client fetches pages. It is not for use by several goroutines at once: one
// request at a time is the point.
type Client struct {
	options Options
	http    *http.Client
	last    map[string]time.Time
}

// New makes a client.
func New(o Options) *Client {
	return &Client{options: o, http: httpClient(o), last: map[string]time.Time{}}
}

// Get fetches one address. Its errors say in one line what happened.
func (c *Client) Get(ctx context.Context, address string) (Page, error) {
	u, err := check(address)
	if err != nil {
		return Page{}, err
	}
	p, wait, err := c.try(ctx, u)
	if wait > 0 && wait <= maxWait {
		if err := sleep(ctx, wait); err != nil {
			return Page{}, err
		}
		p, _, err = c.try(ctx, u)
	}
	if err != nil {
		return Page{}, fmt.Errorf("cannot fetch %s: %w", clean.Line(u.Redacted()), err)
	}
	return p, nil
}

func check(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is not an address on the web: it must begin with https:// or http://", clean.Line(address))
	}
	if u.User != nil {
		return nil, errors.New("the address holds a name or password; fetch such a page with your browser and add the saved file")
	}
	u.Fragment = ""
	return u, nil
}

// try asks once. A positive wait is what the server asked for before the next
// attempt.
func (c *Client) try(ctx context.Context, u *url.URL) (p Page, wait time.Duration, err error) {
	if err := c.pause(ctx, u.Host); err != nil {
		return Page{}, 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Page{}, 0, err
	}
	req.Header.Set("User-Agent", "cstoread/"+c.options.Version+" (a terminal reader; one page at a time, for one person)")
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf, application/rss+xml, application/atom+xml, */*;q=0.5")
	req.Header.Set("Accept-Language", "en, ru;q=0.8, *;q=0.5")
	res, err := c.http.Do(req)
	if err != nil {
		return Page{}, 0, explain(err, c.options.Timeout)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return Page{}, retryAfter(res), fmt.Errorf("the server answered %d %s", res.StatusCode, http.StatusText(res.StatusCode))
	}
	kind := res.Header.Get("Content-Type")
	if !readable(kind) {
		return Page{}, 0, fmt.Errorf("it is %s, which holds no text to read", clean.Line(kind))
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, c.options.Bytes+1))
	if err != nil {
		return Page{}, 0, explain(err, c.options.Timeout)
	}
	if int64(len(body)) > c.options.Bytes {
		return Page{}, 0, fmt.Errorf("it is larger than %d MB", c.options.Bytes>>20)
	}
	return Page{URL: res.Request.URL.String(), Type: kind, Body: body}, 0, nil
}

// pause keeps the time between two requests to one host.
func (c *Client) pause(ctx context.Context, host string) error {
	if last, ok := c.last[host]; ok {
		if err := sleep(ctx, time.Until(last.Add(c.options.Pause))); err != nil {
			return err
		}
	}
	c.last[host] = time.Now()
	return nil
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// retryAfter is what a busy server asks to wait.
func retryAfter(res *http.Response) time.Duration {
	if res.StatusCode != http.StatusTooManyRequests && res.StatusCode != http.StatusServiceUnavailable {
		return 0
	}
	seconds, err := strconv.Atoi(res.Header.Get("Retry-After"))
	if err != nil || seconds < 1 {
		return 0
	}
	return time.Duration(seconds) * time.Second
}

// readable says that an answer of this type can hold a statement.
func readable(contentType string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	kind = strings.TrimSpace(kind)
	switch kind {
	case "", "application/octet-stream", "application/pdf", "application/xhtml+xml", "application/xml", "application/rtf",
		"application/msword", "application/zip", "application/x-zip-compressed", "application/gzip", "application/x-gzip",
		"application/rss+xml", "application/atom+xml", "application/rdf+xml", "message/rfc822", "multipart/related",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text":
		return true
	}
	return strings.HasPrefix(kind, "text/") && kind != "text/css" && kind != "text/javascript"
}

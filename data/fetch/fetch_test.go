package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func client(local bool) *Client {
	o := DefaultOptions("test")
	o.Local, o.Pause, o.Timeout, o.Bytes = local, 0, 2*time.Second, 1<<20
	return New(o)
}

func server(t *testing.T) *httptest.Server {
	t.Helper()
	busy := 0
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1251")
		fmt.Fprintf(w, "<p>%s %s %s", r.UserAgent(), r.Referer(), r.Header.Get("Cookie"))
	})
	mux.HandleFunc("/hop", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"})
		http.Redirect(w, r, "/page", http.StatusFound)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/video", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "video/mp4") })
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		for r.Context().Err() == nil {
			if _, err := w.Write(bytes.Repeat([]byte("x"), 64<<10)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		for range 64 {
			_, _ = z.Write(make([]byte, 1<<20))
		}
		_ = z.Close()
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) {
		if busy++; busy == 1 {
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		_, _ = w.Write([]byte("at last"))
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestGet(t *testing.T) {
	s := server(t)
	for _, c := range []struct{ path, want, fail string }{
		{path: "/page", want: "cstoread/test"},
		{path: "/hop", want: "one person)  "},
		{path: "/busy", want: "at last"},
		{path: "/loop", fail: "without end"},
		{path: "/file", fail: "not on the web"},
		{path: "/none", fail: "answered 404"},
		{path: "/video", fail: "holds no text"},
		{path: "/endless", fail: "larger than 1 MB"},
		{path: "/bomb", fail: "larger than 1 MB"},
		{path: "/slow", fail: "no whole answer within 2s"},
	} {
		p, err := client(true).Get(context.Background(), s.URL+c.path)
		switch {
		case c.fail != "" && (err == nil || !strings.Contains(err.Error(), c.fail) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%s: err = %v, want %q", c.path, err, c.fail)
		case c.fail == "" && (err != nil || !strings.Contains(string(p.Body), c.want)):
			t.Errorf("%s: %q, %v", c.path, p.Body, err)
		}
	}
}

func TestLocalIsRefused(t *testing.T) {
	s := server(t)
	for _, address := range []string{s.URL + "/page", strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/page", "http://[::1]:1/", "http://169.254.1.1/"} {
		if _, err := client(false).Get(context.Background(), address); err == nil || !strings.Contains(err.Error(), "--local") {
			t.Errorf("%s: err = %v", address, err)
		}
	}
}

func TestLocal(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1": true, "10.1.2.3": true, "192.168.1.1": true, "172.20.0.1": true, "169.254.0.1": true,
		"100.64.1.1": true, "0.0.0.0": true, "::1": true, "fe80::1": true, "fc00::1": true, "::ffff:10.0.0.1": true,
		"224.0.0.1": true, "255.255.255.255": true, "64:ff9b::a00:1": true,
		"8.8.8.8": false, "93.184.216.34": false, "2606:4700::1111": false,
	} {
		if got := local(netip.MustParseAddr(address)); got != want {
			t.Errorf("local(%s) = %v, want %v", address, got, want)
		}
	}
}

func TestAddressesRefused(t *testing.T) {
	for _, address := range []string{"", "example.org", "ftp://example.org/", "file:///etc/passwd", "javascript:1", "http://", "https://a:b@example.org/"} {
		if _, err := client(true).Get(context.Background(), address); err == nil {
			t.Errorf("%q was fetched", address)
		}
	}
}

func TestTLSIsVerified(t *testing.T) {
	s := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("x")) }))
	defer s.Close()
	if _, err := client(true).Get(context.Background(), s.URL); err == nil || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("err = %v, want one about the certificate", err)
	}
}

func TestPauseBetweenRequests(t *testing.T) {
	s := server(t)
	c := client(true)
	c.options.Pause = time.Hour
	if _, err := c.Get(context.Background(), s.URL+"/page"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := c.Get(ctx, s.URL+"/page"); err == nil {
		t.Error("the second request did not wait")
	}
}

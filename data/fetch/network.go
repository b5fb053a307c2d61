package fetch

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

var (
	errLocal     = errors.New("it is an address of the local network; allow those with --local if you mean it")
	errRedirects = errors.New("it leads from address to address without end")
	errDowngrade = errors.New("it leads from https to an address without protection")
	errScheme    = errors.New("it leads to an address that is not on the web")
)

func httpClient(o Options) *http.Client {
	dialer := &net.Dialer{Timeout: 15 * time.Second, KeepAlive: -1}
	if !o.Local {
		// The check is on the address that is really dialled, after the name
		// was resolved, so that no answer of a name server gets around it.
		dialer.Control = func(_, address string, _ syscall.RawConn) error {
			if addr, err := netip.ParseAddrPort(address); err != nil || local(addr.Addr()) {
				return errLocal
			}
			return nil
		}
	}
	transport := &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            dialer.DialContext,
		TLSHandshakeTimeout:    15 * time.Second,
		ResponseHeaderTimeout:  30 * time.Second,
		MaxResponseHeaderBytes: 256 << 10,
		DisableKeepAlives:      true,
		ForceAttemptHTTP2:      true,
	}
	return &http.Client{Transport: guard{transport, o.Local}, CheckRedirect: redirect}
}

// guard looks at requests that go through a proxy of the user's own. Its
// address may well be local, and where a name leads is known only behind it,
// so there the address as written is what can be checked.
type guard struct {
	direct *http.Transport
	local  bool
}

func (g guard) RoundTrip(req *http.Request) (*http.Response, error) {
	proxy, err := http.ProxyFromEnvironment(req)
	if g.local || err != nil || proxy == nil {
		return g.direct.RoundTrip(req)
	}
	host := strings.ToLower(req.URL.Hostname())
	addr, err := netip.ParseAddr(host)
	if err == nil && local(addr) || host == "localhost" || !strings.Contains(host, ".") && err != nil {
		return nil, errLocal
	}
	proxied := g.direct.Clone()
	proxied.DialContext = nil
	return proxied.RoundTrip(req)
}

func redirect(req *http.Request, via []*http.Request) error {
	req.Header.Del("Referer")
	switch {
	case len(via) > maxRedirects:
		return errRedirects
	case req.URL.Scheme != "http" && req.URL.Scheme != "https":
		return errScheme
	case via[len(via)-1].URL.Scheme == "https" && req.URL.Scheme == "http":
		return errDowngrade
	}
	req.URL.User = nil
	return nil
}

// local says that an address is not on the public internet: private, loopback,
// link-local, shared (RFC 6598), documentation and other special ranges
// (RFC 6890), also when they are wrapped in IPv6.
func local(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return true
	}
	for _, p := range special {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

var special = func() []netip.Prefix {
	var out []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24",
		"203.0.113.0/24", "240.0.0.0/4", "64:ff9b::/96", "64:ff9b:1::/48", "2001:db8::/32", "2002::/16", "100::/64",
	} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}()

// explain gives a network error in words.
func explain(err error, timeout time.Duration) error {
	var dns *net.DNSError
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	for _, known := range []error{errLocal, errRedirects, errDowngrade, errScheme, context.Canceled} {
		if errors.Is(err, known) {
			return known
		}
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("no whole answer within %s", timeout)
	case errors.As(err, &dns):
		return fmt.Errorf("there is no host %s, or no network", dns.Name)
	case errors.As(err, &unknown), errors.As(err, &host), errors.As(err, &invalid):
		return errors.New("its certificate is not valid for it")
	}
	// The text of a URL error repeats the address, which is said already.
	if i := strings.LastIndex(err.Error(), `": `); i >= 0 {
		return errors.New(err.Error()[i+3:])
	}
	return err
}

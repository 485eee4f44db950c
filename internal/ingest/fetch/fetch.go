// Package fetch gets one page over http or https, politely bounded: how long,
// how much, how many redirects, and from where.
//
// Private, loopback, link-local and other special addresses are refused after
// the name was resolved, on the very address that is dialled, at the first
// request and at every redirect; a name that resolves to a public address
// first and to a private one later gains nothing. A host can be allowed by
// name.
//
//	Get("https://outlet.example/a")  →  Page{URL, Media, Time, Body} | error
//
// A [Client] fetches one page at a time; a [Queue] is polite to many hosts:
// robots.txt, one page of a host at a time with pauses, retries.
//
// Limits: no cookies, no scripts.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Errors by which callers tell the kinds apart.
var (
	ErrRefused  = errors.New("refused")
	ErrTooLarge = errors.New("too large")
	ErrSame     = errors.New("has not changed")
)

// StatusError is an answer that is no success.
type StatusError struct {
	Code  int
	Text  string        // "404 Not Found"
	After time.Duration // what the answer asks to wait
}

// Error is the status.
func (e *StatusError) Error() string { return "answered " + e.Text }

// Condition is what is known of a page from before: it is fetched only if it
// has changed, and is ErrSame otherwise.
type Condition struct{ ETag, Modified string }

// Client fetches pages. Its zero value has the default limits.
type Client struct {
	AllowHosts []string      // names or addresses that may be private
	Timeout    time.Duration // for everything together; 0: 30 s
	MaxBytes   int64         // of the body, decompressed; 0: 32 MiB
	Redirects  int           // at most; 0: 5
	UserAgent  string        // "": "sayso"
	Now        func() time.Time
	Resolver   *net.Resolver // nil: the system's
}

// Page is an answer.
type Page struct {
	URL    string // after redirects
	Media  string // Content-Type
	Time   string // RFC 3339, UTC
	Header string // lines of the answer's header, sorted

	Condition                 // for the next time
	Location, Language string // Content-Location and Content-Language

	Body []byte
}

// Get fetches an address. Errors are one line without the address.
func (c *Client) Get(ctx context.Context, address string) (Page, error) {
	return c.GetIf(ctx, address, Condition{})
}

// GetIf fetches an address unless it is still as the condition says.
func (c *Client) GetIf(ctx context.Context, address string, unless Condition) (Page, error) {
	ctx, cancel := context.WithTimeout(ctx, or(c.Timeout, 30*time.Second))
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return Page{}, fmt.Errorf("%w: is no address", ErrRefused)
	}
	if err := checkURL(req.URL); err != nil {
		return Page{}, err
	}
	req.Header.Set("User-Agent", or(c.UserAgent, "sayso"))
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/json,text/plain")
	if unless.ETag != "" {
		req.Header.Set("If-None-Match", unless.ETag)
	}
	if unless.Modified != "" {
		req.Header.Set("If-Modified-Since", unless.Modified)
	}
	client := c.client()
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return Page{}, c.reason(ctx, err)
	}
	defer resp.Body.Close()
	return c.read(ctx, resp)
}

func (c *Client) read(ctx context.Context, resp *http.Response) (Page, error) {
	switch resp.StatusCode {
	case http.StatusOK:
	case http.StatusNotModified:
		return Page{}, ErrSame
	default:
		return Page{}, &StatusError{resp.StatusCode, resp.Status, c.after(resp.Header.Get("Retry-After"))}
	}
	media := resp.Header.Get("Content-Type")
	if !readable(media) {
		return Page{}, fmt.Errorf("%w: is %s, not a page", ErrRefused, media)
	}
	limit := or(c.MaxBytes, 32<<20)
	body, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return Page{}, c.reason(ctx, err)
	}
	if int64(len(body)) > limit {
		return Page{}, fmt.Errorf("%w: is over %d bytes", ErrTooLarge, limit)
	}
	h := resp.Header
	return Page{URL: resp.Request.URL.String(), Media: media, Time: c.now().UTC().Format(time.RFC3339), Header: lines(h), Body: body,
		Condition: Condition{h.Get("ETag"), h.Get("Last-Modified")}, Location: h.Get("Content-Location"), Language: h.Get("Content-Language")}, nil
}

func (c *Client) now() time.Time {
	if c.Now != nil {
		return c.Now()
	}
	return time.Now()
}

// after reads Retry-After: seconds or a date; at most an hour.
func (c *Client) after(s string) time.Duration {
	wait := time.Duration(0)
	if n, err := strconv.Atoi(s); err == nil {
		wait = time.Duration(min(n, 3600)) * time.Second
	} else if t, err := http.ParseTime(s); err == nil {
		wait = t.Sub(c.now())
	}
	return max(0, min(wait, time.Hour))
}

// lines writes a header, sorted by name.
func lines(h http.Header) string {
	var b strings.Builder
	if err := h.Write(&b); err != nil {
		panic(err) // a builder takes everything
	}
	return b.String()
}

// readable reports whether a Content-Type can hold an article.
func readable(media string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	kind = strings.TrimSpace(kind)
	return kind == "" || strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "json") || strings.HasSuffix(kind, "xml") || kind == "application/pdf"
}

// reason puts a network error in one plain line.
func (c *Client) reason(ctx context.Context, err error) error {
	if errors.Is(err, ErrRefused) || errors.Is(err, errRedirects) {
		var u *url.Error
		if errors.As(err, &u) {
			err = u.Err
		}
		var o *net.OpError
		if errors.As(err, &o) {
			err = o.Err
		}
		return err
	}
	var dns *net.DNSError
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("gave no whole answer within %s", or(c.Timeout, 30*time.Second))
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("refuses connections")
	case errors.As(err, &dns):
		return errors.New("its host name cannot be resolved")
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return fmt.Errorf("cannot be fetched: %w", err)
}

var errRedirects = errors.New("redirects without end")

// client has no proxy, so that the address that is dialled is the page's own.
func (c *Client) client() *http.Client {
	max := or(c.Redirects, 5)
	return &http.Client{
		Transport: &http.Transport{
			Proxy: nil, DialContext: c.dial, DisableKeepAlives: true,
			TLSHandshakeTimeout: 10 * time.Second, MaxResponseHeaderBytes: 1 << 20,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > max {
				return fmt.Errorf("%w: more than %d", errRedirects, max)
			}
			return checkURL(req.URL)
		},
	}
}

func checkURL(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%w: leads to the scheme %s", ErrRefused, u.Scheme)
	case u.Hostname() == "":
		return fmt.Errorf("%w: names no host", ErrRefused)
	case u.User != nil:
		return fmt.Errorf("%w: holds a name or password", ErrRefused)
	}
	return nil
}

// dial opens a connection. The check stands in Control, which sees the address
// that is really dialled, after the name was resolved.
func (c *Client) dial(ctx context.Context, network, hostport string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		return nil, err
	}
	d := &net.Dialer{Timeout: 10 * time.Second, Resolver: c.Resolver}
	if !c.allowed(host) {
		d.Control = func(_, address string, _ syscall.RawConn) error { return public(address) }
	}
	return d.DialContext(ctx, network, hostport)
}

func (c *Client) allowed(host string) bool {
	for _, h := range c.AllowHosts {
		if strings.EqualFold(h, host) {
			return true
		}
	}
	return false
}

// special are address ranges that are no public hosts, beyond those that
// [netip.Addr] tells itself (RFC 6890 and successors).
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
}

// public fails for the address of a connection that is not a public host's.
func public(address string) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: cannot judge its address", ErrRefused)
	}
	a := ap.Addr().Unmap().WithZone("")
	bad := a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() || a.IsInterfaceLocalMulticast()
	for _, p := range special {
		bad = bad || p.Contains(a)
	}
	if bad {
		return fmt.Errorf("%w: leads to %s, which is not a public address (allow it with --allow-host)", ErrRefused, a)
	}
	return nil
}

func or[T comparable](v, other T) T {
	var zero T
	if v == zero {
		return other
	}
	return v
}

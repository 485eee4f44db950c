package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// site answers as the paths say; stop releases what hangs.
func site(t *testing.T) (base string, stop chan struct{}) {
	t.Helper()
	stop = make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<p>text</p>")
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/inward", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
	})
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/hang", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-stop:
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/image", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, strings.Repeat("x", 5000)) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, strings.Repeat("x", 1<<20))
		_ = z.Close()
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	t.Cleanup(func() { close(stop) })
	return s.URL, stop
}

func TestGet(t *testing.T) {
	base, _ := site(t)
	c := &Client{AllowHosts: []string{"127.0.0.1"}, Now: func() time.Time { return time.Unix(0, 0) }}
	p, err := c.Get(context.Background(), base+"/moved")
	if err != nil || p.URL != base+"/page" || string(p.Body) != "<p>text</p>" || p.Time != "1970-01-01T00:00:00Z" || p.Media != "text/html; charset=utf-8" {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestBadAddresses(t *testing.T) {
	base, _ := site(t)
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := "http://" + closed.Addr().String()
	closed.Close()
	c := &Client{AllowHosts: []string{"127.0.0.1"}, Timeout: 300 * time.Millisecond, MaxBytes: 1000}
	for address, want := range map[string]string{
		base + "/loop": "redirects without end: more than 5", base + "/inward": "not a public address", base + "/file": "leads to the scheme file",
		base + "/hang": "gave no whole answer within 300ms", base + "/image": "is image/png, not a page", base + "/large": "is over 1000 bytes",
		base + "/bomb": "is over 1000 bytes", base + "/none": "answered 404 Not Found", nobody: "refuses connections",
		"ftp://outlet.example/a": "leads to the scheme ftp", "http://": "names no host", "http://a b/": "is no address", "https://user:pw@outlet.example/": "holds a name or password",
	} {
		_, err := c.Get(context.Background(), address)
		if err == nil || !strings.Contains(err.Error(), want) || strings.ContainsAny(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", address, err, want)
		}
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	base, _ := site(t)
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"} {
		_, err := new(Client).Get(context.Background(), "http://"+host+":"+u.Port()+"/page")
		if err == nil {
			t.Errorf("%s was fetched", host)
		}
	}
	if _, err := new(Client).Get(context.Background(), base+"/page"); !errors.Is(err, ErrRefused) {
		t.Errorf("%v", err)
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"8.8.8.8:80": true, "[2606:4700::1111]:443": true,
		"10.0.0.1:80": false, "172.16.3.4:80": false, "192.168.1.1:80": false, "169.254.169.254:80": false, "100.64.0.1:80": false,
		"0.0.0.0:80": false, "127.1.2.3:80": false, "224.0.0.1:80": false, "255.255.255.255:80": false, "198.18.0.1:80": false,
		"[::1]:80": false, "[::]:80": false, "[fe80::1%eth0]:80": false, "[fc00::1]:80": false, "[::ffff:10.0.0.1]:80": false,
		"[64:ff9b::a00:1]:80": false, "[2002:a00:1::]:80": false, "no address": false,
	} {
		if err := public(address); (err == nil) != want {
			t.Errorf("public(%s) = %v", address, err)
		}
	}
}

// A name that resolves to a public address when it is looked at and to a
// private one when it is dialled gains nothing: what is judged is the address
// of the connection.
func TestRebinding(t *testing.T) {
	var asked atomic.Int32
	dns := nameServer(t, func() [4]byte {
		if asked.Add(1) == 1 {
			return [4]byte{93, 184, 215, 14}
		}
		return [4]byte{127, 0, 0, 1}
	})
	resolver := &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", dns)
	}}
	first, err := resolver.LookupIP(context.Background(), "ip4", "rebind.example")
	if err != nil || !first[0].Equal(net.IPv4(93, 184, 215, 14)) {
		t.Fatalf("%v, %v", first, err)
	}
	base, _ := site(t)
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	c := &Client{Resolver: resolver, Timeout: 5 * time.Second}
	if _, err := c.Get(context.Background(), "http://rebind.example:"+u.Port()+"/page"); !errors.Is(err, ErrRefused) {
		t.Errorf("%v", err)
	}
}

// nameServer answers every question for an IPv4 address with what address
// gives, and every other one with nothing.
func nameServer(t *testing.T, address func() [4]byte) string {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 512)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			q := buf[:n]
			end := 12
			for end < n && q[end] != 0 {
				end += int(q[end]) + 1
			}
			question := q[12:min(end+5, n)]
			out := append([]byte{q[0], q[1], 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0}, question...)
			if question[len(question)-3] == 1 { // type A
				out[7] = 1
				ip := address()
				out = append(out, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ip[0], ip[1], ip[2], ip[3])
			}
			_, _ = conn.WriteTo(out, from)
		}
	}()
	return conn.LocalAddr().String()
}

//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A desk that is told to end answers what it was being asked, takes nothing
// new, ends the streams of events, and exits with 0.
func TestServeEndsInOrder(t *testing.T) {
	for _, s := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
		t.Run(fmt.Sprint(s), func(t *testing.T) {
			c := exec.Command("sayso", "serve", "--store", filepath.Join(t.TempDir(), "s.db"), "--listen", "127.0.0.1:0")
			address := opened(t, c)
			body := `{"texts":[{"title":"Bomb","text":"A bomb killed two people in Jolo on Monday, police said."}]}`
			asking, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer asking.Close()
			fmt.Fprintf(asking, "POST /api/v1/code HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", address, len(body))
			told := bufio.NewReader(asking)
			if line, err := told.ReadString('\n'); err != nil || !strings.HasPrefix(line, "HTTP/1.1 100 ") {
				t.Fatal(line, err)
			}
			if _, err := told.Discard(len("\r\n")); err != nil { // from here on the request is being answered
				t.Fatal(err)
			}
			fmt.Fprint(asking, body[:9])
			if err := c.Process.Signal(s); err != nil {
				t.Fatal(err)
			}
			closed := func() bool {
				c, err := net.Dial("tcp", address)
				return err != nil || c.Close() != nil
			}
			for until := time.Now().Add(10 * time.Second); !closed() && time.Now().Before(until); {
				time.Sleep(10 * time.Millisecond)
			}
			if !closed() {
				t.Error("it still takes what is new")
			}
			fmt.Fprint(asking, body[9:])
			answer, err := http.ReadResponse(told, nil)
			if err != nil {
				t.Fatal(err)
			}
			said, err := io.ReadAll(answer.Body)
			if err != nil || answer.StatusCode != http.StatusOK || !strings.Contains(string(said), "bombing") {
				t.Errorf("%s %s %v", answer.Status, said, err)
			}
			if err := c.Wait(); err != nil {
				t.Errorf("it ended with %v", err)
			}
		})
	}
}

// opened starts a desk and returns its address.
func opened(t *testing.T, c *exec.Cmd) string {
	t.Helper()
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() }) // no harm where it has ended
	line, err := bufio.NewReader(out).ReadString('\n')
	_, address, ok := strings.Cut(strings.TrimSpace(line), "http://")
	if err != nil || !ok {
		t.Fatal(line, err)
	}
	return address
}

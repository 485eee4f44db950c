package sqlite

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sayso/internal/store"
	"sayso/internal/store/storetest"
)

// A full disk: what was kept stays, and with space again the work goes on.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("sayso", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("a small file system cannot be made here: %v", err)
	}
	defer func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	}()
	path := filepath.Join(dir, "s")
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for ; err == nil && kept < 10000; kept++ {
		err = add(s, storetest.Story(fmt.Sprint("a", kept), "Fire", strings.Repeat(fmt.Sprintf("A fire, number %d. ", kept), 200)))
	}
	kept--
	if !errors.Is(err, store.ErrFull) {
		t.Fatalf("after %d articles: %v", kept, err)
	}
	n, _, found, err := store.Verify(t.Context(), s)
	if err != nil || len(found) > 0 || n.Articles != kept || kept == 0 {
		t.Errorf("%d kept: %+v, %v, %v", kept, n, found, err)
	}
	if err := syscall.Mount("sayso", dir, "tmpfs", syscall.MS_REMOUNT, "size=8m"); err != nil {
		t.Fatal(err)
	}
	if err := add(s, storetest.Story("after", "Fire", "Space again.")); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// A file system that cannot be written.
func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("sayso", dir, "tmpfs", 0, "size=8m"); err != nil {
		t.Skipf("a file system of its own cannot be made here: %v", err)
	}
	defer func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	}()
	path, copied := filepath.Join(dir, "s"), filepath.Join(dir, "copy")
	filled(t, path, 3)
	s := open(t, path)
	if err := s.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("sayso", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "new"), Options{}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("a new file: %v", err)
	}
	if w, err := Open(t.Context(), path, Options{}); err == nil {
		if err := add(w, storetest.Story("x", "x", "x")); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("written: %v", err)
		}
		_ = w.Close()
	} else if !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("%v", err)
	}
	c, err := Open(t.Context(), copied, Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("a backup cannot be read there: %v", err)
	}
	if n := strings.Count(storetest.Dump(t, c), `"article":{`); n != 3 {
		t.Errorf("%d articles", n)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

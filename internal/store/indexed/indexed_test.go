package indexed

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/store/memory"
	"sayso/internal/store/sqlite"
	"sayso/internal/store/storetest"
)

// The kit's property makes random histories and holds every answer between the
// steps against the memory store's.
func TestContract(t *testing.T) {
	storetest.Run(t, func(testing.TB) store.Store { return Over(memory.New()) })
}

func TestContractOverSQLite(t *testing.T) {
	storetest.Run(t, func(t testing.TB) store.Store { return Over(opened(t)) })
}

func opened(t testing.TB) store.Store {
	st, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "s"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() }) // again, where a test has closed it
	return st
}

func put(t testing.TB, st store.Store, ids ...int) {
	t.Helper()
	err := st.Update(context.Background(), func(tx store.Writer) error {
		for _, n := range ids {
			deaths := n % 7
			in := sayso.Incident{ID: fmt.Sprintf("i%03d", n), Type: []string{"bombing", "protest"}[n%2], Deaths: &sayso.Deaths{Best: &deaths}, Summary: "A story"}
			if err := tx.PutIncident(in); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func ids(t testing.TB, tx store.Reader, q store.Query) (out []string) {
	t.Helper()
	list, err := tx.Briefs(q)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range list {
		out = append(out, b.ID)
	}
	return out
}

// Until the index is made, and after more changes than it follows, the store
// answers; then the index does. The answers are the same.
func TestMadeBeside(t *testing.T) {
	under := opened(t)
	st := Over(under)
	defer st.Stop()
	st.few, st.fewChanges = 3, 5
	many := []int{}
	for n := range 40 {
		many = append(many, n)
	}
	put(t, st, many...)
	q := store.Query{Types: []string{"protest"}, Words: "story", Order: store.ByDeaths, Limit: 9}
	from := func() (indexed bool, list []string) {
		err := st.View(t.Context(), func(tx store.Reader) error {
			list = ids(t, tx, q)
			indexed = tx.(*reader).ix != nil
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return indexed, list
	}
	want := func() (list []string) {
		_ = under.View(t.Context(), func(tx store.Reader) error { list = ids(t, tx, q); return nil })
		return list
	}
	for _, step := range [][]int{nil, {41, 43}, many} {
		put(t, st, step...)
		first, list := from()
		if first != (len(step) == 2) || !reflect.DeepEqual(list, want()) {
			t.Errorf("after %d changes: indexed %v, %v", len(step), first, list)
		}
		st.going.Wait()
		if then, list := from(); !then || !reflect.DeepEqual(list, want()) {
			t.Errorf("after %d changes and a wait: indexed %v, %v", len(step), then, list)
		}
	}
}

// A view goes on with its moment, whatever is written and asked meanwhile.
func TestEarlierViews(t *testing.T) {
	st := Over(opened(t))
	defer st.Stop()
	put(t, st, 1, 2)
	err := st.View(t.Context(), func(old store.Reader) error {
		if n, err := old.Generation(); err != nil || n == 0 { // now the view has its moment
			return fmt.Errorf("%d, %w", n, err)
		}
		put(t, st, 3)
		err := st.View(t.Context(), func(tx store.Reader) error {
			if got := ids(t, tx, store.Query{}); len(got) != 3 {
				t.Errorf("%v", got)
			}
			return nil
		})
		if got := ids(t, old, store.Query{Words: "story"}); len(got) != 2 || old.(*reader).ix != nil {
			t.Errorf("the earlier view sees %v", got)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Many ask while somebody writes.
func TestTogether(t *testing.T) {
	st := Over(opened(t))
	defer st.Stop()
	st.few = 10
	var group sync.WaitGroup
	for k := range 4 {
		group.Go(func() {
			for i := range 15 {
				if k == 0 {
					put(t, st, i, i+1, i+50)
					continue
				}
				err := st.View(t.Context(), func(tx store.Reader) error {
					q := store.Query{Types: []string{"bombing"}, Words: "story", Origins: i % 2}
					n, err := tx.Count(q)
					if got := ids(t, tx, q); len(got) != n {
						t.Errorf("%d of %d", len(got), n)
					}
					return err
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}

// Who asks and goes away leaves no failure behind for those who ask after.
func TestFailureIsNotRemembered(t *testing.T) {
	st := Over(memory.New())
	put(t, st, 1)
	err := st.View(t.Context(), func(tx store.Reader) error {
		ix, err := tx.(*reader).index()
		if err != nil {
			return err
		}
		if _, err := ix.asked(failing{tx}, store.Query{Words: "story"}); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
		got := ids(t, tx, store.Query{Words: "story"})
		if len(got) != 1 {
			t.Errorf("%v", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

type failing struct{ store.Reader }

func (failing) Numbers(store.Query) ([]int64, error) { return nil, context.Canceled }

// The index could not be made: the next view says so, and the one after tries
// again.
func TestBroken(t *testing.T) {
	under := opened(t)
	st := Over(under)
	st.few = 0
	put(t, st, 1)
	st.cancel()
	ask := func() error {
		return st.View(t.Context(), func(tx store.Reader) error { _, err := tx.Count(store.Query{}); return err })
	}
	if err := ask(); err != nil {
		t.Fatal(err)
	}
	st.going.Wait()
	st.mu.Lock()
	st.failed = store.ErrBroken
	st.mu.Unlock()
	if err := ask(); !errors.Is(err, store.ErrBroken) {
		t.Errorf("%v", err)
	}
	if err := ask(); err != nil {
		t.Errorf("%v", err)
	}
}

func BenchmarkRefresh(b *testing.B) {
	st := Over(memory.New())
	many := []int{}
	for n := range 2000 {
		many = append(many, n)
	}
	put(b, st, many...)
	for i := 0; b.Loop(); i++ {
		ix := &index{}
		_ = st.View(b.Context(), func(tx store.Reader) (err error) { ix, err = read(tx, 1); return err })
		start := time.Now()
		ix.with(nil, 2)
		b.ReportMetric(float64(time.Since(start).Microseconds()), "µs/refresh")
	}
}

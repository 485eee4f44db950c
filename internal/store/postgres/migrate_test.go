package postgres

import (
	"database/sql"
	"flag"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sayso/internal/store/storetest"
)

var update = flag.Bool("update", false, "write the dump of the newest schema, if it is missing")

// Databases that every schema so far wrote, as pg_dump writes them, are opened,
// hold what they held, and take more. A new schema adds a dump here, and no dump
// is ever made again.
func TestEverySchema(t *testing.T) {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for n := range steps {
		kept := filepath.Join("testdata", fmt.Sprintf("schema-%d.sql", n+1))
		if _, err := os.Stat(kept); err != nil && *update && n == len(steps)-1 {
			keep(t, kept)
		}
		dump, err := os.ReadFile(kept)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(fmt.Sprint(n+1), func(t *testing.T) {
			at := storetest.Postgres(t)
			restore(t, at, string(dump))
			storetest.Released(t, open(t, at))
		})
	}
}

// schemaOf is the schema in which an address keeps the tables.
func schemaOf(t *testing.T, at string) (u *url.URL, schema string) {
	t.Helper()
	u, err := url.Parse(at)
	if err != nil {
		t.Fatal(err)
	}
	return u, u.Query().Get("search_path")
}

func restore(t *testing.T, at, dump string) {
	t.Helper()
	_, schema := schemaOf(t, at)
	db, err := sql.Open("pgx", at)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(strings.ReplaceAll(dump, "released.", schema+".")); err != nil {
		t.Fatal(err)
	}
}

// keep writes what today's schema makes of a small history.
func keep(t *testing.T, to string) {
	t.Helper()
	at := storetest.Postgres(t)
	s := open(t, at)
	if err := s.Update(t.Context(), storetest.Release); err != nil {
		t.Fatal(err)
	}
	u, schema := schemaOf(t, at)
	out, err := storetest.PostgresTool("pg_dump", "--inserts", "--no-owner", "--no-privileges", "-n", schema, "-h", u.Query().Get("host"), "-U", "sayso", "postgres").Output()
	if err != nil {
		t.Fatal(err)
	}
	var kept strings.Builder
	skip := regexp.MustCompile(`^(--|\\|SET |CREATE SCHEMA|SELECT pg_catalog.set_config\('search_path|\s*$)`)
	for l := range strings.Lines(string(out)) {
		if !skip.MatchString(l) {
			kept.WriteString(regexp.MustCompile(`\b`+schema+`\.`).ReplaceAllString(l, "released."))
		}
	}
	if err := os.WriteFile(to, []byte(kept.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/ingest"
	"sayso/internal/ingest/fetch"
	"sayso/internal/publish/export"
	"sayso/internal/publish/text"
)

// codeFlags are the flags of code, and of the commands that code on the way.
type codeFlags struct {
	format     string
	published  string
	outlet     string
	perArticle bool
	explain    bool
	lexicon    string
	allowHosts []string
	timeout    time.Duration
	delay      time.Duration
	width      int
	workers    int
}

func newCode(s streams) *cobra.Command {
	var f codeFlags
	c := &cobra.Command{
		Use:   "code FILE|URL|DIR|- ...",
		Short: "Read articles and write the incidents they tell",
		Long: `Reads articles and writes the incidents they tell, with the claims behind each field. Nothing is stored.

Takes .txt (a first line with an empty line after it is the title), .html, .pdf, .json and .jsonl
(records with id, url, outlet, title, published, text), web archives (.warc, .arc, also with .gz),
folders of those, http(s) addresses, and - for standard input. What cannot be read is named on standard error, one line each;
the rest is coded all the same.`,
		Example: `  sayso code article.txt --published 2017-02-09
  sayso code news/ --format csv > incidents.csv
  sayso code --per-article --format jsonl articles.jsonl
  curl -s https://outlet.example/story | sayso code - --outlet "The Outlet"`,
		RunE: func(c *cobra.Command, args []string) error {
			write, err := f.writer()
			if err != nil {
				return err
			}
			w, err := f.work(s, args)
			if err != nil {
				return err
			}
			return w.codeAndWrite(c.Context(), write)
		},
	}
	codeOptions(c, &f)
	return c
}

// codeOptions adds the flags of commands that write coded incidents.
func codeOptions(c *cobra.Command, f *codeFlags) {
	fl := c.Flags()
	fl.StringVar(&f.format, "format", "text", "text, json, jsonl, csv or geojson")
	fl.BoolVar(&f.perArticle, "per-article", false, "one record an article; its incidents name as \"joined\" the incident across articles")
	fl.BoolVar(&f.explain, "explain", false, "add the reasons behind every choice")
	fl.IntVar(&f.width, "width", 0, "width of text output (default: the terminal's, at most 100)")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames, cobra.ShellCompDirectiveNoFileComp))
	shared(c, f)
}

// shared adds the flags of all commands that read articles.
func shared(c *cobra.Command, f *codeFlags) {
	fl := c.Flags()
	fl.StringVar(&f.published, "published", "", "day of publication, YYYY-MM-DD, for articles that give none")
	fl.StringVar(&f.outlet, "outlet", "", "outlet, for articles that name none")
	fl.StringVar(&f.lexicon, "lexicon", "", "folder with tables of your own (incident types, actors)")
	fl.StringSliceVar(&f.allowHosts, "allow-host", nil, "host that may be fetched although its address is private")
	fl.DurationVar(&f.timeout, "timeout", 30*time.Second, "for fetching an address")
	fl.IntVar(&f.workers, "workers", 0, "articles coded at the same time (default: one a processor)")
}

// input turns flags into what the readers need.
func (f *codeFlags) input(s streams) (ingest.Options, error) {
	day, err := sayso.ParseDay(f.published)
	if err != nil {
		return ingest.Options{}, fail(exitUsage, fmt.Errorf("--published: %w", err))
	}
	return ingest.Options{Published: day, Outlet: f.outlet, Stdin: s.in,
		Client: new(f.client()), PDF: pdfReader()}, nil
}

func (f *codeFlags) client() fetch.Client {
	return fetch.Client{AllowHosts: f.allowHosts, Timeout: f.timeout, UserAgent: "sayso/" + release}
}

// polite adds the flag of commands that fetch many pages.
func polite(c *cobra.Command, f *codeFlags) {
	c.Flags().DurationVar(&f.delay, "delay", 2*time.Second, "between two pages of a site; a longer one that the site asks for goes first")
}

// formatNames are the formats of --format.
var formatNames = []string{"text", "json", "jsonl", "csv", "geojson"}

// writer is the one of the format asked for.
func (f *codeFlags) writer() (writer, error) {
	write, ok := formats[f.format]
	if !ok {
		return nil, fail(exitUsage, fmt.Errorf("--format: there is no format %q; the formats are %s", f.format, strings.Join(formatNames, ", ")))
	}
	return write, nil
}

// formats write a run to standard output.
var formats = map[string]writer{
	"text": func(w io.Writer, r *run, f *codeFlags) error {
		return text.Write(w, r.Coded, textOptions(w, f))
	},
	"json":  func(w io.Writer, r *run, f *codeFlags) error { return export.JSON(w, r.Coded, f.perArticle) },
	"jsonl": func(w io.Writer, r *run, f *codeFlags) error { return export.Lines(w, r.Coded, f.perArticle) },
	"csv":   func(w io.Writer, r *run, f *codeFlags) error { return export.CSV(w, r.told(f)) },
	"geojson": func(w io.Writer, r *run, f *codeFlags) error {
		return export.GeoJSON(w, r.told(f))
	},
}

func textOptions(w io.Writer, f *codeFlags) text.Options {
	return text.Options{Width: width(w, f.width), Color: colour(w), Explain: f.explain, PerArticle: f.perArticle}
}

package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"sayso"
)

// Raw is something as it came: a page, a file, a line of a file, a record of
// an archive.
type Raw struct {
	Digest  string // hex SHA-256 of Bytes
	Address string // where it was fetched from, after redirects; "" for files
	Origin  string // file, with the place in it: "crawl.warc.gz: record at 1234"
	At      string // RFC 3339 time of fetching, where there is one
	Media   string // Content-Type, where declared
	Header  string // the answer's header lines, as they came
	Article string // id of the article that was found in it; "" for none
	Bytes   []byte
}

// Article is an article and how it came here.
type Article struct {
	sayso.Article
	Raw   string // digest of the bytes it was extracted from
	Taken bool   // content removed; id, digest and raw are left
}

// Coded reports whether articles like this are coded at all: kept are all,
// coded those in English that were not taken down.
func (a *Article) Coded() bool { return !a.Taken && a.Language == "en" }

// AliasSteps is the number of former ids that are followed, one leading to the
// next, before an incident counts as gone.
const AliasSteps = 16

// Alias leads from the id that an incident had to the one that it has.
type Alias struct{ Former, ID string }

// Layers are what the stages made of an article, in a form of their own, and how
// far each of them came. A new version of one stage goes on from what the others
// made. They follow from the article, and can be missing.
type Layers struct {
	Article string
	Stages  []StageCursor // in the order in which they run
	Digest  string        // hex SHA-256 of Bytes
	Bytes   []byte
}

// StageCursor says at which version a stage's output is.
type StageCursor struct {
	Stage   string `json:"stage"`
	Version string `json:"version"`
}

// Steps that cursors are kept of. The version of StepCode stands for those of all
// stages; the cursors of each of them are with its [Layers].
const (
	StepExtract = "extract" // bytes to article
	StepCode    = "code"    // article to record
	StepJoin    = "join"    // records to incidents across articles
)

// StepFiled begins the version of an article's cursor of StepJoin while it is
// filed and not yet joined.
const StepFiled = "filed "

// Cursor says at which version a step was last done on an article.
type Cursor struct{ Step, Version, Article string }

// StepCount is on how many articles a step was last done at a version.
type StepCount struct {
	Step, Version string
	Articles      int
}

// Failure is something that could not be taken, with what a retry needs.
type Failure struct {
	sayso.Failure
	Name     string `json:"name"`  // what to read again: a file or address
	First    string `json:"first"` // RFC 3339 times
	Last     string `json:"last"`
	Attempts int    `json:"attempts"`
}

// Feed is a list of articles that is watched.
type Feed struct {
	Address  string `json:"address"`
	Title    string `json:"title"`
	ETag     string `json:"etag"`     // for the next time
	Modified string `json:"modified"` //
	Checked  string `json:"checked"`  // RFC 3339, when it was last looked at
	Problem  string `json:"problem"`  // why it could not be read then; "" if it could
	Items    int    `json:"items"`    // that it listed when it was last read
}

// Ahead is by how many seconds a lease may end later than one given now, before it
// is taken for one of a clock that ran ahead: its owner may be dead, and its end
// years away.
const Ahead = 3600

// Job is a file or address that is queued to be read.
type Job struct {
	Name  string `json:"name"`
	Owner string `json:"owner"` // who holds it; "" for nobody
	Until int64  `json:"until"` // seconds since 1970
}

// Tombstone says that content was removed, and which.
type Tombstone struct {
	Kind   string // article, raw, name (some words of an article), decision
	Target string // id of the article or decision, digest of the raw bytes
	Digest string // of the content that was removed
	At     string // RFC 3339
	By     string
	Reason string
}

// Entry is a line of the audit: who did what to what, and when. Digest
// identifies the content it was done with, so that the content itself can be
// taken down and the entry still holds.
type Entry struct {
	Seq    int64  // from 1, without a gap
	At     string // RFC 3339; clocks jump, so that the order is that of Seq alone
	By     string
	Action string // add, decide, take-down, import, …
	Target string
	Digest string
	Prev   string // Hash of the entry before, "" at the first
	Hash   string // of everything above
}

// Seal computes the hash of the entry's other members.
func (e *Entry) Seal() string {
	h := sha256.New()
	for _, s := range []string{fmt.Sprint(e.Seq), e.At, e.By, e.Action, e.Target, e.Digest, e.Prev} {
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Counts is how many there are of what.
type Counts struct {
	Raws      int `json:"raws"`
	Articles  int `json:"articles"`
	Foreign   int `json:"foreign"` // articles not in English: kept, not coded
	Taken     int `json:"taken"`   // articles taken down
	Records   int `json:"records"`
	Incidents int `json:"incidents"` // across articles
	Failures  int `json:"failures"`
	Decisions int `json:"decisions"`
	Entries   int `json:"entries"` // of the audit
}

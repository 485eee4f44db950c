package store

import (
	"context"
	"errors"

	"sayso"
)

// Errors that callers tell apart with [errors.Is].
var (
	ErrNotFound  = errors.New("not in the store")
	ErrTaken     = errors.New("taken down")                        // it was here, and its content was removed
	ErrDiffers   = errors.New("the id belongs to another article") // same id, other text
	ErrBusy      = errors.New("the store is busy")                 // another process writes, and did not finish in time
	ErrFull      = errors.New("no space left for the store")
	ErrReadOnly  = errors.New("the store cannot be written")
	ErrBroken    = errors.New("the store is damaged")
	ErrForeign   = errors.New("is no sayso store")
	ErrNewSchema = errors.New("the store was written by a newer version")
)

// Store keeps articles and incidents. All implementations keep this contract:
//
//   - View sees one moment's state, however long it takes, whatever is written
//     meanwhile. Any number of views may be open at once.
//   - Update is atomic and durable: when it returns nil everything is kept,
//     also if the machine stops the next moment; when fn or the store fails,
//     nothing is. Updates wait for one another; one that waits too long fails
//     with ErrBusy. A view that starts after an Update returned sees its work.
//   - The Reader and Writer are good until fn returns. Values handed in are
//     not kept and values handed out not shared: callers may change both.
//   - Lists have a fixed order, named at each method, that depends on what is
//     kept and not on when or in how many steps it came.
type Store interface {
	View(ctx context.Context, fn func(Reader) error) error
	Update(ctx context.Context, fn func(Writer) error) error
	// Check looks for damage below the contract (pages, indexes); it returns a
	// line for each thing found.
	Check(ctx context.Context) ([]string, error)
	Close() error
}

// Reader reads one moment's state.
type Reader interface {
	Indexing
	// Raw returns bytes as they came; ErrNotFound.
	Raw(digest string) (Raw, error)
	// HasRaw reports whether the bytes are kept, or were and were taken down.
	HasRaw(digest string) (bool, error)
	// Fetched reports whether an address was fetched, under that name or as
	// where it led.
	Fetched(address string) (bool, error)
	// RawsOf lists the digests of the bytes in which an article was found, by
	// digest; for "" of those that gave none.
	RawsOf(article string) ([]string, error)
	// Article returns an article; ErrNotFound. One that was taken down comes
	// with Taken set and without content.
	Article(id string) (Article, error)
	// Articles lists articles in the order of their ids, after the id given.
	Articles(after string, limit int) ([]Article, error)
	// ArticlesWith lists the articles that hold every word of words: newest
	// published first, then by id. See [Fold] for what a word is.
	ArticlesWith(words string, page Page) ([]Article, error)
	// Outlets lists who published the articles that were not taken down, by
	// name; see [OutletOf].
	Outlets() ([]Outlet, error)
	// Record returns what an article tells, as last coded; ErrNotFound.
	Record(article string) (sayso.ArticleRecord, error)
	// Layers returns what an article's record was made from; ErrNotFound where
	// it is not kept.
	Layers(article string) (Layers, error)
	// Records lists records in the order of their articles' ids.
	Records(after string, limit int) ([]sayso.ArticleRecord, error)
	// Incident returns an incident across articles by its id or by one that it
	// had before; ErrNotFound.
	Incident(id string) (sayso.Incident, error)
	// Incidents lists what the query asks for, in its order.
	Incidents(q Query) ([]sayso.Incident, error)
	// Briefs lists the same in brief, without reading the incidents.
	Briefs(q Query) ([]Brief, error)
	// Count counts what the query asks for, wherever its page starts and ends.
	Count(q Query) (int, error)
	// Points lists what the query asks for and lies on the map, by id; order
	// and page aside.
	Points(q Query) ([]Point, error)
	// Tallies counts what the query asks for by one of [Grounds], by value;
	// order and page aside.
	Tallies(q Query, ground string) ([]Tally, error)
	// Named counts the actors ([TermActor]) or the places ([TermPlace]) of what
	// the query asks for, most frequent first, then by name, then by id; order
	// and page aside. Actors that are no one's name ("gunmen") are left out.
	Named(q Query, kind string) ([]Named, error)
	// Found returns an incident as the machine found it, by its own id, where
	// decisions changed it; ErrNotFound.
	Found(id string) (sayso.Incident, error)
	// Aliases lists former ids and the incidents they lead to, by former id.
	Aliases() ([]Alias, error)
	// Alias returns the id that a former id leads to, "" for none.
	Alias(former string) (string, error)
	// Formers lists the former ids that lead to an id, by former id.
	Formers(id string) ([]string, error)
	// Filing returns how an article is filed for the join; the empty Filing
	// where it is not.
	Filing(article string) (Filing, error)
	// FiledUnder lists the articles that are filed under one of the keys, by id.
	FiledUnder(keys []uint64) ([]string, error)
	// LinksOf lists the links of a report, by the other one.
	LinksOf(report string) ([]Link, error)
	// Pending lists articles whose cursor of the step, one of the Step constants, is at another version
	// or at none, by id, after the id given. Articles not coded for their
	// language or taken down are left out.
	Pending(step, version, after string, limit int) ([]string, error)
	// Cursors lists the cursors of one article or, for "", of all: by step, then
	// article.
	Cursors(article string) ([]Cursor, error)
	// Steps counts the cursors of each step by version, by step, then version.
	Steps() ([]StepCount, error)
	// Failures lists failures by item, then stage.
	Failures() ([]Failure, error)
	// Decisions lists decisions in the order in which they were made, on one
	// target or, for "", on all.
	Decisions(target string) ([]Decision, error)
	// Decision returns a decision; ErrNotFound.
	Decision(id string) (Decision, error)
	// Audit lists entries in their order, after the number given.
	Audit(after int64, limit int) ([]Entry, error)
	// Last returns the last entry of the audit, the zero Entry before the first.
	Last() (Entry, error)
	// Tombstones lists what was taken down of one target or, for "", of all: by
	// kind, target, digest.
	Tombstones(target string) ([]Tombstone, error)
	// Feeds lists the feeds that are watched, by address.
	Feeds() ([]Feed, error)
	// Jobs lists what is queued to be read, by name.
	Jobs() ([]Job, error)
	// Keyed returns a keyed record; ErrNotFound.
	Keyed(kind, key string) (Keyed, error)
	// KeyedOf lists the keyed records of a kind or, for "", of all: by kind, then
	// key, those whose key is after the one given.
	KeyedOf(kind, after string, limit int) ([]Keyed, error)
	// Counts counts what is kept.
	Counts() (Counts, error)
}

// Writer changes the state. Callers use [Add], [Replace], [Decide], [Keep],
// [Discard], [Follow], [Forget] and [TakeDown], which keep the audit in step; the methods below are what those
// need of an implementation.
type Writer interface {
	Reader
	// PutRaw keeps bytes; the same digest again changes nothing.
	PutRaw(r Raw) error
	// DropRaw removes bytes; nothing of them can be read back from the file
	// after the next Close, in PostgreSQL from the tables' files after a Scrub.
	DropRaw(digest string) error
	// PutArticle keeps an article or puts another state in its place.
	PutArticle(a Article) error
	// PutRecord keeps what an article tells, in place of what it told before.
	PutRecord(r sayso.ArticleRecord) error
	// PutLayers keeps what an article's record was made from, in place of what it
	// was made from before; ErrNotFound without an article.
	PutLayers(l Layers) error
	// DropRecord removes a record and its layers, if there are any.
	DropRecord(article string) error
	// PutIncident keeps an incident, in place of one with the same id.
	PutIncident(in sayso.Incident) error
	// DropIncident removes an incident, if there is one.
	DropIncident(id string) error
	// PutFound keeps an incident as the machine found it.
	PutFound(in sayso.Incident) error
	// DropFound removes that, if there is one.
	DropFound(id string) error
	// PutAlias makes a former id lead to an incident, or to an id that leads on.
	PutAlias(a Alias) error
	// DropAlias takes that back, if there is one.
	DropAlias(former string) error
	// PutFiling files an article for the join, in place of how it was filed;
	// links are kept from both ends.
	PutFiling(f Filing) error
	// DropFiling takes that back, links from other articles included.
	DropFiling(article string) error
	// PutCursor notes that a step, one of the Step constants, was done on an
	// article; version "" takes it back.
	PutCursor(c Cursor) error
	// PutFailure keeps a failure, with one attempt at least. One of the same
	// stage and item counts up its attempts and keeps its first time.
	PutFailure(f Failure) error
	// DropFailures removes the failure of an item, or those of all items that
	// the reading of a name led to.
	DropFailures(of string) error
	// PutDecision keeps a decision, in place of one with the same id.
	PutDecision(d Decision) error
	// PutEntry appends to the audit; it fails unless e.Seq follows the last.
	// No method changes or removes an entry.
	PutEntry(e Entry) error
	// PutFeed keeps a feed, in place of one with the same address.
	PutFeed(f Feed) error
	// DropFeed removes a feed, if there is one.
	DropFeed(address string) error
	// PutJobs queues names to be read; those that are queued stay as they are.
	PutJobs(names []string) error
	// Lease hands the first job, by name, that nobody holds at the moment now to
	// an owner until a later moment (in seconds since 1970); false if there is
	// none. One that is held until [Ahead] after that moment was leased on a clock
	// that ran ahead, and is free. Two owners never have the same job: see Renew.
	Lease(owner string, now, until int64) (Job, bool, error)
	// Renew prolongs the lease of a job; false if the owner holds it no longer.
	Renew(j Job, until int64) (bool, error)
	// DropJob takes a job off the queue, if the owner still holds it.
	DropJob(j Job) error
	// PutKeyed keeps a keyed record, in place of one with the same kind and key,
	// both not empty.
	PutKeyed(k Keyed) error
	// DropKeyed removes a keyed record, if there is one.
	DropKeyed(kind, key string) error
	// PutTombstone notes what was taken down.
	PutTombstone(t Tombstone) error
}

// Page is a part of a list. Limit 0 is all.
type Page struct{ Offset, Limit int }

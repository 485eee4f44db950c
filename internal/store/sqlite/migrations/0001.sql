CREATE TABLE raws (
	digest  TEXT NOT NULL PRIMARY KEY,
	address TEXT NOT NULL,
	origin  TEXT NOT NULL,
	at      TEXT NOT NULL,
	media   TEXT NOT NULL,
	header  TEXT NOT NULL,
	article TEXT NOT NULL,
	packed  BLOB NOT NULL
) STRICT;
CREATE INDEX raws_article ON raws(article);
CREATE INDEX raws_address ON raws(address) WHERE address <> '';
CREATE INDEX raws_origin ON raws(origin) WHERE address <> '';

CREATE TABLE articles (
	n         INTEGER PRIMARY KEY AUTOINCREMENT,
	id        TEXT NOT NULL UNIQUE,
	url       TEXT NOT NULL,
	outlet    TEXT NOT NULL,
	title     TEXT NOT NULL,
	byline    TEXT NOT NULL,
	published INTEGER NOT NULL,
	retrieved TEXT NOT NULL,
	language  TEXT NOT NULL,
	body      TEXT NOT NULL,
	digest    TEXT NOT NULL,
	raw       TEXT NOT NULL,
	taken     INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_published ON articles(published);
CREATE VIRTUAL TABLE article_words USING fts5(words, content='', detail=none, tokenize='ascii');
INSERT INTO article_words(article_words, rank) VALUES('secure-delete', 1);

CREATE TABLE records (
	article TEXT NOT NULL PRIMARY KEY REFERENCES articles(id),
	packed  BLOB NOT NULL
) STRICT;

CREATE TABLE incidents (
	n        INTEGER PRIMARY KEY AUTOINCREMENT,
	id       TEXT NOT NULL UNIQUE,
	type     TEXT NOT NULL,
	country  TEXT NOT NULL,
	earliest INTEGER NOT NULL,
	latest   INTEGER NOT NULL,
	packed   BLOB NOT NULL
) STRICT;
CREATE INDEX incidents_earliest ON incidents(earliest, id);
CREATE INDEX incidents_country ON incidents(country, earliest, id);
CREATE VIRTUAL TABLE incident_words USING fts5(words, content='', detail=none, tokenize='ascii');
INSERT INTO incident_words(incident_words, rank) VALUES('secure-delete', 1);
CREATE VIRTUAL TABLE incident_boxes USING rtree(n, south, north, west, east, +lat REAL, +lon REAL);

CREATE TABLE tellings (
	incident INTEGER NOT NULL REFERENCES incidents(n),
	article  TEXT NOT NULL,
	PRIMARY KEY(incident, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_article ON tellings(article);

CREATE TABLE aliases (
	former TEXT NOT NULL PRIMARY KEY,
	id     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cursors (
	step    TEXT NOT NULL,
	article TEXT NOT NULL REFERENCES articles(id),
	version TEXT NOT NULL,
	PRIMARY KEY(step, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX cursors_article ON cursors(article);

CREATE TABLE failures (
	item     TEXT NOT NULL,
	stage    TEXT NOT NULL,
	kind     TEXT NOT NULL,
	reason   TEXT NOT NULL,
	name     TEXT NOT NULL,
	first    TEXT NOT NULL,
	last     TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	PRIMARY KEY(item, stage)
) STRICT, WITHOUT ROWID;
CREATE INDEX failures_name ON failures(name);

CREATE TABLE decisions (
	n      INTEGER PRIMARY KEY AUTOINCREMENT,
	id     TEXT NOT NULL UNIQUE,
	target TEXT NOT NULL,
	packed BLOB NOT NULL
) STRICT;
CREATE INDEX decisions_target ON decisions(target);

CREATE TABLE audit (
	seq     INTEGER PRIMARY KEY,
	at      TEXT NOT NULL,
	by_whom TEXT NOT NULL,
	action  TEXT NOT NULL,
	target  TEXT NOT NULL,
	digest  TEXT NOT NULL,
	prev    TEXT NOT NULL,
	hash    TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit is only added to'); END;

CREATE TABLE tombstones (
	kind    TEXT NOT NULL,
	target  TEXT NOT NULL,
	digest  TEXT NOT NULL,
	at      TEXT NOT NULL,
	by_whom TEXT NOT NULL,
	reason  TEXT NOT NULL,
	PRIMARY KEY(kind, target, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstones_target ON tombstones(target);

CREATE TABLE feeds (
	address  TEXT NOT NULL PRIMARY KEY,
	title    TEXT NOT NULL,
	etag     TEXT NOT NULL,
	modified TEXT NOT NULL,
	checked  TEXT NOT NULL,
	problem  TEXT NOT NULL,
	items    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
	name  TEXT NOT NULL PRIMARY KEY,
	owner TEXT NOT NULL,
	until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

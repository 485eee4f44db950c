CREATE TABLE raws (
	digest  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	address TEXT COLLATE "C" NOT NULL,
	origin  TEXT COLLATE "C" NOT NULL,
	at      TEXT COLLATE "C" NOT NULL,
	media   TEXT COLLATE "C" NOT NULL,
	header  TEXT COLLATE "C" NOT NULL,
	article TEXT COLLATE "C" NOT NULL,
	packed  BYTEA NOT NULL
);
CREATE INDEX raws_article ON raws(article);
CREATE INDEX raws_address ON raws(address) WHERE address <> '';
CREATE INDEX raws_origin ON raws(origin) WHERE address <> '';

CREATE TABLE articles (
	n         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	id        TEXT COLLATE "C" NOT NULL UNIQUE,
	url       TEXT COLLATE "C" NOT NULL,
	outlet    TEXT COLLATE "C" NOT NULL,
	title     TEXT COLLATE "C" NOT NULL,
	byline    TEXT COLLATE "C" NOT NULL,
	published BIGINT NOT NULL,
	retrieved TEXT COLLATE "C" NOT NULL,
	language  TEXT COLLATE "C" NOT NULL,
	body      TEXT COLLATE "C" NOT NULL,
	digest    TEXT COLLATE "C" NOT NULL,
	raw       TEXT COLLATE "C" NOT NULL,
	taken     BIGINT NOT NULL,
	words     TEXT[] COLLATE "C" NOT NULL DEFAULT '{}'
);
CREATE INDEX articles_words ON articles USING gin(words);
CREATE INDEX articles_published ON articles(published);

CREATE TABLE records (
	article TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES articles(id),
	packed  BYTEA NOT NULL
);

CREATE TABLE incidents (
	n        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	id       TEXT COLLATE "C" NOT NULL UNIQUE,
	type     TEXT COLLATE "C" NOT NULL,
	country  TEXT COLLATE "C" NOT NULL,
	earliest BIGINT NOT NULL,
	latest   BIGINT NOT NULL,
	packed   BYTEA NOT NULL,
	words    TEXT[] COLLATE "C" NOT NULL DEFAULT '{}',
	lat      DOUBLE PRECISION,
	lon      DOUBLE PRECISION
);
CREATE INDEX incidents_words ON incidents USING gin(words);
CREATE INDEX incidents_place ON incidents USING gist(point(lon, lat)) WHERE lat IS NOT NULL;
CREATE INDEX incidents_earliest ON incidents(earliest, id);
CREATE INDEX incidents_country ON incidents(country, earliest, id);

CREATE TABLE tellings (
	incident BIGINT NOT NULL REFERENCES incidents(n),
	article  TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY(incident, article)
);
CREATE INDEX tellings_article ON tellings(article);

CREATE TABLE aliases (
	former TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	id     TEXT COLLATE "C" NOT NULL
);

CREATE TABLE cursors (
	step    TEXT COLLATE "C" NOT NULL,
	article TEXT COLLATE "C" NOT NULL REFERENCES articles(id),
	version TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY(step, article)
);
CREATE INDEX cursors_article ON cursors(article);

CREATE TABLE failures (
	item     TEXT COLLATE "C" NOT NULL,
	stage    TEXT COLLATE "C" NOT NULL,
	kind     TEXT COLLATE "C" NOT NULL,
	reason   TEXT COLLATE "C" NOT NULL,
	name     TEXT COLLATE "C" NOT NULL,
	first    TEXT COLLATE "C" NOT NULL,
	last     TEXT COLLATE "C" NOT NULL,
	attempts BIGINT NOT NULL,
	PRIMARY KEY(item, stage)
);
CREATE INDEX failures_name ON failures(name);

CREATE TABLE decisions (
	n      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	id     TEXT COLLATE "C" NOT NULL UNIQUE,
	target TEXT COLLATE "C" NOT NULL,
	packed BYTEA NOT NULL
);
CREATE INDEX decisions_target ON decisions(target);

CREATE TABLE audit (
	seq     BIGINT PRIMARY KEY,
	at      TEXT COLLATE "C" NOT NULL,
	by_whom TEXT COLLATE "C" NOT NULL,
	action  TEXT COLLATE "C" NOT NULL,
	target  TEXT COLLATE "C" NOT NULL,
	digest  TEXT COLLATE "C" NOT NULL,
	prev    TEXT COLLATE "C" NOT NULL,
	hash    TEXT COLLATE "C" NOT NULL
);

CREATE TABLE tombstones (
	kind    TEXT COLLATE "C" NOT NULL,
	target  TEXT COLLATE "C" NOT NULL,
	digest  TEXT COLLATE "C" NOT NULL,
	at      TEXT COLLATE "C" NOT NULL,
	by_whom TEXT COLLATE "C" NOT NULL,
	reason  TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY(kind, target, digest)
);
CREATE INDEX tombstones_target ON tombstones(target);

CREATE TABLE feeds (
	address  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	title    TEXT COLLATE "C" NOT NULL,
	etag     TEXT COLLATE "C" NOT NULL,
	modified TEXT COLLATE "C" NOT NULL,
	checked  TEXT COLLATE "C" NOT NULL,
	problem  TEXT COLLATE "C" NOT NULL,
	items    BIGINT NOT NULL
);

CREATE TABLE jobs (
	name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	owner TEXT COLLATE "C" NOT NULL,
	until BIGINT NOT NULL
);

CREATE FUNCTION audit_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$;
CREATE TRIGGER audit_fixed BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_added_to();
CREATE TRIGGER audit_kept BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_added_to();

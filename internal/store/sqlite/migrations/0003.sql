-- What queries look at in incidents, apart from the incidents: lists are read
-- from it alone. It is filled in from them.
CREATE TABLE briefs (
	n        INTEGER PRIMARY KEY REFERENCES incidents(n),
	id       TEXT NOT NULL,
	type     TEXT NOT NULL,
	country  TEXT NOT NULL,
	status   TEXT NOT NULL,
	salience TEXT NOT NULL,
	review   TEXT NOT NULL,
	earliest INTEGER NOT NULL,
	latest   INTEGER NOT NULL,
	deaths   INTEGER NOT NULL,
	origins  INTEGER NOT NULL,
	dissent  INTEGER NOT NULL,
	worth    INTEGER NOT NULL,
	lat      REAL,
	lon      REAL,
	brief    TEXT NOT NULL
) STRICT;
CREATE INDEX briefs_earliest ON briefs(earliest, id);
CREATE INDEX briefs_latest ON briefs(latest DESC, id);
CREATE INDEX briefs_deaths ON briefs(deaths DESC, id);
CREATE INDEX briefs_worth ON briefs(worth DESC, id);
CREATE INDEX briefs_points ON briefs(id, type, review, earliest, latest, deaths, lat, lon) WHERE lat IS NOT NULL;

CREATE TABLE terms (
	kind     TEXT NOT NULL,
	word     TEXT NOT NULL,
	incident INTEGER NOT NULL REFERENCES incidents(n),
	PRIMARY KEY(kind, word, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_incident ON terms(incident);

-- Incidents as the machine found them, where decisions changed them.
CREATE TABLE found (
	id     TEXT NOT NULL PRIMARY KEY,
	packed BLOB NOT NULL
) STRICT;

CREATE INDEX aliases_id ON aliases(id);

DROP INDEX incidents_earliest;
DROP INDEX incidents_country;
ALTER TABLE incidents DROP COLUMN type;
ALTER TABLE incidents DROP COLUMN country;
ALTER TABLE incidents DROP COLUMN earliest;
ALTER TABLE incidents DROP COLUMN latest;

CREATE TABLE briefs (
	n        BIGINT PRIMARY KEY REFERENCES incidents(n),
	id       TEXT COLLATE "C" NOT NULL,
	type     TEXT COLLATE "C" NOT NULL,
	country  TEXT COLLATE "C" NOT NULL,
	status   TEXT COLLATE "C" NOT NULL,
	salience TEXT COLLATE "C" NOT NULL,
	review   TEXT COLLATE "C" NOT NULL,
	earliest BIGINT NOT NULL,
	latest   BIGINT NOT NULL,
	deaths   BIGINT NOT NULL,
	origins  BIGINT NOT NULL,
	dissent  BIGINT NOT NULL,
	worth    BIGINT NOT NULL,
	lat      DOUBLE PRECISION,
	lon      DOUBLE PRECISION,
	brief    TEXT COLLATE "C" NOT NULL
);
CREATE INDEX briefs_earliest ON briefs(earliest, id);
CREATE INDEX briefs_latest ON briefs(latest DESC, id);
CREATE INDEX briefs_deaths ON briefs(deaths DESC, id);
CREATE INDEX briefs_worth ON briefs(worth DESC, id);
CREATE INDEX briefs_place ON briefs USING gist(point(lon, lat)) WHERE lat IS NOT NULL;

CREATE TABLE terms (
	kind     TEXT COLLATE "C" NOT NULL,
	word     TEXT COLLATE "C" NOT NULL,
	incident BIGINT NOT NULL REFERENCES incidents(n),
	PRIMARY KEY(kind, word, incident)
);
CREATE INDEX terms_incident ON terms(incident);

CREATE TABLE found (
	id     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	packed BYTEA NOT NULL
);

CREATE INDEX aliases_id ON aliases(id);

DROP INDEX incidents_earliest;
DROP INDEX incidents_country;
DROP INDEX incidents_place;
ALTER TABLE incidents DROP COLUMN type, DROP COLUMN country, DROP COLUMN earliest, DROP COLUMN latest, DROP COLUMN lat, DROP COLUMN lon;

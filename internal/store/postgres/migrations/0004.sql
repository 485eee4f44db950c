CREATE TABLE filings (
	article TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES articles(id),
	keys    BYTEA NOT NULL
);

CREATE TABLE filed (
	key     BIGINT NOT NULL,
	article BIGINT NOT NULL REFERENCES articles(n),
	PRIMARY KEY(key, article)
);

CREATE TABLE links (
	report        TEXT COLLATE "C" NOT NULL,
	article       TEXT COLLATE "C" NOT NULL,
	other         TEXT COLLATE "C" NOT NULL,
	other_article TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY(report, other)
);
CREATE INDEX links_article ON links(article);
CREATE INDEX links_other ON links(other_article);

UPDATE cursors SET version = '' WHERE step = 'join';

-- Articles that are coded have a cursor of each step; what is pending is found
-- by its version.
INSERT INTO cursors(step, article, version) SELECT steps.step, articles.id, ''
	FROM articles, (SELECT 'extract' AS step UNION SELECT 'code' UNION SELECT 'join') AS steps
	WHERE taken = 0 AND language = 'en' ON CONFLICT(step, article) DO NOTHING;
CREATE INDEX cursors_version ON cursors(step, version, article);

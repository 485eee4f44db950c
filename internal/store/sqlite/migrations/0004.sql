-- What the join finds articles by, and which reports are likely one. Stores of
-- a former schema are filed when they are joined the next time.
CREATE TABLE filings (
	article TEXT NOT NULL PRIMARY KEY REFERENCES articles(id),
	keys    BLOB NOT NULL
) STRICT;

CREATE TABLE filed (
	key     INTEGER NOT NULL,
	article INTEGER NOT NULL REFERENCES articles(n),
	PRIMARY KEY(key, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
	report        TEXT NOT NULL,
	article       TEXT NOT NULL,
	other         TEXT NOT NULL,
	other_article TEXT NOT NULL,
	PRIMARY KEY(report, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_article ON links(article);
CREATE INDEX links_other ON links(other_article);

UPDATE cursors SET version = '' WHERE step = 'join';

-- Articles that are coded have a cursor of each step; what is pending is found
-- by its version.
INSERT INTO cursors(step, article, version) SELECT steps.step, articles.id, ''
	FROM articles, (SELECT 'extract' AS step UNION SELECT 'code' UNION SELECT 'join') AS steps
	WHERE taken = 0 AND language = 'en' ON CONFLICT(step, article) DO NOTHING;
CREATE INDEX cursors_version ON cursors(step, version, article);

-- What stands under the pictures of an article, apart from its text. Articles of a
-- former schema get it when they are extracted the next time.
ALTER TABLE articles ADD COLUMN captions TEXT COLLATE "C" NOT NULL DEFAULT '';

-- How many rows a table has, and the exclusive or of their digests.
CREATE TABLE sums (
	name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	n    BIGINT NOT NULL,
	x    TEXT COLLATE "C" NOT NULL
);

-- The state of the incidents has a number, and each incident that was put or
-- dropped since has that of its last change: an index in memory is kept by it.
CREATE TABLE generation (
	one INTEGER PRIMARY KEY CHECK(one = 1),
	n   INTEGER NOT NULL
) STRICT;
INSERT INTO generation(one, n) VALUES(1, 1);

CREATE TABLE changes (
	incident   INTEGER PRIMARY KEY,
	generation INTEGER NOT NULL
) STRICT;
CREATE INDEX changes_generation ON changes(generation);

-- Who published how much is counted without reading articles.
CREATE INDEX articles_outlet ON articles(outlet, published) WHERE taken = 0;

-- Terms hold by whom and where from here on; they are made anew.
